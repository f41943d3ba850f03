package org.tiersmith.ui.kit.chart;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.text.TextAlignment;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/** One bar a category with its name before and its number after: sizes at a glance. */
public final class CategoryBars extends CanvasChart<CategoryBars.Model> {

  /** A bar; {@code label} is its value already formatted. */
  public record Row(String name, double value, String label) {}

  /** What is shown, from top to bottom. */
  public record Model(List<Row> rows) {}

  @Override
  protected String describe(Model shown) {
    return shown.rows().stream()
        .map(row -> row.name() + " " + row.label())
        .collect(Collectors.joining(", "));
  }

  @Override
  protected ValueTable values(Model shown, Texts texts) {
    ValueTable table = new ValueTable(texts.get("values.name"), texts.get("values.value"));
    shown.rows().forEach(row -> table.row(row.name(), row.value()));
    return table;
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    List<Row> rows = shown.rows();
    double names =
        Math.min(
            width * 0.42, rows.stream().mapToDouble(r -> Pen.widthOf(r.name())).max().orElse(0));
    double labels = rows.stream().mapToDouble(r -> Pen.widthOf(r.label())).max().orElse(0);
    double most = rows.stream().mapToDouble(Row::value).max().orElse(1);
    double left = Math.ceil(names) + 10;
    double room = Math.max(1, width - left - labels - 10);
    double step = Math.min(26, height / Math.max(1, rows.size()));
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double middle = (i + 0.5) * step;
      double length = Math.max(1, most > 0 ? row.value() / most * room : 0);
      pen.fittedText(
          row.name(),
          left - 8,
          middle,
          names,
          TextAlignment.RIGHT,
          pen.colour(ChartColours.Role.INK));
      pen.graphics().setFill(pen.colours().series(0));
      pen.graphics()
          .fillRect(
              left, Math.rint(middle - step * 0.28), Math.rint(length), Math.rint(step * 0.56));
      pen.text(
          row.label(),
          left + length + 6,
          middle,
          TextAlignment.LEFT,
          pen.colour(ChartColours.Role.QUIET));
    }
  }
}
