package org.tiersmith.ui.customers;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.customers.SegmentsViewModel.Divided;
import org.tiersmith.ui.customers.SegmentsViewModel.Member;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.PagedTable;
import org.tiersmith.ui.kit.RowSource;
import org.tiersmith.ui.kit.Steps;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The customers of a segment, and all that is known of one of them. */
final class PeoplePage extends HBox {
  private static final double LIST_WIDTH = 236;

  /** Stands for all segments among the choices. */
  private static final String ALL = "";

  private final PeopleViewModel model;
  private final SegmentsViewModel segments;
  private final Ui ui;
  private final Texts texts;

  PeoplePage(PeopleViewModel model, SegmentsViewModel segments, Ui ui, Texts texts) {
    super(12);
    this.model = model;
    this.segments = segments;
    this.ui = ui;
    this.texts = texts;
    getStyleClass().add("ts-content");
    VBox middle = new VBox(12);
    middle.setPrefWidth(300);
    middle.setMinWidth(280);
    VBox right = new VBox(12);
    HBox.setHgrow(right, Priority.ALWAYS);
    Steps.take(
        ui.later(),
        () -> getChildren().addAll(list(), middle, right),
        () -> middle.getChildren().add(new PersonCard(model, ui, texts)),
        () -> right.getChildren().add(new TasteCard(model, ui, texts)),
        () -> right.getChildren().add(new TimelineCard(model, ui, texts)));
    model.look();
  }

  private Card list() {
    PagedTable<Member> table = new PagedTable<>(ui);
    table.table().setId("members");
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
    search.getStyleClass().add("ts-small");
    search.promptTextProperty().bind(texts.bind("search"));
    search.accessibleTextProperty().bind(texts.bind("search"));
    search.textProperty().bindBidirectional(model.searchProperty());
    Card card = new Card(texts.bind("customers"), choice(), search, table).growing(table);
    card.setPrefWidth(LIST_WIDTH);
    card.setMinWidth(LIST_WIDTH);
    return card;
  }

  private ComboBox<String> choice() {
    ComboBox<String> choice = Combos.of(ui.language(), this::named);
    choice.setId("segment-filter");
    choice.getStyleClass().add("ts-small");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.accessibleTextProperty().bind(texts.bind("segment"));
    segments.divided().valueProperty().subscribe(now -> fill(choice, now));
    model.segmentProperty().subscribe(now -> choice.setValue(now == null ? ALL : now));
    choice.setOnAction(
        event -> {
          String chosen = choice.getValue();
          if (chosen != null) {
            model.segmentProperty().set(chosen.equals(ALL) ? null : chosen);
          }
        });
    return choice;
  }

  private void fill(ComboBox<String> choice, @Nullable Divided now) {
    List<String> names = new ArrayList<>(List.of(ALL));
    if (now != null) {
      now.segments().stream().map(SegmentSummary::name).forEach(names::add);
    }
    @Nullable String kept = model.segmentProperty().get();
    choice.getItems().setAll(names);
    choice.setValue(kept == null ? ALL : kept);
  }

  private String named(String segment) {
    return segment.equals(ALL)
        ? texts.get("all-customers")
        : ui.language().say(GivenNames.segment(segment));
  }
}
