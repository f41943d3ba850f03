package org.tiersmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Evaluation;
import org.tiersmith.model.Segmentation;
import org.tiersmith.model.Text;
import org.tiersmith.project.RunState;
import org.tiersmith.service.RunEvaluation;
import org.tiersmith.service.RunResult;
import org.tiersmith.service.RunView;
import org.tiersmith.training.TestMetrics;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.training.metrics.Trials;

class RunReportTest {
  private static final String WARNING = "The column note alone tells who bought.";

  @Test
  void tellsSegmentsUseAndWarnings() {
    Result result = report(Trials.calibrated(4, 3000, 40));
    assertThat(result.json())
        .containsKeys("run", "epochs", "examples_per_s", "test", "segments", "warnings");
    assertThat(result.json().get("segments"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(2);
    assertThat(result.json().get("warnings")).isEqualTo(List.of(WARNING));
    assertThat(result.lines())
        .anyMatch(line -> line.matches(" +even +1,\\d{3} +0\\.\\d{3}.*"))
        .anyMatch(line -> line.startsWith("The 20 % of exposures that look best hold "))
        .anyMatch(line -> line.startsWith("A discount of 10 % "))
        .contains("Warning: " + WARNING);
  }

  @Test
  void saysWhatIsNotKnown() {
    Evaluation noCosts = Trials.calibrated(4, 3000, 40);
    Arrays.fill(noCosts.unitCost(), Double.NaN);
    assertThat(report(noCosts).lines()).anyMatch(line -> line.startsWith("Without unit costs"));
    Evaluation noBuyers = Trials.calibrated(4, 300, 40);
    Arrays.fill(noBuyers.purchased(), false);
    Result result = report(noBuyers);
    assertThat(result.lines())
        .noneMatch(line -> line.contains("NaN"))
        .anyMatch(line -> line.startsWith("Warning: Of ") && line.contains("segment \"odd\""));
  }

  private static Result report(Evaluation evaluation) {
    Map<String, Integer> segmentOf = new HashMap<>();
    for (int c = 0; c < 40; c++) {
      segmentOf.put("C" + c, c % 2);
    }
    RunResult done =
        new RunResult(
            new TestMetrics(3000, 0.8, 0.4, 0.8, 0.6, 0.02, List.of(), 0.7, 0.1, 0.5, 0.7, 0.4),
            9000,
            1500,
            3000,
            2,
            2,
            50,
            true,
            List.of(Text.of("any.warning", WARNING)),
            null);
    RunView run =
        new RunView(
            1,
            RunState.DONE,
            TrainingSettings.defaults(EncoderForm.CROSS),
            "cpu",
            Instant.EPOCH,
            Instant.EPOCH,
            done,
            true,
            null,
            "",
            false,
            true);
    Segmentation segments = new Segmentation("parity", List.of("even", "odd"), segmentOf);
    return new RunReport(run, RunEvaluation.of(evaluation), segments, 0.7).result();
  }
}
