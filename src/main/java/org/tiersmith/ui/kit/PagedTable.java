package org.tiersmith.ui.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.kit.RowSource.Page;
import org.tiersmith.ui.kit.RowSource.Request;

/**
 * A table of any length: it holds only the rows that fit and asks its source for others while its
 * own scroll bar moves, so ten million rows cost what twenty-five do. A click on a header asks the
 * source to sort. Only the answer to the latest question is shown.
 */
public final class PagedTable<R> extends BorderPane {
  private static final double ROW_HEIGHT = 30;
  private static final double HEADER_HEIGHT = 32;
  private static final double TALL_HEADER_HEIGHT = 64;
  private static final double BAR_HEIGHT = 16;
  private static final double LEAST_THUMB = 0.08;

  private final TableView<R> table = new TableView<>();
  private final ScrollBar bar = new ScrollBar();
  private final Label position = new Label();
  private final ObjectProperty<@Nullable RowSource<R>> source =
      new SimpleObjectProperty<>(this, "source");
  private final Map<String, Function<R, Object>> values = new HashMap<>();
  private final Ui ui;
  private final Texts texts;
  private final Tasks tasks;
  private final Notices notices;
  private final Label reading;
  private Node none;
  private boolean answered = true;
  private long total;
  private int visible = 25;
  private long question;
  private double barBelow;
  private double headerHeight = HEADER_HEIGHT;

  /** The row that a key has moved to, to be selected when its page is there; -1 for none. */
  private int wanted = -1;

