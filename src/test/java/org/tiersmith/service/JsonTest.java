package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tiersmith.data.Derivation;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.Finding;
import org.tiersmith.data.Join;
import org.tiersmith.data.QualityReport;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Provenance;
import org.tiersmith.model.Text;
import org.tiersmith.plan.FrozenPlan;
import org.tiersmith.response.SegmentResponses;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Evaluator;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.ScenarioDefaults;
import org.tiersmith.training.TestMetrics;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.training.metrics.Interval;
import org.tiersmith.training.metrics.Intervals;
import org.tiersmith.training.metrics.ReliabilityBin;

/** What the project file keeps as JSON comes back equal. */
class JsonTest {

  static List<Policy> policies() {
    return List.of(
        new Policy.Classic(new Alpha(0.25, Map.of("gold", 0.1, "时尚", 0.3))),
        new Policy.Target(Alpha.of(1.5), 0.3),
        new Policy.Fixed(0.1),
        new Policy.ProfitOptimum(),
        new Policy.BudgetOptimum(1234.5));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void scenario(Policy policy) {
    Scenario scenario = ScenarioDefaults.of("Frühling \"24\"", policy);
    assertThat(Json.read(Json.write(scenario), Scenario.class)).isEqualTo(scenario);
  }

  @Test
  void policiesAreCalledAsOnTheCommandLine() {
    assertThat(Json.write(ScenarioDefaults.of("x", new Policy.Fixed(0.1))))
        .contains("\"rule\":\"fixed\"");
  }

  @Test
  void trainingSettings() {
    TrainingSettings settings = TrainingSettings.defaults(EncoderForm.TWO_TOWER);
    assertThat(Json.read(Json.write(settings), TrainingSettings.class)).isEqualTo(settings);
  }

  @Test
  void runResultWithAnUnknownFigure() {
    Interval interval = new Interval(0.4, Double.NaN);
    RunResult result =
        new RunResult(
            new TestMetrics(
                10,
                Double.NaN,
                0.5,
                0.8,
                0.6,
                0.02,
                List.of(new ReliabilityBin(0.1, 0.12, 10)),
                0.3,
                0.2,
                Double.NaN,
                0.7,
                0.31),
            70,
            15,
            15,
            2,
            1,
            55.5,
            true,
            List.of(Text.of("x.y", "{0} tells {1}", "price", 0.99)),
            new Intervals(
                interval, interval, interval, interval, interval, interval, interval, interval,
                interval, 12, 500));
    assertThat(Json.read(Json.write(result), RunResult.class)).isEqualTo(result);
  }

  @Test
  void runResultOfTheFirstVersion() {
    RunResult result =
        Json.read(
            "{\"test\":{\"rows\":10,\"auc\":0.9,\"logLoss\":0.5,\"accuracy\":0.8,\"f1\":0.6,"
                + "\"ece\":0.02,\"reliability\":[{\"predicted\":0.1,\"observed\":0.2,\"rows\":10}]},"
                + "\"trainExamples\":70,\"validationExamples\":15,\"testExamples\":15,"
                + "\"epochsDone\":2,\"bestEpoch\":1,\"examplesPerSecond\":5.5,\"randomised\":true}",
            RunResult.class);
    assertThat(result.test().auc()).isEqualTo(0.9);
    assertThat(result.test().prAuc()).isNaN();
    assertThat(result.test().threshold()).isNaN();
    assertThat(result.warnings()).isEmpty();
    assertThat(result.intervals()).isNull();
  }

  @Test
  void frozenPlanWithUnknownProfit() {
    Portfolio portfolio =
        new Portfolio(
            List.of("all"),
            new int[] {0},
            new int[] {0},
            new double[] {100},
            new double[] {Double.NaN},
            new double[] {0.3},
            new double[] {1});
    Scenario scenario = ScenarioDefaults.of("Ten", new Policy.Fixed(0.1));
    FrozenPlan plan =
        FrozenPlan.freeze(
            "Ten",
            scenario,
            "rfm",
            new SegmentResponses(
                new double[] {1.5},
                new double[] {0.2},
                new double[] {0, 0.1},
                new double[][] {{0, 0.25}}),
            Evaluator.evaluate(portfolio, scenario, () -> false),
            new Provenance(
                "plan",
                "ab",
                Map.of("run", "1"),
                7,
                Map.of("java", "25"),
                "cpu",
                Instant.parse("2026-03-04T05:06:07.008Z")));
    assertThat(Json.read(Json.write(plan), FrozenPlan.class)).isEqualTo(plan);
  }

  @Test
  void mappingAndQuality() {
    RoleMapping mapping =
        RoleMapping.of(
            null,
            null,
            FileMapping.of(
                    Path.of("orders.csv").toAbsolutePath(), Map.of("customer_id", "= a || 'x'"))
                .withMore(List.of(Path.of("more.csv").toAbsolutePath()))
                .withJoins(List.of(new Join(Path.of("who.csv").toAbsolutePath(), Map.of("a", "b"))))
                .withConstant("type", "purchase")
                .withWhere("quantity > 0")
                .withDropped("store", true)
                .withDerive(Derivation.USUAL_PRICE));
    assertThat(Json.read(Json.write(mapping), RoleMapping.class)).isEqualTo(mapping);
    String earlier =
        "{\"events\":{\"file\":\"file:///a.csv\",\"columns\":{},\"constants\":{},\"drop\":[]}}";
    assertThat(Json.read(earlier, RoleMapping.class))
        .isEqualTo(
            RoleMapping.of(
                null, null, FileMapping.of(Path.of(URI.create("file:///a.csv")), Map.of())));
    QualityReport quality =
        QualityReport.of(
            List.of(
                new Finding(
                    Finding.Level.NOTE,
                    3,
                    Text.of("a.b", "{0} of {1}", 3, Text.of("c.d", "orders")))));
    assertThat(Json.read(Json.write(quality), QualityReport.class)).isEqualTo(quality);
  }
}
