package org.tiersmith.ui.customers;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.service.CustomerPages.Entry;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.customers.SegmentsViewModel.Divided;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.FilterBox;
import org.tiersmith.ui.kit.PagedTable;
import org.tiersmith.ui.kit.Steps;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The customers of a segment, and all that is known of one of them. */
final class PeoplePage extends HBox {
  private static final double LIST_WIDTH = 320;

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
    middle.setPrefWidth(270);
    middle.setMinWidth(268);
    VBox right = new VBox(12);
    HBox.setHgrow(right, Priority.ALWAYS);
    Steps.take(
        ui.later(),
        () -> getChildren().addAll(list(), middle, right),
        () -> middle.getChildren().add(new PersonCard(model, ui, texts)),
        () -> right.getChildren().add(new TasteCard(model, ui, texts)),
        () -> right.getChildren().add(new TimelineCard(model.timeline(), ui, texts)));
    model.look();
  }

  private Card list() {
    FilterBox search = new FilterBox(texts.bind("search"));
    search.setId("customer-search");
    search.getStyleClass().add("ts-small");
    search.setText(model.list().searchProperty().get());
    search
        .filterProperty()
        .addListener((source, before, now) -> model.list().searchProperty().set(now));
    PagedTable<Entry> table = table();
    Card card = new Card(texts.bind("customers"), choice(), search, table).growing(table);
    card.setPrefWidth(LIST_WIDTH);
    card.setMinWidth(LIST_WIDTH);
    return card;
  }

  private PagedTable<Entry> table() {
    PagedTable<Entry> table = new PagedTable<>(ui);
    table.table().setId("members");
    TableColumns.widths(
        table.text("id", texts.bind("customer-id"), Entry::customerId), 80, 82, 220);
    TableColumns.widths(
        table.text("segment", texts.bind("segment"), entry -> named(entry.segment())),
        116,
        121,
        TableColumns.UNLIMITED);
    TableColumns.widths(
        table.number(
            "revenue", texts.bind("revenue"), Entry::revenue, v -> ui.formats().money(v, 0)),
        76,
        78,
        120);
    model.list().rowsProperty().subscribe(table.sourceProperty()::set);
    TableView.TableViewSelectionModel<Entry> selection = table.table().getSelectionModel();
    selection
        .selectedItemProperty()
        .subscribe(
            entry -> {
              if (entry != null) {
                model.open(entry.customerId());
              }
            });
    Runnable mark = () -> mark(table.table());
    table.table().getItems().addListener((ListChangeListener<Entry>) change -> mark.run());
    model.openedProperty().subscribe(id -> mark.run());
    ui.language().tongueProperty().subscribe(table::refresh);
    ui.formats().currencyProperty().subscribe(table::refresh);
    return table;
  }

  /** Selects the row of the customer that is looked at, where it is seen. */
  private void mark(TableView<Entry> table) {
    table.getItems().stream()
        .filter(entry -> entry.customerId().equals(model.openedProperty().get()))
        .findFirst()
        .ifPresent(table.getSelectionModel()::select);
  }

  private ComboBox<String> choice() {
    ComboBox<String> choice = Combos.of(ui.language(), this::named);
    choice.setId("segment-filter");
    choice.getStyleClass().add("ts-small");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.accessibleTextProperty().bind(texts.bind("segment"));
    segments.divided().valueProperty().subscribe(now -> fill(choice, now));
    model.list().segmentProperty().subscribe(now -> choice.setValue(now == null ? ALL : now));
    choice.setOnAction(
        event -> {
          String chosen = choice.getValue();
          if (chosen != null) {
            model.list().segmentProperty().set(chosen.equals(ALL) ? null : chosen);
          }
        });
    return choice;
  }

  private void fill(ComboBox<String> choice, @Nullable Divided now) {
    List<String> names = new ArrayList<>(List.of(ALL));
    if (now != null) {
      now.segments().stream().map(SegmentSummary::name).forEach(names::add);
    }
    @Nullable String kept = model.list().segmentProperty().get();
    choice.getItems().setAll(names);
    choice.setValue(kept == null ? ALL : kept);
  }

  private String named(String segment) {
    return segment.equals(ALL)
        ? texts.get("all-customers")
        : ui.language().say(GivenNames.segment(segment));
  }
}
