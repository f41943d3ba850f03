package org.tiersmith.ui.strategy;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.util.Subscription;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.LabelledSlider;

/**
 * Ties a slider to a number of the current scenario, both ways. The moves of one drag are one
 * gesture, so that one undo takes them back together.
 */
final class ScenarioSlider {
  private static final AtomicLong DRAGS = new AtomicLong();

  private ScenarioSlider() {}

  /**
   * Ties them until the subscription is ended.
   *
   * @param step values are rounded to its multiples
   * @param read NaN where the scenario has no such number
   */
  static Subscription tie(
      LabelledSlider slider,
      StrategyViewModel model,
      double step,
      ToDoubleFunction<Scenario> read,
      DoubleFunction<UnaryOperator<Scenario>> write) {
    DoubleProperty value = slider.valueProperty();
    AtomicBoolean showing = new AtomicBoolean();
    AtomicLong drag = new AtomicLong();
    Subscription dragged =
        slider
            .adjustingProperty()
            .subscribe(adjusting -> drag.set(adjusting ? DRAGS.incrementAndGet() : 0));
    Subscription shown =
        model
            .currentProperty()
            .subscribe(
                scenario -> {
                  double now = scenario == null ? Double.NaN : read.applyAsDouble(scenario);
                  if (!Double.isNaN(now) && now != value.get()) {
                    showing.set(true);
                    value.set(now);
                    showing.set(false);
                  }
                });
    Subscription moved =
        value.subscribe(
            (before, after) -> {
              if (!showing.get()) {
                String gesture = drag.get() == 0 ? "" : "drag " + drag.get();
                model.edit(gesture, write.apply(rounded(after.doubleValue(), step)));
              }
            });
    return Subscription.combine(dragged, shown, moved);
  }

  /** The nearest multiple, free of the dust of binary fractions. */
  static double rounded(double value, double step) {
    long steps = Math.round(value / step);
    return step < 1 ? steps / (double) Math.round(1 / step) : steps * step;
  }
}
