package org.tiersmith.ui.model;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.tiersmith.service.RunResult;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The columns that tables of runs are made of; each sorts. */
final class RunColumns {
  private final Texts texts;
  private final Formats formats;
  private final ModelViewModel model;

  RunColumns(Ui ui, Texts texts, ModelViewModel model) {
    this.texts = texts;
    this.formats = ui.formats();
    this.model = model;
  }

  /** State sign, number, and the colour in which the curve is drawn. */
  TableColumn<RunView, RunView> run(double width) {
    TableColumn<RunView, RunView> column = new TableColumn<>();
    column.textProperty().bind(texts.bind("column.run"));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(ignored -> new RunCell(texts, model));
    column.setComparator(Comparator.comparingLong(RunView::id));
    column.setReorderable(false);
    TableColumns.widths(column, width, width, width);
    return column;
  }

  TableColumn<RunView, String> state(double width) {
    return text(texts.bind("column.state"), width, run -> texts.choice("state", run.state()));
  }

  TableColumn<RunView, String> base(double least, double usual) {
    TableColumn<RunView, String> column =
        text(texts.bind("column.base"), usual, run -> RunNames.of(texts, run.settings()));
    column.setMinWidth(least);
    return column;
  }

  TableColumn<RunView, Number> auc(double width) {
    return figure(texts.bind("column.auc"), width, r -> r.test().auc());
  }

  /** Half the width of the interval in which the AUC lies. */
  TableColumn<RunView, Number> spread(double width) {
    return number(
        texts.bind("column.auc-spread"),
        width,
        run ->
            of(
                run,
                result ->
                    result.intervals() == null ? Double.NaN : result.intervals().auc().width() / 2),
        half -> Double.isNaN(half) ? "" : texts.get("spread", formats.number(half, 3)));
  }

  TableColumn<RunView, Number> logLoss(double width) {
    return figure(texts.bind("column.log-loss"), width, r -> r.test().logLoss());
  }

  TableColumn<RunView, Number> ece(double width) {
    return figure(texts.bind("column.ece"), width, r -> r.test().ece());
  }

  TableColumn<RunView, Number> speed(double width) {
    return number(
        texts.bind("column.speed"),
        width,
        run -> of(run, RunResult::examplesPerSecond),
        value -> formats.number(value, 0));
  }

  TableColumn<RunView, Number> duration(double width) {
    return number(
        texts.bind("column.duration"),
        width,
        RunNames::seconds,
        seconds -> RunNames.time(texts, seconds));
  }

  TableColumn<RunView, Number> started(double width) {
    return number(
        texts.bind("column.started"),
        width,
        run -> run.started().toEpochMilli(),
        millis -> formats.moment(java.time.Instant.ofEpochMilli((long) millis)));
  }

  /** Notes, written in place. */
  TableColumn<RunView, String> notes(double width) {
    TableColumn<RunView, String> column = text(texts.bind("column.notes"), width, RunView::notes);
    column.setEditable(true);
    column.setCellFactory(ignored -> new NotesCell());
    column.setOnEditCommit(event -> model.note(event.getRowValue(), event.getNewValue()));
    column.setMaxWidth(TableColumns.UNLIMITED);
    return column;
  }

  private TableColumn<RunView, Number> figure(
      javafx.beans.value.ObservableValue<String> title,
      double width,
      ToDoubleFunction<RunResult> value) {
    return number(title, width, run -> of(run, value), figure -> formats.number(figure, 3));
  }

  private static double of(RunView run, ToDoubleFunction<RunResult> value) {
    return run.result() == null ? Double.NaN : value.applyAsDouble(run.result());
  }

  private static TableColumn<RunView, Number> number(
      javafx.beans.value.ObservableValue<String> title,
      double width,
      ToDoubleFunction<RunView> value,
      java.util.function.DoubleFunction<String> format) {
    TableColumn<RunView, Number> column = TableColumns.sorted(title, value, format);
    TableColumns.widths(column, width, width, width);
    return column;
  }

  private static TableColumn<RunView, String> text(
      javafx.beans.value.ObservableValue<String> title,
      double width,
      Function<RunView, String> value) {
    TableColumn<RunView, String> column = TableColumns.text(title, value);
    TableColumns.widths(column, width, width);
    return column;
  }

  /** The sign of a run's state, its number and its colour. */
  private static final class RunCell extends TableCell<RunView, RunView> {
    private final Texts texts;
    private final RunMark mark;

    RunCell(Texts texts, ModelViewModel model) {
      this.texts = texts;
      this.mark = new RunMark(model.runs());
      model.runs().chosenProperty().subscribe(now -> mark.colour());
    }

    @Override
    protected void updateItem(RunView run, boolean empty) {
      super.updateItem(run, empty);
      if (empty || run == null) {
        setText("");
        setGraphic(null);
      } else {
        mark.show(run);
        setText(Long.toString(run.id()));
        setGraphic(mark);
        setAccessibleText(run.id() + " " + texts.choice("state", run.state()));
      }
    }
  }
}
