package org.tiersmith.ui.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.TableRows;
import org.tiersmith.service.DataTable;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.PagedTable;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** An imported table: any of its rows, in any order, with a filter a column. */
final class TableCard extends VBox {
  private static final double LEAST_WIDTH = 96;
  private static final double MOST_WIDTH = 260;

  private final TableViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final PagedTable<List<String>> table;
  private final TableTools tools;
  private final Tooltip help = new Tooltip();

  TableCard(DataViewModel data, Ui ui, Texts texts) {
    this.model = data.table();
    this.ui = ui;
    this.texts = texts;
    this.table = new PagedTable<>(ui);
    this.tools = new TableTools(model, table, ui, texts);
    help.textProperty().bind(texts.bind("filter-help"));
    table.scrollsSideways();
    table.withTallHeader();
    CopyRows.install(table.table());
    model
        .filter()
        .understand(
            (column, text) ->
                model.tableProperty().get().holdsEventTypes(column)
                    ? EventWords.stored(ui.language(), text)
                    : text);
    model.headProperty().subscribe(this::showColumns);
    model.filter().queryProperty().subscribe(query -> showRows());
    ui.language().tongueProperty().subscribe(table::refresh);
    RejectTools rejects = new RejectTools(data.rejects(), model, ui, texts);
    RejectDetails details = new RejectDetails(data.rejects(), model, table.table(), texts);
    VBox rows = new VBox(8, rejects, tools, table, details);
    setVgrow(table, Priority.ALWAYS);
    ColumnFactsTable facts = new ColumnFactsTable(data, ui, texts);
    StackPane pages = new StackPane(rows, facts);
    Card card =
        new Card(texts.bind("tables"), pages)
            .withActions(page(rows, facts), choice())
            .growing(pages);
    setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
  }

  private Node page(Node rows, Node facts) {
    model
        .factsProperty()
        .subscribe(
            on -> {
              rows.setVisible(!on);
              facts.setVisible(on);
            });
    return new ChoiceBar<>(
        model.factsProperty(),
        List.of(
            new Choice<>(false, "show-rows", texts.bind("rows")),
            new Choice<>(true, "show-facts", texts.bind("facts"))));
  }

  private Node choice() {
    List<Choice<DataTable>> choices =
        Arrays.stream(DataTable.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .map(
                name ->
                    new Choice<>(
                        DataTable.valueOf(name.toUpperCase(Locale.ROOT)),
                        "table-" + name,
                        texts.bind("table." + name)))
            .toList();
    return new ChoiceBar<>(model.tableProperty(), choices);
  }

  private void showColumns(@Nullable TableRows head) {
    table.sourceProperty().set(null);
    table.table().getColumns().clear();
    if (head == null) {
      table.placeholder(Labels.muted(texts.bind("reading")));
    } else {
      for (int i = 0; i < head.columns().size(); i++) {
        if (!isCells(head.columns().get(i))) {
          addColumn(head, i);
        }
      }
      tools.listColumns();
      showRows();
    }
  }

  /** The cells of a row left out are shown one by one below the table. */
  private boolean isCells(String column) {
    return model.tableProperty().get() == DataTable.REJECTS && column.equals("cells");
  }

  private void showRows() {
    if (model.headProperty().get() != null) {
      boolean filtered = model.filter().queryProperty().get().isFiltered();
      table.placeholder(filtered ? noMatch() : Labels.muted(texts.bind("no-rows")));
      table.sourceProperty().set(model.rows());
    }
  }

  private Node noMatch() {
    VBox none =
        new VBox(
            8,
            Labels.muted(texts.bind("no-match")),
            Buttons.plain(texts.bind("clear-filters"), model.filter()::clear));
    none.getStyleClass().add("ts-no-match");
    return none;
  }

  private void addColumn(TableRows head, int index) {
    String name = head.columns().get(index);
    ObservableValue<String> title = new ReadOnlyStringWrapper(name);
    TableColumn<List<String>, String> column =
        head.numeric().get(index)
            ? table.number(name, title, row -> number(row.get(index)))
            : table.text(name, title, row -> text(name, row.get(index)));
    // The least width too: a table that is still to be laid out squeezes what it may squeeze.
    column.setMinWidth(width(name, head, index));
    column.setPrefWidth(column.getMinWidth());
    column.setGraphic(header(column, name, head.numeric().get(index)));
  }

  private Node header(TableColumn<?, ?> column, String name, boolean numeric) {
    Label title = Labels.plain(new ReadOnlyStringWrapper(name));
    title.setMaxWidth(Double.MAX_VALUE);
    title.setAlignment(numeric ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    return new VBox(3, title, new ColumnFilterField(model.filter(), name, column, texts, help));
  }

  /** Wide enough for the name and the first rows' values, within reason. */
  private static double width(String name, TableRows head, int column) {
    int longest =
        head.cells().stream()
            .mapToInt(row -> places(Moments.shown(row.get(column))))
            .max()
            .orElse(0);
    return Math.clamp(Math.max(name.length(), longest) * 7.5 + 24, LEAST_WIDTH, MOST_WIDTH);
  }

  /** Ideographs take two places. */
  private static int places(String text) {
    return (int) (text.length() + text.chars().filter(Character::isIdeographic).count());
  }

  private String text(String column, String cell) {
    if (model.tableProperty().get() == DataTable.REJECTS && column.equals("reason")) {
      return RejectsViewModel.rule(cell)
          .map(rule -> ui.language().say(rule.title()))
          .orElseGet(() -> texts.get("unread-row"));
    }
    return model.tableProperty().get().holdsEventTypes(column)
        ? ui.language().say(GivenNames.event(cell))
        : Moments.shown(cell);
  }

  private String number(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    double value = Double.parseDouble(cell);
    return ui.formats().number(value, value == Math.rint(value) ? 0 : 2);
  }
}
