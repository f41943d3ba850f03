package org.tiersmith.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.project.RunState;
import org.tiersmith.service.RunView;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Language;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Theme;
import org.tiersmith.ui.kit.chart.LineChart;

/** How long the FX thread works on the curves of four runs of 100,000 steps each. */
@Tag("figures")
class CurvesFiguresTest {
  private static final int RUNS = 4;
  private static final int STEPS = 100_000;
  private static final int REPEATS = 60;
  private static final double MOST_MILLIS = 20;

  @Test
  void staysQuickAtAHundredThousandSteps() {
    FakeModelDesk desk = new FakeModelDesk();
    for (int run = 0; run < RUNS; run++) {
      desk.add(RunState.RUNNING, TrainingSettings.quick(), Double.NaN);
    }
    double[] millis = Fx.call(() -> measure(desk));
    Arrays.sort(millis);
    System.out.printf(
        "Curves of %d runs of %,d steps: %.1f ms a redraw with a new point in the median, %.1f ms"
            + " at the 90th percentile%n",
        RUNS, STEPS, millis[REPEATS / 2], millis[REPEATS * 9 / 10]);
    assertThat(millis[REPEATS / 2]).isLessThan(MOST_MILLIS);
  }

  private static double[] measure(FakeModelDesk desk) {
    Notices notices = new Notices();
    ModelViewModel model =
        new ModelViewModel(
            desk,
            new Tasks(
                new SameThreadJobRunner((job, failure) -> {}), FxDispatcher.direct(), notices),
            notices);
    List<RunView> all = List.copyOf(model.runs().all());
    model.runs().choose(all, all.getFirst());
    for (RunView run : all) {
      model.curves().curve(run.id()).add(points(run.id()));
    }
    Language language = new Language(Tongue.ENGLISH);
    CurveDrawing drawing =
        new CurveDrawing(new Formats(language), new Texts(language, "model"), model);
    LineChart chart = new LineChart();
    Stage stage = new Stage();
    stage.setScene(new Scene(new StackPane(chart), 1200, 500));
    Theme.sheet(stage.getScene());
    stage.show();
    double[] millis = new double[REPEATS];
    for (int i = 0; i < REPEATS; i++) {
      long start = System.nanoTime();
      model
          .curves()
          .curve(all.getFirst().id())
          .add(List.of(new MetricPoint("train.loss", STEPS + i + 1, 0.3)));
      chart.show(drawing.of(CurveKind.LOSS).orElseThrow());
      stage.getScene().getRoot().applyCss();
      stage.getScene().getRoot().layout();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    stage.close();
    return millis;
  }

  private static List<MetricPoint> points(long run) {
    Random random = new Random(run);
    List<MetricPoint> points = new ArrayList<>();
    for (int step = 1; step <= STEPS; step++) {
      double loss = 0.3 + 0.4 * Math.exp(-step / 20_000.0) + 0.05 * random.nextGaussian();
      points.add(new MetricPoint("train.loss", step, loss));
      if (step % 5000 == 0) {
        points.add(new MetricPoint("validation.loss", step, loss + 0.02));
      }
    }
    return points;
  }
}
