package org.tiersmith.ui.model;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.RunResult;
import org.tiersmith.service.RunView;
import org.tiersmith.training.metrics.Confusion;
import org.tiersmith.training.metrics.Interval;
import org.tiersmith.training.metrics.Intervals;
import org.tiersmith.ui.kit.EvenRow;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.KeyFigure;
import org.tiersmith.ui.kit.KeyFigure.Tone;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** How well the selected run did, beside another; while it learns, on validation. */
final class RunFigures extends StackPane {
  /**
   * A figure.
   *
   * @param better 1 when more is better, -1 when less is
   * @param live the series that stands in while the run learns; empty for none
   * @param interval in which the value lies; null for none
   */
  private record Figure(
      String key,
      int better,
      String live,
      ToDoubleFunction<RunResult> value,
      Function<Intervals, @Nullable Interval> interval) {

    int decimals() {
      return 3;
    }
  }

  private final Ui ui;
  private final Texts texts;
  private final Formats formats;
  private final ModelViewModel model;

  RunFigures(Ui ui, Texts texts, ModelViewModel model) {
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    this.model = model;
    getChildren()
        .add(
            new EvenRow(
                of(
                    new Figure(
                        "auc", 1, CurveKind.AUC.validation(), r -> r.test().auc(), Intervals::auc)),
                of(
                    new Figure(
                        "log-loss",
                        -1,
                        CurveKind.LOSS.validation(),
                        r -> r.test().logLoss(),
                        Intervals::logLoss)),
                f1(),
                of(new Figure("ece", -1, "", r -> r.test().ece(), intervals -> null)),
                speed()));
  }

  private KeyFigure of(Figure figure) {
    KeyFigure node =
        new KeyFigure(
            texts.bind("figure." + figure.key()),
            Bindings.createStringBinding(() -> value(figure), followed()),
            Bindings.createStringBinding(() -> beside(figure), followed()),
            Bindings.createObjectBinding(() -> tone(figure), followed()));
    node.setId("figure-" + figure.key());
    return node.detailed(
        Bindings.createStringBinding(() -> interval(figure).orElse(""), followed()));
  }

  /** F1 follows the threshold. */
  private KeyFigure f1() {
    KeyFigure node =
        new KeyFigure(
            Bindings.createStringBinding(
                () ->
                    model.quality().qualityProperty().get() == null
                        ? texts.get("figure.f1")
                        : texts.get(
                            "figure.f1-at",
                            formats.number(model.quality().thresholdProperty().get(), 2)),
                followed()),
            Bindings.createStringBinding(
                () ->
                    confusion()
                        .map(c -> formats.number(c.f1(), 2))
                        .orElseGet(
                            () ->
                                result()
                                    .map(r -> formats.number(r.test().f1(), 2))
                                    .orElse(Formats.UNKNOWN)),
                followed()),
            Bindings.createStringBinding(
                () ->
                    confusion()
                        .map(
                            c ->
                                texts.get(
                                    "figure.f1.parts",
                                    formats.number(c.precision(), 2),
                                    formats.number(c.recall(), 2)))
                        .orElse(" "),
                followed()),
            Bindings.createObjectBinding(() -> Tone.NEUTRAL));
    node.setId("figure-f1");
    return node;
  }

  private KeyFigure speed() {
    KeyFigure node =
        new KeyFigure(
            texts.bind("figure.speed"),
            Bindings.createStringBinding(
                () -> {
                  double speed = result().map(RunResult::examplesPerSecond).orElseGet(this::pace);
                  return Double.isNaN(speed)
                      ? Formats.UNKNOWN
                      : texts.get("per-second", formats.number(speed, 0));
                },
                followed()),
            Bindings.createStringBinding(
                () -> run().map(r -> r.device().replace(", ", " · ")).orElse(" "), followed()),
            Bindings.createObjectBinding(() -> Tone.NEUTRAL));
    node.setId("figure-speed");
    return node;
  }

  private double pace() {
    return run()
        .map(run -> model.curves().curve(run.id()).track(CurveKind.SPEED.steps()).last())
        .orElse(Double.NaN);
  }

  private Observable[] followed() {
    return new Observable[] {
      model.runs().selectedProperty(),
      model.runs().chosenProperty(),
      model.curves().versionProperty(),
      model.quality().confusionBinding(),
      model.runs().all(),
      ui.language().tongueProperty()
    };
  }

  private Optional<Confusion> confusion() {
    return Optional.ofNullable(model.quality().confusionBinding().get());
  }

  private Optional<RunView> run() {
    return Optional.ofNullable(model.runs().selectedProperty().get());
  }

  private Optional<RunResult> result() {
    return run().map(RunView::result);
  }

  private String value(Figure figure) {
    double value = result().map(figure.value()::applyAsDouble).orElseGet(() -> live(figure));
    return formats.number(value, figure.decimals());
  }

  private double live(Figure figure) {
    return run()
        .map(run -> model.curves().curve(run.id()).track(figure.live()).last())
        .orElse(Double.NaN);
  }

  private String beside(Figure figure) {
    if (result().isEmpty()) {
      return Double.isNaN(live(figure)) ? " " : texts.get("on-validation");
    }
    return change(figure)
        .orElseGet(() -> texts.get("on-test", result().map(r -> r.test().rows()).orElse(0L)));
  }

  private Optional<String> interval(Figure figure) {
    return result()
        .map(RunResult::intervals)
        .map(figure.interval())
        .filter(interval -> !Double.isNaN(interval.low()))
        .map(
            interval ->
                texts.get(
                    "interval",
                    formats.number(interval.low(), figure.decimals()),
                    formats.number(interval.high(), figure.decimals())));
  }

  private Optional<String> change(Figure figure) {
    return run()
        .flatMap(model.runs()::compared)
        .map(
            other ->
                texts.get(
                    "against-run",
                    formats.signed(by(figure), formats.number(by(figure), figure.decimals())),
                    Long.toString(other.id())));
  }

  private double by(Figure figure) {
    double now = result().map(figure.value()::applyAsDouble).orElse(Double.NaN);
    double then =
        run()
            .flatMap(model.runs()::compared)
            .map(RunView::result)
            .map(figure.value()::applyAsDouble)
            .orElse(Double.NaN);
    return now - then;
  }

  private Tone tone(Figure figure) {
    double better = by(figure) * figure.better();
    double visible = 0.5 * Math.pow(10, -figure.decimals());
    return better >= visible ? Tone.GOOD : better <= -visible ? Tone.BAD : Tone.NEUTRAL;
  }
}
