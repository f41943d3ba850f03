package org.tiersmith.ui.kit.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/** The stretches of a ladder with their rates, and the raw rates of the boundaries below. */
final class LadderStrip extends CanvasChart<LadderStrip.Model> {
  private static final double HIGH = 26;
  private static final double BELOW = 18;
  private static final double SIDE = 6;
  private static final double BEYOND = 0.15;
  private static final double LEAST_END = 0.1;
  private static final double BRIGHT = 0.6;

  /**
   * What is shown, an entry a tier.
   *
   * @param rates what the tier offers, as text
   * @param begins the raw rate at which it begins
   * @param beginnings the same as text
   */
  record Model(List<String> rates, double[] begins, List<String> beginnings) {}

  private final List<LadderMark> marks;
  private double end = LEAST_END;

  LadderStrip(List<LadderMark> marks) {
    this.marks = marks;
    setMinHeight(HIGH + BELOW);
    setPrefHeight(HIGH + BELOW);
  }

  /** Takes the marks that there are now. */
  void showMarks() {
    getChildren().removeIf(LadderMark.class::isInstance);
    getChildren().addAll(marks);
  }

  double rateAt(double x) {
    return (x - SIDE) / Math.max(1, getWidth() - 2 * SIDE) * end;
  }

  private double atX(double rate) {
    return Math.rint(SIDE + Math.clamp(rate / end, 0, 1) * (getWidth() - 2 * SIDE));
  }

  @Override
  protected String describe(Model shown) {
    return IntStream.range(0, shown.rates().size())
        .mapToObj(i -> (i == 0 ? "" : shown.beginnings().get(i) + ": ") + shown.rates().get(i))
        .collect(Collectors.joining(", "));
  }

  @Override
  protected ValueTable values(Model shown, Texts texts) {
    ValueTable table = new ValueTable(texts.get("values.from"), texts.get("values.value"));
    for (int i = 0; i < shown.rates().size(); i++) {
      table.row(i == 0 ? "" : shown.begins()[i], shown.rates().get(i));
    }
    return table;
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    scale(shown);
    int tiers = shown.rates().size();
    for (int i = 0; i < tiers; i++) {
      double from = i == 0 ? atX(0) : atX(shown.begins()[i]);
      double to = i + 1 < tiers ? atX(shown.begins()[i + 1]) : width - SIDE;
      drawStretch(pen, pen.colours().tier(i, tiers), shown.rates().get(i), from, to);
    }
    for (int i = 0; i < marks.size() && i + 1 < tiers; i++) {
      double x = atX(shown.begins()[i + 1]);
      marks.get(i).resizeRelocate(x - LadderMark.WIDE / 2, 0, LadderMark.WIDE, HIGH);
    }
    drawBeginnings(pen, shown);
  }

  /** The end follows the highest boundary in leaps, so that the track lies still under a drag. */
  private void scale(Model shown) {
    double top = shown.begins().length == 1 ? 0 : shown.begins()[shown.begins().length - 1];
    boolean held = marks.stream().anyMatch(LadderMark::isPressed);
    if (top > end * 0.97 || (!held && top < end * 0.6)) {
      end = Math.max(LEAST_END, Math.ceil(top * (1 + BEYOND) * 50 + 1e-9) / 50);
    }
  }

  private static void drawStretch(Pen pen, Color colour, String rate, double from, double to) {
    GraphicsContext g = pen.graphics();
    if (to > from) {
      g.setFill(colour);
      g.fillRect(from, 0, to - from, HIGH);
    }
    if (Pen.widthOf(rate) + LadderMark.WIDE < to - from) {
      boolean bright = colour.grayscale().getBrightness() > BRIGHT;
      pen.text(
          rate, (from + to) / 2, HIGH / 2, TextAlignment.CENTER, bright ? DARK_INK : LIGHT_INK);
    }
  }

  private static final Color DARK_INK = Color.web("#1f2328");
  private static final Color LIGHT_INK = Color.WHITE;

  /** The raw rates of those boundaries that the person has in hand, then of all that find room. */
  private void drawBeginnings(Pen pen, Model shown) {
    LabelPlacer placer = new LabelPlacer(new LabelPlacer.Box(0, HIGH, getWidth(), HIGH + BELOW));
    for (boolean active : new boolean[] {true, false}) {
      for (int i = 0; i < marks.size() && i + 1 < shown.begins().length; i++) {
        if (marks.get(i).isActive() == active) {
          Color colour = pen.colour(active ? ChartColours.Role.INK : ChartColours.Role.QUIET);
          drawBeginning(
              pen, placer, shown.beginnings().get(i + 1), atX(shown.begins()[i + 1]), colour);
        }
      }
    }
  }

  private void drawBeginning(Pen pen, LabelPlacer placer, String text, double x, Color colour) {
    double wide = Pen.widthOf(text) + 6;
    double middle = Math.clamp(x, wide / 2, Math.max(wide / 2, getWidth() - wide / 2));
    LabelPlacer.Box place =
        placer.best(List.of(LabelPlacer.around(middle, HIGH + BELOW / 2 + 1, wide, 13)));
    if (place != null) {
      pen.text(text, place.middleX(), place.middleY(), TextAlignment.CENTER, colour);
    }
  }
}
