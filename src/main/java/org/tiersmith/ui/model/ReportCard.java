package org.tiersmith.ui.model;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.tiersmith.training.metrics.ClassificationReport;
import org.tiersmith.training.metrics.ClassificationReport.Row;
import org.tiersmith.training.metrics.Confusion;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.TableColumns;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The classification report at the threshold: precision, recall, F1 and support per class. */
final class ReportCard extends StackPane {
  private static final double ROW_HEIGHT = 30;

  private record Line(String name, Row of) {}

  private final Texts texts;
  private final Formats formats;
  private final TableView<Line> table = new TableView<>();

  ReportCard(Ui ui, Texts texts, QualityViewModel model) {
    this.texts = texts;
    this.formats = ui.formats();
    table.setId("report");
    table.getStyleClass().addAll("ts-table", "ts-dense");
    table.setFixedCellSize(ROW_HEIGHT);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.accessibleTextProperty().bind(texts.bind("report"));
    var name = TableColumns.<Line>text(texts.bind("report.class"), Line::name);
    TableColumns.widths(name, 84, 90);
    table.getColumns().add(name);
    number("report.precision", 72, row -> row.precision());
    number("report.recall", 52, row -> row.recall());
    number("report.f1", 50, row -> row.f1());
    var support =
        TableColumns.<Line>number(
            texts.bind("report.support"), r -> formats.count(r.of().support()));
    TableColumns.widths(support, 56, 58);
    table.getColumns().add(support);
    table.getColumns().forEach(column -> column.setSortable(false));
    getChildren()
        .add(
            new Card(texts.bind("report"), table)
                .subtitled(texts.bind("report.how"))
                .growing(table));
    model.confusionBinding().subscribe(this::show);
    ui.language().tongueProperty().subscribe(now -> show(model.confusionBinding().get()));
  }

  private void number(String title, double width, ToDoubleFunction<Row> value) {
    var column =
        TableColumns.<Line>number(
            texts.bind(title), row -> formats.number(value.applyAsDouble(row.of()), 3));
    TableColumns.widths(column, width, width);
    table.getColumns().add(column);
  }

  private void show(@Nullable Confusion now) {
    if (now == null) {
      table.getItems().clear();
      return;
    }
    ClassificationReport report = ClassificationReport.of(now);
    table
        .getItems()
        .setAll(
            List.of(
                new Line(texts.get("report.yes"), report.bought()),
                new Line(texts.get("report.no"), report.passed()),
                new Line(texts.get("report.macro"), report.macro()),
                new Line(texts.get("report.weighted"), report.weighted())));
  }
}
