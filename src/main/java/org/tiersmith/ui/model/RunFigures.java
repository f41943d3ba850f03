package org.tiersmith.ui.model;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.service.RunResult;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.KeyFigure;
import org.tiersmith.ui.kit.KeyFigure.Tone;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** How well the selected run did, beside the one before; while it learns, on validation. */
final class RunFigures extends GridPane {
  private final Ui ui;
  private final Texts texts;
  private final Formats formats;
  private final ModelViewModel model;

  /**
   * A figure.
   *
   * @param better 1 when more is better, -1 when less is, 0 when neither
   * @param live the series that stands in while the run learns; empty for none
   */
  private record Figure(
      String key, int decimals, int better, String live, ToDoubleFunction<RunResult> value) {}

  RunFigures(Ui ui, Texts texts, ModelViewModel model) {
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    this.model = model;
    setHgap(12);
    add(new Figure("auc", 3, 1, "validation.auc", result -> result.test().auc()));
    add(new Figure("log-loss", 3, -1, "validation.loss", result -> result.test().logLoss()));
    add(new Figure("f1", 2, 1, "", result -> result.test().f1()));
    add(new Figure("ece", 3, -1, "", result -> result.test().ece()));
    add(new Figure("speed", 0, 0, "", RunResult::examplesPerSecond));
  }

  private void add(Figure figure) {
    ColumnConstraints fifth = new ColumnConstraints();
    fifth.setPercentWidth(20);
    fifth.setHgrow(Priority.ALWAYS);
    getColumnConstraints().add(fifth);
    KeyFigure node =
        new KeyFigure(
            texts.bind("figure." + figure.key()),
            Bindings.createStringBinding(() -> value(figure), followed()),
            Bindings.createStringBinding(() -> beside(figure), followed()),
            Bindings.createObjectBinding(() -> tone(figure), followed()));
    node.setMaxHeight(Double.MAX_VALUE);
    node.setId("figure-" + figure.key());
    add(node, getColumnConstraints().size() - 1, 0);
  }

  private Observable[] followed() {
    return new Observable[] {
      model.selectedProperty(), model.pointsProperty(), model.runs(), ui.language().tongueProperty()
    };
  }

  private Optional<RunView> run() {
    return Optional.ofNullable(model.selectedProperty().get());
  }

  private Optional<RunResult> result() {
    return run().map(RunView::result);
  }

  private Optional<RunView> before() {
    return run().flatMap(model::before);
  }

  private String value(Figure figure) {
    if (result().isPresent()) {
      double value = figure.value().applyAsDouble(result().get());
      return figure.key().equals("speed")
          ? texts.get("per-second", formats.number(value, 0))
          : formats.number(value, figure.decimals());
    }
    return live(figure).map(p -> formats.number(p.value(), figure.decimals())).orElse("–");
  }

  private Optional<MetricPoint> live(Figure figure) {
    return model.pointsProperty().get().stream()
        .filter(point -> point.series().equals(figure.live()))
        .reduce((first, second) -> second);
  }

  private String beside(Figure figure) {
    if (result().isEmpty()) {
      return live(figure).isPresent() ? texts.get("on-validation") : " ";
    }
    if (figure.key().equals("speed")) {
      return run().map(RunView::device).orElse("");
    }
    Supplier<String> alone =
        () -> texts.get("on-test", result().map(r -> r.test().rows()).orElse(0L));
    return before()
        .map(
            other ->
                texts.get(
                    "against-run",
                    formats.signed(
                        change(figure), formats.number(change(figure), figure.decimals())),
                    Long.toString(other.id())))
        .orElseGet(alone);
  }

  private double change(Figure figure) {
    double now = result().map(figure.value()::applyAsDouble).orElse(Double.NaN);
    double then =
        before().map(RunView::result).map(figure.value()::applyAsDouble).orElse(Double.NaN);
    return now - then;
  }

  private Tone tone(Figure figure) {
    double better = change(figure) * figure.better();
    double visible = 0.5 * Math.pow(10, -figure.decimals());
    return better >= visible ? Tone.GOOD : better <= -visible ? Tone.BAD : Tone.NEUTRAL;
  }
}
