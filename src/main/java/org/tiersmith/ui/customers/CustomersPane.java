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
import org.tiersmith.ui.kit.Steps;
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
    HBox below = new HBox(12);
    below.setPrefHeight(380);
    setVgrow(below, Priority.ALWAYS);
    getChildren().add(below);
    Steps.take(
        ui.later(),
        () -> getChildren().addFirst(segments()),
        () -> below.getChildren().add(members()),
        () -> below.getChildren().add(portrait()));
  }

  private Card segments() {
    SegmentTable segments = new SegmentTable(model, ui, texts);
    Card card = new Card(texts.bind("segments"), segments).growing(segments);
    card.withActions(
        Buttons.link(texts.bind("all-segments"), segments.getSelectionModel()::clearSelection));
    card.setMinHeight(220);
    card.setPrefHeight(300);
    setVgrow(card, Priority.SOMETIMES);
    return card;
  }

  private PortraitCard portrait() {
    PortraitCard portrait = new PortraitCard(model, ui, texts);
    HBox.setHgrow(portrait, Priority.ALWAYS);
    return portrait;
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
