package org.tiersmith.ui.kit.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleFunction;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/**
 * A tier ladder as a track over the raw rates of a rule: one coloured stretch a tier, labelled with
 * the rate that is offered there. Where tiers begin is dragged, or moved with the keys; what they
 * offer is not changed here.
 */
public final class LadderTrack extends VBox {
  private static final AtomicLong DRAGS = new AtomicLong();
  private static final double STEP = 0.001;
  private static final double LARGEST = 0.999;

  /**
   * A ladder.
   *
   * @param values the rates offered, as shares, rising
   * @param boundaries the raw rate at which each tier begins, rising, the first negative infinity
   * @param moved whether they are others than those that snapping to the values gives
   */
  public record Ladder(double[] values, double[] boundaries, boolean moved) {

    public Ladder {
      if (values.length != boundaries.length || values.length == 0) {
        throw new IllegalArgumentException(values.length + " tiers, " + boundaries.length);
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Ladder l
          && moved == l.moved
          && Arrays.equals(values, l.values)
          && Arrays.equals(boundaries, l.boundaries);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(values) + Arrays.hashCode(boundaries);
    }
  }

  /** Told of moved boundaries. */
  @FunctionalInterface
  public interface BoundariesMoved {
    /**
     * A boundary was moved.
     *
     * @param gesture the same for all moves of one drag; empty for a key, which stands for itself
     * @param boundaries all of them; the receiver's to keep
     */
    void moved(String gesture, double[] boundaries);
  }

  private final Texts texts;
  private final DoubleFunction<String> percent;
  private final BoundariesMoved moved;
  private final LadderStrip strip;
  private final List<LadderMark> marks = new ArrayList<>();
  private final Button reset;
  private Ladder ladder = new Ladder(new double[] {0}, new double[] {0}, false);
  private long drag;

  /**
   * @param moved given the boundaries while one moves; the ladder should be shown anew with them
   * @param toSnap called when the boundaries should again be those that snapping gives
   */
  public LadderTrack(Ui ui, BoundariesMoved moved, Runnable toSnap) {
    this.texts = ui.texts("kit");
    this.percent = rate -> ui.formats().percent(rate, isWhole(rate) ? 0 : 1);
    this.moved = moved;
    strip = new LadderStrip(marks);
    reset = Buttons.link(texts.bind("ladder.reset"), toSnap);
    reset.setId("ladder-reset");
    reset.setVisible(false);
    reset.managedProperty().bind(reset.visibleProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox foot = new HBox(8, Labels.muted(texts.bind("ladder.caption")), gap, reset);
    foot.getStyleClass().add("ts-row");
    getStyleClass().add("ts-ladder");
    getChildren().addAll(strip, foot);
    texts.language().tongueProperty().subscribe(tongue -> redraw());
  }

  /** Shows a ladder. */
  public void show(Ladder shown) {
    if (shown.equals(ladder)) {
      return;
    }
    ladder = shown;
    reset.setVisible(shown.moved());
    if (marks.size() != shown.values().length - 1) {
      rebuild();
    }
    redraw();
  }

  private void rebuild() {
    marks.clear();
    for (int tier = 1; tier < ladder.values().length; tier++) {
      int moves = tier;
      marks.add(
          new LadderMark(
              strip::redraw,
              x -> move("drag " + drag, moves, strip.rateAt(x)),
              by -> move("", moves, ladder.boundaries()[moves] + by)));
    }
    marks.forEach(mark -> mark.setOnDragStarted(() -> drag = DRAGS.incrementAndGet()));
    strip.showMarks();
  }

  private void redraw() {
    double[] values = ladder.values();
    for (int tier = 1; tier < values.length; tier++) {
      marks
          .get(tier - 1)
          .setAccessibleText(
              texts.get(
                  "ladder.mark",
                  percent.apply(values[tier]),
                  percent.apply(ladder.boundaries()[tier])));
    }
    strip.show(
        new LadderStrip.Model(
            Arrays.stream(values).mapToObj(percent).toList(),
            ladder.boundaries(),
            Arrays.stream(ladder.boundaries()).mapToObj(percent).toList()));
  }

  /** Moves a boundary, but never to or over its neighbours. */
  private void move(String gesture, int tier, double wanted) {
    double[] all = ladder.boundaries().clone();
    double low = tier == 1 ? 0 : all[tier - 1] + STEP;
    double high = tier + 1 < all.length ? all[tier + 1] - STEP : LARGEST;
    double taken = high >= low ? rounded(Math.clamp(wanted, low, high)) : all[tier];
    if (taken != all[tier]) {
      all[tier] = taken;
      moved.moved(gesture, all);
    }
  }

  /** The nearest multiple, free of the dust of binary fractions. */
  private static double rounded(double rate) {
    return Math.round(rate / STEP) / (double) Math.round(1 / STEP);
  }

  private static boolean isWhole(double rate) {
    return Math.abs(Math.rint(rate * 100) - rate * 100) < 1e-6;
  }
}
