package org.tiersmith.ui.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** A table of all runs in which one or several are chosen. */
final class RunTable extends TableView<RunView> {
  private static final double ROW_HEIGHT = 30;

  private final RunsViewModel runs;
  private boolean following;

  private RunTable(Ui ui, Texts texts, ModelViewModel model, List<TableColumn<RunView, ?>> shown) {
    this.runs = model.runs();
    getStyleClass().addAll("ts-table", "ts-dense");
    setFixedCellSize(ROW_HEIGHT);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    getColumns().setAll(shown);
    SortedList<RunView> sorted = new SortedList<>(runs.all());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    accessibleTextProperty().bind(texts.bind("runs"));
    RunMenu.offer(ui, texts, model, this);
    follow();
    ui.language().tongueProperty().subscribe(now -> refresh());
  }

  /** Narrow: what tells runs apart and how good they are. */
  static RunTable brief(Ui ui, Texts texts, ModelViewModel model) {
    RunColumns columns = new RunColumns(ui, texts, model);
    RunTable table =
        new RunTable(
            ui,
            texts,
            model,
            List.of(columns.run(60), columns.base(100, 146), columns.auc(52), columns.ece(50)));
    table.setId("runs");
    return table;
  }

  /** Wide: all that there is to say of them, and notes to write. */
  static RunTable full(Ui ui, Texts texts, ModelViewModel model) {
    RunColumns columns = new RunColumns(ui, texts, model);
    RunTable table =
        new RunTable(
            ui,
            texts,
            model,
            List.of(
                columns.run(66),
                columns.state(84),
                columns.base(120, 150),
                columns.auc(56),
                columns.spread(64),
                columns.logLoss(70),
                columns.ece(60),
                columns.speed(70),
                columns.duration(76),
                columns.started(150),
                columns.notes(130)));
    table.setId("all-runs");
    table.setEditable(true);
    return table;
  }

  /** Table and state show the same choice; while rows are exchanged the state leads. */
  private void follow() {
    runs.chosenProperty().subscribe(now -> take());
    getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<RunView>) change -> tell());
  }

  /** The selected run stays so while it is among the chosen ones. */
  private void tell() {
    List<RunView> chosen =
        getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    if (following || chosen.isEmpty()) {
      return;
    }
    RunView before = runs.selectedProperty().get();
    RunView main =
        chosen.stream()
            .filter(run -> before != null && run.id() == before.id())
            .findFirst()
            .orElse(chosen.getFirst());
    following = true;
    runs.choose(chosen, main);
    following = false;
    take();
  }

  private void take() {
    Set<Long> wanted =
        runs.chosenProperty().get().stream().map(RunView::id).collect(Collectors.toSet());
    Set<Long> shown =
        getSelectionModel().getSelectedItems().stream()
            .filter(Objects::nonNull)
            .map(RunView::id)
            .collect(Collectors.toSet());
    if (following || wanted.equals(shown)) {
      return;
    }
    following = true;
    int focused = getFocusModel().getFocusedIndex();
    getSelectionModel().clearSelection();
    for (int row = 0; row < getItems().size(); row++) {
      if (wanted.contains(getItems().get(row).id())) {
        getSelectionModel().select(row);
      }
    }
    getFocusModel().focus(focused);
    following = false;
  }
}
