package org.tiersmith.ui.kit.chart;

import java.util.Arrays;
import javafx.scene.paint.Color;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/** How many values lie in each of some equal intervals. */
public final class Histogram extends CanvasChart<Histogram.Model> {

  /** Counts of equal parts of the x axis. */
  public record Model(Axis x, Axis y, double[] counts) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Model m && x.equals(m.x) && Arrays.equals(counts, m.counts);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(counts);
    }
  }

  @Override
  protected String describe(Model shown) {
    int peak = 0;
    for (int i = 1; i < shown.counts().length; i++) {
      peak = shown.counts()[i] > shown.counts()[peak] ? i : peak;
    }
    double part = (shown.x().max() - shown.x().min()) / Math.max(1, shown.counts().length);
    return shown.x().title() + " " + shown.x().label().apply(shown.x().min() + (peak + 0.5) * part);
  }

  @Override
  protected ValueTable values(Model shown, Texts texts) {
    ValueTable table =
        new ValueTable(texts.get("values.from"), texts.get("values.to"), texts.get("values.count"));
    double part = (shown.x().max() - shown.x().min()) / Math.max(1, shown.counts().length);
    for (int i = 0; i < shown.counts().length; i++) {
      double from = shown.x().min() + i * part;
      table.row(from, from + part, shown.counts()[i]);
    }
    return table;
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    Plot plot = Plot.within(shown.x(), shown.y(), width, height);
    plot.drawFrame(pen);
    double step = plot.width() / Math.max(1, shown.counts().length);
    Color colour = pen.colours().series(0);
    pen.graphics().setFill(colour);
    for (int i = 0; i < shown.counts().length; i++) {
      double left = Math.rint(plot.left() + i * step);
      double right = Math.rint(plot.left() + (i + 1) * step);
      double top = Math.rint(plot.atY(shown.counts()[i]));
      double gap = right - left > 4 ? 1 : 0;
      pen.graphics().fillRect(left, top, right - left - gap, Math.rint(plot.bottom()) - top);
    }
  }
}
