package org.tiersmith.ui.model;

import java.util.function.Function;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** All runs with what each came to. */
final class RunTable extends TableView<RunView> {
  private static final double ROW_HEIGHT = 30;

  private final Texts texts;
  private final Formats formats;
  private boolean following;

  RunTable(Ui ui, Texts texts, ModelViewModel model) {
    this.texts = texts;
    this.formats = ui.formats();
    setId("runs");
    getStyleClass().addAll("ts-table", "ts-dense");
    setFixedCellSize(ROW_HEIGHT);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column("column.run", 36, run -> Long.toString(run.id()));
    column("column.base", 148, this::base);
    number("column.auc", 74, run -> run.result() == null ? state(run) : auc(run));
    number("column.ece", 50, run -> run.result() == null ? "" : ece(run));
    setItems(model.runs());
    follow(model);
    ui.language().tongueProperty().subscribe(this::refresh);
  }

  /** A short name of encoder and form. */
  private String base(RunView run) {
    String encoder = run.settings().encoder();
    String name =
        encoder.startsWith("all-minilm") ? "MiniLM" : encoder.replaceFirst("-v[0-9.]+$", "");
    return texts.get(
        run.settings().form() == EncoderForm.CROSS ? "base.cross" : "base.two-tower", name);
  }

  private String auc(RunView run) {
    return run.result() == null ? "" : formats.number(run.result().test().auc(), 3);
  }

  private String ece(RunView run) {
    return run.result() == null ? "" : formats.number(run.result().test().ece(), 3);
  }

  private String state(RunView run) {
    return texts.choice("state", run.state());
  }

  private TableColumn<RunView, String> column(
      String key, double width, Function<RunView, String> value) {
    TableColumn<RunView, String> column = TableColumns.text(texts.bind(key), value);
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setSortable(false);
    getColumns().add(column);
    return column;
  }

  private void number(String key, double width, Function<RunView, String> value) {
    TableColumn<RunView, String> column = TableColumns.number(texts.bind(key), value);
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setSortable(false);
    getColumns().add(column);
  }

  /** Table and state show the same selection; while rows are exchanged the state leads. */
  private void follow(ModelViewModel model) {
    model
        .selectedProperty()
        .subscribe(
            run -> {
              following = true;
              select(run);
              following = false;
            });
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            run -> {
              if (!following && run != null) {
                model.selectedProperty().set(run);
              }
            });
  }

  private void select(@Nullable RunView run) {
    if (run == null) {
      getSelectionModel().clearSelection();
    } else {
      getSelectionModel().select(run);
    }
  }
}
