package org.tiersmith.ui.customers;

import javafx.beans.binding.Bindings;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.customers.CustomersViewModel.Member;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.PagedTable;
import org.tiersmith.ui.kit.RowSource;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** Segments above; below, the customers of the selected one, and one of them. */
final class CustomersPane extends VBox {
  private final CustomersViewModel model;
  private final Ui ui;
  private final Texts texts;

  CustomersPane(CustomersViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    getStyleClass().add("ts-content");
    SegmentTable segments = new SegmentTable(model, ui, texts);
    Card above = new Card(texts.bind("segments"), segments).growing(segments);
    above.withActions(
        Buttons.link(texts.bind("all-segments"), segments.getSelectionModel()::clearSelection));
    above.setMinHeight(220);
    above.setPrefHeight(300);
    Card members = members();
    members.setMinWidth(320);
    members.setPrefWidth(320);
    members.setMaxWidth(320);
    PortraitCard portrait = new PortraitCard(model, ui, texts);
    HBox.setHgrow(portrait, Priority.ALWAYS);
    HBox below = new HBox(12, members, portrait);
    below.setPrefHeight(380);
    setVgrow(above, Priority.SOMETIMES);
    setVgrow(below, Priority.ALWAYS);
    getChildren().addAll(above, below);
  }

  private String named(String segment) {
    return ui.language().say(GivenNames.segment(segment));
  }

  private Card members() {
    PagedTable<Member> table = new PagedTable<>(ui);
    table.text("customer", texts.bind("customer-id"), Member::customerId).setSortable(false);
    table
        .text("segment", texts.bind("segment"), member -> named(member.segment()))
        .setSortable(false);
    model.membersProperty().subscribe(found -> table.sourceProperty().set(RowSource.of(found)));
    table
        .table()
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            member -> {
              if (member != null) {
                model.open(member.customerId());
              }
            });
    ui.language().tongueProperty().subscribe(table::refresh);
    TextField search = new TextField();
    search.setId("customer-search");
    search.promptTextProperty().bind(texts.bind("search"));
    search.accessibleTextProperty().bind(texts.bind("search"));
    search.setPrefWidth(150);
    search.textProperty().bindBidirectional(model.searchProperty());
    Card card =
        new Card(
                Bindings.createStringBinding(
                    () ->
                        model.segmentProperty().get() == null
                            ? texts.get("all-customers")
                            : named(model.segmentProperty().get()),
                    model.segmentProperty(),
                    texts.language().tongueProperty()),
                table)
            .growing(table);
    return card.withActions(search);
  }
}
