package org.tiersmith.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Figures of any number of scenarios side by side: the figures' names stay in place while the
 * scenarios scroll sideways, the best value of each row stands out, and below each value is its
 * change against the scenario whose heading is pressed.
 */
public final class ComparisonTable extends HBox {
  private static final double HEAD = 34;
  private static final double ROW = 42;
  private static final double COLUMN = 124;

  private final Ui ui;
  private final Texts texts;
  private final IntConsumer choose;
  private final GridPane names = new GridPane();
  private final GridPane grid = new GridPane();
  private final ScrollPane sideways = new Scroller(grid);
  private final List<Label> titles = new ArrayList<>();
  private final List<ToggleButton> heads = new ArrayList<>();
  private final List<List<ComparisonCell>> cells = new ArrayList<>();
  private @Nullable Comparison shown;

  /**
   * @param choose given the index of the scenario that changes should be against; the comparison
   *     should be shown anew with it
   */
  public ComparisonTable(Ui ui, IntConsumer choose) {
    this.ui = ui;
    this.texts = ui.texts("kit");
    this.choose = choose;
    getStyleClass().add("ts-comparisons");
    sideways.getStyleClass().add("ts-bare-scroll");
    sideways.setId("comparison-scroll");
    names.getStyleClass().add("ts-comparison-names");
    HBox.setHgrow(sideways, Priority.ALWAYS);
    getChildren().addAll(beside(), sideways);
  }

  /** The names beside the scrolled values, moving up and down with them. */
  private Region beside() {
    Pane window = new Pane(names);
    window.setMinWidth(USE_PREF_SIZE);
    window.setMinHeight(0);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(window.widthProperty());
    clip.heightProperty().bind(sideways.viewportBoundsProperty().map(Bounds::getHeight));
    window.setClip(clip);
    names
        .translateYProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> -sideways.getVvalue() * Math.max(0, hiddenHeight()),
                sideways.vvalueProperty(),
                sideways.viewportBoundsProperty(),
                grid.heightProperty()));
    window.setOnScroll(
        event -> {
          if (hiddenHeight() > 0) {
            double by = event.getDeltaY() / hiddenHeight();
            sideways.setVvalue(Math.clamp(sideways.getVvalue() - by, 0, 1));
          }
        });
    return window;
  }

  private double hiddenHeight() {
    return grid.getHeight() - sideways.getViewportBounds().getHeight();
  }

  /** Shows a comparison; cheap while the numbers of scenarios and figures stay the same. */
  public void show(Comparison comparison) {
    boolean sameShape =
        heads.size() == comparison.scenarios().size()
            && titles.size() == comparison.figures().size();
    shown = comparison;
    if (!sameShape) {
      rebuild(comparison);
    }
    for (int i = 0; i < heads.size(); i++) {
      heads.get(i).setText(comparison.scenarios().get(i));
      heads.get(i).setSelected(i == comparison.base());
    }
    for (int row = 0; row < titles.size(); row++) {
      Comparison.Figure figure = comparison.figures().get(row);
      titles.get(row).setText(figure.name());
      for (int i = 0; i < heads.size(); i++) {
        fill(cells.get(row).get(i), figure, i, comparison);
      }
    }
  }

  /**
   * Lets a person save the figures as CSV, as with {@link PagedTable#offerSaving}.
   *
   * @return a small button with the same menu
   */
  public MenuButton offerSaving(ObservableValue<String> title) {
    return SaveMenu.offer(
        ui, sideways, new SaveMenu.Entry(texts.bind("save.values"), () -> save(title.getValue())));
  }

  private void save(String title) {
    if (shown != null) {
      new Saver(ui).values(title, shown.values(texts.get("values.name")));
    }
  }

  private void fill(
      ComparisonCell cell, Comparison.Figure figure, int scenario, Comparison comparison) {
    String value = figure.format().apply(figure.values()[scenario]);
    String change = figure.change(scenario, comparison.base(), ui.formats());
    boolean best = figure.isBest(scenario);
    cell.show(value, change, figure.tone(scenario, comparison.base()), best);
    cell.setAccessibleText(
        texts.get(
            best ? "comparison.best" : "comparison.cell",
            comparison.scenarios().get(scenario),
            figure.name(),
            value,
            change));
  }

  private void rebuild(Comparison comparison) {
    titles.clear();
    heads.clear();
    cells.clear();
    names.getChildren().clear();
    grid.getChildren().clear();
    int rows = comparison.figures().size();
    int columns = comparison.scenarios().size();
    for (GridPane pane : List.of(names, grid)) {
      pane.getRowConstraints().setAll(new RowConstraints(HEAD, HEAD, HEAD));
      for (int row = 0; row < rows; row++) {
        pane.getRowConstraints().add(new RowConstraints(ROW, ROW, ROW));
      }
    }
    grid.getColumnConstraints().clear();
    names.add(ruled(0, new Region()), 0, 0);
    for (int i = 0; i < columns; i++) {
      grid.getColumnConstraints()
          .add(
              new ColumnConstraints(
                  COLUMN, COLUMN, TableColumns.UNLIMITED, Priority.NEVER, null, true));
      grid.add(ruled(0, head(i)), i, 0);
    }
    for (int row = 0; row < rows; row++) {
      titles.add(new Label());
      titles.getLast().setMinWidth(USE_PREF_SIZE);
      names.add(ruled(row + 1, titles.getLast()), 0, row + 1);
      cells.add(new ArrayList<>());
      for (int i = 0; i < columns; i++) {
        cells.getLast().add(new ComparisonCell());
        grid.add(ruled(row + 1, cells.getLast().getLast()), i, row + 1);
      }
    }
  }

  private ToggleButton head(int scenario) {
    ToggleButton head = new ToggleButton();
    head.getStyleClass().addAll("ts-tab", "ts-comparison-head", "ts-may-be-cut");
    head.setMaxWidth(COLUMN - 8);
    head.accessibleHelpProperty().bind(texts.bind("comparison.base"));
    head.setOnAction(
        event -> {
          head.setSelected(true);
          choose.accept(scenario);
        });
    head.focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                reveal(scenario);
              }
            });
    heads.add(head);
    return head;
  }

  /** Scrolls a column into view, as when the Tab key comes to its heading. */
  private void reveal(int scenario) {
    double hidden = grid.getWidth() - sideways.getViewportBounds().getWidth();
    if (hidden > 0) {
      double left = scenario * COLUMN;
      double right = left + COLUMN - sideways.getViewportBounds().getWidth();
      double at = sideways.getHvalue() * hidden;
      sideways.setHvalue(Math.clamp(at, Math.max(0, right), Math.min(left, hidden)) / hidden);
    }
  }

  private static Node ruled(int row, Region content) {
    HBox cell = new HBox(content);
    cell.getStyleClass().add(row == 0 ? "ts-comparison-top" : "ts-comparison-row");
    return cell;
  }
}
