package org.tiersmith.ui.strategy;

import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.strategy.Guardrails;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.NumberBox;

/** Ties a tick and a number to a limit of the current scenario that there may be or not. */
final class Ticked {
  private final Live live;
  private final Function<Guardrails, @Nullable Number> read;
  private final DoubleFunction<UnaryOperator<Scenario>> write;
  private final UnaryOperator<Scenario> lift;
  private final DoubleSupplier usual;
  private boolean showing;

  /**
   * @param usual the limit to begin with
   */
  Ticked(
      Live live,
      Function<Guardrails, @Nullable Number> read,
      DoubleFunction<UnaryOperator<Scenario>> write,
      UnaryOperator<Scenario> lift,
      DoubleSupplier usual) {
    this.live = live;
    this.read = read;
    this.write = write;
    this.lift = lift;
    this.usual = usual;
  }

  void tie(CheckBox tick, NumberBox box) {
    live.model().currentProperty().subscribe(scenario -> show(scenario, tick, box));
    tick.selectedProperty()
        .subscribe(
            (before, now) -> {
              if (!showing) {
                live.model().edit("", now ? write.apply(usual.getAsDouble()) : lift);
              }
            });
    box.valueProperty()
        .subscribe(
            (before, now) -> {
              if (!showing && tick.isSelected()) {
                live.model().edit("", write.apply(now.doubleValue()));
              }
            });
  }

  private void show(@Nullable Scenario scenario, CheckBox tick, NumberBox box) {
    if (scenario == null) {
      return;
    }
    Number limit = read.apply(scenario.guardrails());
    showing = true;
    tick.setSelected(limit != null);
    if (limit != null) {
      box.valueProperty().set(limit.doubleValue());
    }
    showing = false;
  }
}
