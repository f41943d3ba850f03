package org.tiersmith.ui.data;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ColumnQuality;
import org.tiersmith.data.ColumnType;
import org.tiersmith.service.DatasetView;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/**
 * What each column of the imported table holds: how much of it is filled, with what, from where to
 * where. How the selected one is spread stands beside it.
 */
final class ColumnFactsTable extends TableView<ColumnQuality> {
  private static final double NEARLY_ALL = 0.99;

  private final DataViewModel model;
  private final Ui ui;
  private final Texts texts;

  ColumnFactsTable(DataViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    setId("column-facts");
    getStyleClass().add("ts-table");
    setFixedCellSize(28);
    setPlaceholder(Labels.muted(texts.bind("facts-none")));
    accessibleTextProperty().bind(texts.bind("facts"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    add("facts-column", false, 84, 112, ColumnQuality::column);
    add("facts-type", false, 70, 74, this::type);
    add("facts-filled", true, 56, 64, this::filled);
    add("facts-different", true, 66, 74, fact -> ui.formats().count(fact.distinct()));
    add("facts-least", true, 92, 100, fact -> value(fact, fact.min()));
    add("facts-middle", true, 92, 100, fact -> value(fact, fact.median()));
    add("facts-greatest", true, 92, 100, fact -> value(fact, fact.max()));
    add("facts-examples", false, 90, 150, ColumnFactsTable::examples);
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            fact -> {
              if (fact != null) {
                model.table().showColumn(fact.column());
              }
            });
    model.datasetProperty().subscribe(dataset -> show());
    model.table().tableProperty().subscribe(table -> show());
    ui.language().tongueProperty().subscribe(tongue -> refresh());
  }

  private void show() {
    DatasetView dataset = model.datasetProperty().get();
    String table = model.table().tableProperty().get().name().toLowerCase(Locale.ROOT);
    getItems()
        .setAll(
            dataset == null
                ? List.of()
                : dataset.quality().columns().stream()
                    .filter(fact -> fact.table().equals(table))
                    .toList());
  }

  private void add(
      String key,
      boolean number,
      double least,
      double usual,
      Function<ColumnQuality, String> value) {
    TableColumn<ColumnQuality, String> column =
        number
            ? TableColumns.number(texts.bind(key), value)
            : TableColumns.text(texts.bind(key), value);
    TableColumns.widths(column, least, usual);
    column.setSortable(false);
    getColumns().add(column);
  }

  private static String examples(ColumnQuality fact) {
    return fact.examples().stream().map(Moments::shown).collect(Collectors.joining(" · "));
  }

  private String type(ColumnQuality fact) {
    return fact.type() == null ? "" : texts.choice("type", fact.type());
  }

  private String filled(ColumnQuality fact) {
    if (fact.rows() == 0) {
      return "";
    }
    double share = (double) (fact.rows() - fact.missing()) / fact.rows();
    return ui.formats().percent(share, share > NEARLY_ALL && share < 1 ? 1 : 0);
  }

  /** Numbers as everywhere; of an instant the day is enough. */
  private String value(ColumnQuality fact, @Nullable String value) {
    if (value == null) {
      return "";
    }
    if (fact.type() == ColumnType.NUMBER) {
      double number = Double.parseDouble(value);
      return ui.formats().number(number, number == Math.rint(number) ? 0 : 2);
    }
    return fact.type() == ColumnType.DATE ? Moments.day(value) : value;
  }
}
