package org.tiersmith.ui.kit.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/** How far each weekday or month lies above or below the usual: bars from a line at 1. */
public final class FactorBars extends CanvasChart<FactorBars.Model> {
  private static final double NAME_ROOM = 18;
  private static final double LABEL_ROOM = 14;
  private static final double LEAST_REACH = 0.1;

  /**
   * What is shown.
   *
   * @param names below the bars
   * @param factors 1 is the usual; as many as there are names
   * @param label how a factor is written
   */
  public record Model(List<String> names, double[] factors, DoubleFunction<String> label) {

    public Model {
      names = List.copyOf(names);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Model m && names.equals(m.names) && Arrays.equals(factors, m.factors);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(factors);
    }
  }

  private @Nullable Double step;

  public FactorBars() {
    followMouse();
  }

  @Override
  protected String describe(Model shown) {
    return IntStream.range(0, shown.names().size())
        .mapToObj(i -> shown.names().get(i) + " " + shown.label().apply(shown.factors()[i]))
        .collect(Collectors.joining(", "));
  }

  @Override
  protected ValueTable values(Model shown, Texts texts) {
    ValueTable table = new ValueTable(texts.get("values.name"), texts.get("values.value"));
    for (int i = 0; i < shown.names().size(); i++) {
      table.row(shown.names().get(i), shown.factors()[i]);
    }
    return table;
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    int n = Math.max(1, shown.factors().length);
    double wide = width / n;
    step = wide;
    double up = Arrays.stream(shown.factors()).map(f -> f - 1).max().orElse(0);
    double down = Arrays.stream(shown.factors()).map(f -> 1 - f).max().orElse(0);
    double above = Math.max(LEAST_REACH, up);
    double below = Math.max(LEAST_REACH, down);
    double room = height - NAME_ROOM - 2 * LABEL_ROOM;
    double scale = room / (above + below);
    double line = Math.rint(LABEL_ROOM + above * scale);
    Color quiet = pen.colour(ChartColours.Role.QUIET);
    int strongest = strongest(shown.factors());
    for (int i = 0; i < n; i++) {
      double length = Math.rint((shown.factors()[i] - 1) * scale);
      double x = i * wide + wide * 0.18;
      pen.graphics()
          .setFill(i == strongest ? pen.colours().series(0) : pen.colour(ChartColours.Role.FILL));
      pen.graphics()
          .fillRect(
              Math.rint(x),
              length >= 0 ? line - length : line,
              Math.rint(wide * 0.64),
              Math.max(1, Math.abs(length)));
      String label = shown.label().apply(shown.factors()[i]);
      if (Pen.widthOf(label) < wide) {
        double y = length >= 0 ? line - length - 7 : line - length + 8;
        pen.text(label, (i + 0.5) * wide, y, TextAlignment.CENTER, quiet);
      }
      pen.fittedText(
          shown.names().get(i),
          (i + 0.5) * wide,
          height - NAME_ROOM / 2,
          wide - 2,
          TextAlignment.CENTER,
          quiet);
    }
    pen.line(0, line, width, line, pen.colour(ChartColours.Role.LINE), 1);
  }

  private static int strongest(double[] factors) {
    return IntStream.range(0, factors.length)
        .reduce((a, b) -> factors[b] > factors[a] ? b : a)
        .orElse(-1);
  }

  @Override
  protected void drawOver(Pen pen, Model shown, double width, double height) {
    Double wide = step;
    if (wide == null || !isMouseOver()) {
      return;
    }
    int i = (int) (mouseX() / wide);
    if (i >= 0 && i < shown.names().size()) {
      ReadOut.draw(
          pen,
          List.of(
              new ReadOut.Line(
                  shown.names().get(i) + "  " + shown.label().apply(shown.factors()[i]),
                  pen.colour(ChartColours.Role.INK))),
          mouseX(),
          mouseY(),
          width,
          height);
    }
  }
}
