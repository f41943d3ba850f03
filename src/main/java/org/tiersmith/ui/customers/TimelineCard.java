package org.tiersmith.ui.customers;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.CustomerHistory.Happening;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.PagedTable;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What a customer did, the latest first, all or one kind of events. */
final class TimelineCard extends VBox {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private static final double WHEN = 146;
  private static final double WHEN_DAY = 100;
  private static final double NARROW = 600;

  /** Stands for all kinds among the choices. */
  private static final String ALL = "";

  private final Timeline model;
  private final Ui ui;
  private final Texts texts;

  TimelineCard(Timeline model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    PagedTable<Happening> table = table();
    Card card = new Card(texts.bind("timeline"), table).growing(table).withActions(types());
    VBox.setVgrow(card, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    setMinHeight(180);
    getChildren().add(card);
  }

  private PagedTable<Happening> table() {
    Formats formats = ui.formats();
    PagedTable<Happening> table = new PagedTable<>(ui);
    table.table().setId("timeline");
    TableColumn<Happening, String> when =
        table.text("when", texts.bind("when"), h -> when(h.when(), isNarrow(table)));
    add(when, WHEN);
    add(table.text("type", texts.bind("type"), this::type), 76);
    TableColumn<Happening, String> what = table.text("what", texts.bind("what"), this::what);
    what.setSortable(false);
    what.setCellFactory(ignored -> new WholeCell<>());
    TableColumns.widths(what, 98, 160, TableColumns.UNLIMITED);
    add(table.number("price", texts.bind("price"), Happening::price, v -> formats.money(v, 2)), 84);
    add(
        table.number(
            "discount", texts.bind("discount"), Happening::discount, v -> formats.percent(v, 0)),
        78);
    table
        .widthProperty()
        .subscribe(
            () -> {
              add(when, isNarrow(table) ? WHEN_DAY : WHEN);
              table.refresh();
            });
    model.rowsProperty().subscribe(table.sourceProperty()::set);
    ui.language().tongueProperty().subscribe(table::refresh);
    return table;
  }

  /** Where there is little room, what was bought matters more than the minute. */
  private static boolean isNarrow(PagedTable<Happening> table) {
    return table.getWidth() < NARROW;
  }

  /** Midnight is what a shop has that keeps days only. */
  private static String when(LocalDateTime when, boolean dayOnly) {
    return dayOnly || when.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? when.toLocalDate().toString()
        : MINUTE.format(when);
  }

  /** What it was, and how many where that is more than one. */
  private String what(Happening happening) {
    double quantity = happening.quantity();
    return quantity > 1
        ? ui.formats().number(quantity, quantity == Math.rint(quantity) ? 0 : 2)
            + " × "
            + happening.what()
        : happening.what();
  }

  private String type(Happening happening) {
    return ui.language().say(GivenNames.event(happening.type()));
  }

  /** A column that leaves all growth to the item's. */
  private static void add(TableColumn<Happening, String> column, double width) {
    column.setSortable(false);
    TableColumns.widths(column, width, width, width);
  }

  private ComboBox<String> types() {
    ComboBox<String> types =
        Combos.of(
            ui.language(),
            type ->
                type.equals(ALL)
                    ? texts.get("all-events")
                    : ui.language().say(GivenNames.event(type)));
    types.setId("event-type");
    types.getStyleClass().add("ts-small");
    types.accessibleTextProperty().bind(texts.bind("type"));
    model.kindsProperty().subscribe(now -> fill(types, now));
    model.kindProperty().subscribe(now -> types.setValue(now == null ? ALL : now));
    types.setOnAction(
        event -> {
          String chosen = types.getValue();
          if (chosen != null) {
            model.kindProperty().set(chosen.equals(ALL) ? null : chosen);
          }
        });
    return types;
  }

  private void fill(ComboBox<String> types, SortedMap<String, Long> kinds) {
    List<String> all = new ArrayList<>(List.of(ALL));
    all.addAll(kinds.keySet());
    @Nullable String kept = model.kindProperty().get();
    types.getItems().setAll(all);
    types.setValue(kept == null || !all.contains(kept) ? ALL : kept);
  }
}
