package org.tiersmith.service;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.profile.PairRequest;
import org.tiersmith.sample.Auc;
import org.tiersmith.sample.SampleExposures;
import org.tiersmith.sample.SampleExposures.Exposure;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.TestMetrics;
import org.tiersmith.training.TrainingSettings;

/**
 * What a cross-encoder learns of the sample shop's truth in two epochs: takes half an hour on two
 * processor cores.
 */
@Tag("figures")
class CrossEncoderFiguresTest {
  private static final PrintStream OUT = System.out;

  @TempDir private Path folder;

  @Test
  void learnsNearlyAllThatIsTrue() throws IOException {
    Workbench workbench =
        new Workbench(
            new Preferences(folder.resolve("preferences.properties")),
            new SameThreadJobRunner((job, failure) -> {}),
            folder.resolve("models"));
    try (ProjectSession session = workbench.create(folder.resolve("sample.tiersmith"))) {
      Path shop = SampleExposures.DIR;
      session.sample().importFrom(shop, JobContext.detached());
      TrainingSettings settings =
          TrainingSettings.defaults(EncoderForm.CROSS).withRun(DeviceChoice.CPU, 1);
      RunView run = session.training().train(settings, JobContext.detached());
      check(session, run);
    }
  }

  private void check(ProjectSession session, RunView run) throws IOException {
    List<Exposure> exposures = SampleExposures.read();
    List<Exposure> tested = tested(exposures, run);
    double best =
        Auc.of(tested.stream().mapToDouble(Exposure::p).toArray(), SampleExposures.bought(tested));
    RunResult result = requireNonNull(run.result());
    TestMetrics test = result.test();
    double numbersOnly = session.runs().numbersOnlyAuc(run.id());
    double rank = rankOfSensitivity(session, exposures);
    double share = shareOfOracle(session);
    OUT.printf(
        "cross-encoder, %d epochs: test AUC %.4f on %d rows, of the truth %.4f, of numbers alone"
            + " %.4f; ECE %.4f; rank correlation of k by kind %.3f%n",
        result.epochsDone(), test.auc(), test.rows(), best, numbersOnly, test.ece(), rank);
    assertThat(test.rows()).isEqualTo(tested.size());
    assertThat(test.auc()).isGreaterThan(best - 0.02);
    assertThat(test.ece()).isLessThan(0.03);
    assertThat(rank).isGreaterThan(0.8);
    assertThat(numbersOnly).isLessThan(test.auc() - 0.1);
    assertThat(share).isGreaterThan(0.9);
  }

  /** What the budget optimum earns of what it would if it knew the truth, on the scored pairs. */
  private static double shareOfOracle(ProjectSession session) {
    long seed = SampleSettings.defaults().seed();
    TruthReport report = session.truth().judge(seed, JobContext.detached());
    report
        .policies()
        .forEach(each -> OUT.printf("%-10s %.1f %% of the oracle%n", each.name(), share(each)));
    return report.policies().getLast().shareOfOracle();
  }

  private static double share(JudgedPolicy policy) {
    return 100 * policy.shareOfOracle();
  }

  /** The exposures of the test split. */
  private static List<Exposure> tested(List<Exposure> exposures, RunView run) {
    LocalDateTime from =
        LocalDateTime.parse(
            requireNonNull(requireNonNull(run.provenance()).settings().get("split.test-from")));
    return exposures.stream()
        .filter(
            exposure ->
                !LocalDateTime.parse(exposure.event().get("timestamp").replace(' ', 'T'))
                    .isBefore(from))
        .toList();
  }

  /** Spearman's rank correlation over kinds of customers of mean learned k with mean true k. */
  private double rankOfSensitivity(ProjectSession session, List<Exposure> exposures)
      throws IOException {
    Map<String, Double> trueK = new HashMap<>();
    Map<String, String> kind = new HashMap<>();
    for (Exposure exposure : exposures) {
      trueK.put(pair(exposure), exposure.k());
      kind.put(pair(exposure), exposure.kind());
    }
    Path list = folder.resolve("pairs.csv");
    Files.write(
        list,
        Stream.concat(Stream.of("customer_id,product_id"), trueK.keySet().stream().sorted())
            .toList());
    session
        .scoring()
        .score(null, new PairRequest.Listed(list), DeviceChoice.CPU, JobContext.detached());
    ScoredPairs scored = session.strategy().pairs();
    Map<String, Double> learnedK = new HashMap<>();
    for (int i = 0; i < scored.size(); i++) {
      learnedK.put(
          scored.customerIds().get(scored.customer()[i])
              + ","
              + scored.productIds().get(scored.product()[i]),
          scored.k()[i]);
    }
    assertThat(learnedK.keySet()).isEqualTo(trueK.keySet());
    Map<String, Double> truth = meanByKind(trueK, kind);
    Map<String, Double> learned = meanByKind(learnedK, kind);
    truth.forEach(
        (name, k) -> OUT.printf("%-20s k %.2f, learned %.2f%n", name, k, learned.get(name)));
    return spearman(values(truth), values(learned));
  }

  private static String pair(Exposure exposure) {
    return exposure.event().get("customer_id") + "," + exposure.event().get("product_id");
  }

  private static Map<String, Double> meanByKind(Map<String, Double> k, Map<String, String> kind) {
    return k.keySet().stream()
        .collect(
            Collectors.groupingBy(kind::get, TreeMap::new, Collectors.averagingDouble(k::get)));
  }

  private static double[] values(Map<String, Double> sorted) {
    return sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double spearman(double[] a, double[] b) {
    int[] ranksOfA = ranks(a);
    int[] ranksOfB = ranks(b);
    double squares =
        IntStream.range(0, a.length).mapToDouble(i -> Math.pow(ranksOfA[i] - ranksOfB[i], 2)).sum();
    return 1 - 6 * squares / (a.length * (a.length * (double) a.length - 1));
  }

  private static int[] ranks(double[] values) {
    Set<Double> distinct = new HashSet<>(Arrays.stream(values).boxed().toList());
    assertThat(distinct).hasSize(values.length);
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranks = new int[values.length];
    IntStream.range(0, order.length).forEach(rank -> ranks[order[rank]] = rank);
    return ranks;
  }
}