  public PagedTable(Ui ui) {
    this.ui = ui;
    this.texts = ui.texts("kit");
    this.tasks = ui.tasks();
    this.notices = ui.notices();
    getStyleClass().add("ts-paged-table");
    table.setFixedCellSize(ROW_HEIGHT);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getStyleClass().add("ts-table");
    table.setSortPolicy(sorted -> askFrom(0));
    this.none = Labels.muted(texts.bind("table.none"));
    this.reading = Labels.muted(texts.bind("table.reading"));
    table.setPlaceholder(none);
    table.accessibleHelpProperty().bind(texts.bind("table.sort-help"));
    SortKeys.install(table);
    bar.setOrientation(Orientation.VERTICAL);
    bar.accessibleTextProperty().bind(texts.bind("table.scroll"));
    position.getStyleClass().add("ts-muted");
    setCenter(table);
    setRight(bar);
    setBottom(position);
    bar.valueProperty().subscribe(this::ask);
    source.subscribe(this::askAnew);
    texts.language().tongueProperty().subscribe(this::showPosition);
    table.heightProperty().subscribe(height -> fit(height.doubleValue()));
    table.addEventFilter(ScrollEvent.SCROLL, this::wheel);
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** The rows to show; null empties the table. */
  public ObjectProperty<@Nullable RowSource<R>> sourceProperty() {
    return source;
  }

  /**
   * Shows the rows that a filter leaves, from now on and whenever it changes; where it leaves none,
   * the table says so and offers to clear it.
   *
   * @param rows the source of the rows that match a text; of all rows for an empty one
   */
  public void filteredBy(FilterBox box, Function<String, RowSource<R>> rows) {
    VBox noMatch =
        new VBox(
            Labels.muted(texts.bind("table.no-match", box.filterProperty())),
            Buttons.plain(texts.bind("table.clear-filter"), box::clear));
    noMatch.getStyleClass().add("ts-no-match");
    Node all = none;
    box.filterProperty()
        .subscribe(
            filter -> {
              placeholder(filter.isEmpty() ? all : noMatch);
              source.set(rows.apply(filter));
            });
  }

  /** What stands where the source has no rows; until it has answered, that they are being read. */
  public void placeholder(Node none) {
    this.none = none;
    table.setPlaceholder(answered ? none : reading);
  }

  private void answered(boolean now) {
    answered = now;
    placeholder(none);
  }

  /** The table within, for columns, selection and keyboard focus. */
  public TableView<R> table() {
    return table;
  }

  /**
   * Adds a column of text.
   *
   * @param id names the column in {@link Request#sortColumn()}
   */
  public TableColumn<R, String> text(
      String id, ObservableValue<String> title, Function<R, String> value) {
    return column(id, title, value, value::apply);
  }

  private TableColumn<R, String> column(
      String id,
      ObservableValue<String> title,
      Function<R, String> value,
      Function<R, Object> saved) {
    TableColumn<R, String> column = TableColumns.text(title, value);
    values.put(id, saved);
    column.setId(id);
    column.setSortable(true);
    table.getColumns().add(column);
    return column;
  }

  /** Adds a column of numbers, already formatted, set flush right. */
  public TableColumn<R, String> number(
      String id, ObservableValue<String> title, Function<R, String> value) {
    TableColumn<R, String> column = text(id, title, value);
    TableColumns.alignRight(column);
    return column;
  }

  /**
   * Adds a column of numbers, set flush right, of which the plain number is saved.
   *
   * @param format how a number is shown
   */
  public TableColumn<R, String> number(
      String id,
      ObservableValue<String> title,
      ToDoubleFunction<R> value,
      DoubleFunction<String> format) {
    TableColumn<R, String> column =
        column(id, title, row -> format.apply(value.applyAsDouble(row)), value::applyAsDouble);
    TableColumns.alignRight(column);
    return column;
  }

  /**
   * Lets a person save all rows in their present order as CSV: by the right mouse button, and by
   * the menu key or Ctrl+Shift+E while the table has the focus.
   *
   * @param title stands in the name of the file
   * @return a small button with the same menu
   */
  public MenuButton offerSaving(ObservableValue<String> title) {
    return SaveMenu.offer(
        ui, table, new SaveMenu.Entry(texts.bind("save.rows"), () -> save(title.getValue())));
  }

  private void save(String title) {
    RowSource<R> rows = source.get();
    if (rows != null) {
      List<TableColumn<R, ?>> columns = List.copyOf(table.getColumns());
      List<Function<R, Object>> cells =
          columns.stream().map(c -> Objects.requireNonNull(values.get(c.getId()))).toList();
      List<String> titles = columns.stream().map(TableColumn::getText).toList();
      new Saver(ui).rows(title, new RowSaver<>(titles, cells, rows, request())::to);
    }
  }

  /** Keeps the columns' own widths and scrolls sideways, for tables of many columns. */
  public void scrollsSideways() {
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    barBelow = BAR_HEIGHT;
    fit(table.getHeight());
  }

  /** Makes room in the header for a graphic below each column's title, such as a field. */
  public void withTallHeader() {
    table.getStyleClass().add("ts-tall-header");
    headerHeight = TALL_HEADER_HEIGHT;
    fit(table.getHeight());
  }

  /**
   * Scrolls so that a row is the first seen, or as far as there are rows, and selects it.
   *
   * @param row from 0
   */
  public void goTo(long row) {
    double first = Math.clamp(row, 0, bar.getMax());
    wanted = (int) Math.max(0, Math.min(row - Math.round(first), visible - 1L));
    askFrom(Math.round(first));
  }

  /** Asks for the present page once more, for example when formats have changed. */
  public void refresh() {
    ask();
  }

  private void fit(double height) {
    int fitting = Math.max(1, (int) ((height - headerHeight - barBelow) / ROW_HEIGHT));
    if (fitting != visible) {
      visible = fitting;
      ask();
    }
  }

  private void askAnew() {
    answered(source.get() == null);
    askFrom(0);
  }

  private boolean askFrom(long row) {
    if (bar.getValue() == (double) row) {
      ask();
    } else {
      bar.setValue((double) row);
    }
    return true;
  }

  private void ask() {
    long asked = ++question;
    RowSource<R> rows = source.get();
    if (rows == null) {
      show(new Page<>(List.of(), 0));
      return;
    }
    rows.read(request())
        .whenComplete(
            (page, thrown) ->
                tasks
                    .fx()
                    .execute(
                        () -> {
                          if (asked != question) {
                            return;
                          }
                          if (thrown == null) {
                            show(page);
                          } else {
                            answered(true);
                            notices.problem(thrown);
                          }
                        }));
  }

  private Request request() {
    @Nullable TableColumn<R, ?> sorted =
        table.getSortOrder().isEmpty() ? null : table.getSortOrder().getFirst();
    return new Request(
        Math.round(bar.getValue()),
        visible,
        sorted == null ? null : sorted.getId(),
        sorted == null || sorted.getSortType() == TableColumn.SortType.ASCENDING);
  }

  private void show(Page<R> page) {
    answered(true);
    total = page.total();
    table.getItems().setAll(page.rows());
    if (wanted >= 0 && !page.rows().isEmpty()) {
      table.getSelectionModel().select(Math.min(wanted, page.rows().size() - 1));
    }
    wanted = -1;
    double last = Math.max(0, total - visible);
    bar.setMax(last);
    bar.setVisibleAmount(last == 0 ? 1 : last * Math.max(LEAST_THUMB, (double) visible / total));
    bar.setBlockIncrement(visible);
    bar.setVisible(last > 0);
    bar.setManaged(last > 0);
    showPosition();
  }

  private void showPosition() {
    long first = Math.round(bar.getValue());
    position.setText(
        total == 0
            ? ""
            : texts.get("table.rows", first + 1, first + table.getItems().size(), total));
  }

  private void wheel(ScrollEvent event) {
    if (event.getDeltaY() != 0 && bar.isVisible()) {
      move(-Math.signum(event.getDeltaY()) * 3);
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl) {
      return;
    }
    int selected = table.getSelectionModel().getSelectedIndex();
    switch (event.getCode()) {
      case PAGE_DOWN -> turn(visible, Math.max(0, selected));
      case PAGE_UP -> turn(-visible, Math.max(0, selected));
      case HOME -> turn(-bar.getMax(), 0);
      case END -> turn(Math.max(1, bar.getMax()), visible - 1);
      case DOWN -> {
        if (selected < table.getItems().size() - 1) {
          return;
        }
        turn(1, selected);
      }
      case UP -> {
        if (selected > 0) {
          return;
        }
        turn(-1, selected);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Scrolls by so many rows and selects one of those that come; at an end, the last there is. */
  private void turn(double rows, int row) {
    wanted = row;
    double before = bar.getValue();
    move(rows);
    if (bar.getValue() == before) {
      wanted = -1;
      table.getSelectionModel().select(rows > 0 ? table.getItems().size() - 1 : 0);
    }
  }

  private void move(double rows) {
    bar.setValue(Math.clamp(bar.getValue() + rows, 0, bar.getMax()));
  }
}
