package org.tiersmith.service;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.ExampleBuilder;
import org.tiersmith.data.ExampleFile;
import org.tiersmith.data.ExampleSettings;
import org.tiersmith.data.MappingJson;
import org.tiersmith.data.TableKind;
import org.tiersmith.data.Tables;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;
import org.tiersmith.model.FeatureTable;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.plan.PlanCsv;
import org.tiersmith.profile.FeatureBuilder;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.ScenarioDefaults;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.NumbersBaseline;
import org.tiersmith.training.TestMetrics;
import org.tiersmith.training.TrainingSettings;

/**
 * The whole road on a real shop's rows, and whether the language model beats popularity and price
 * on its later weeks: takes a quarter of an hour on two processor cores. Skipped where the data set
 * is not beside the project.
 */
@Tag("figures")
class CompleteJourneyFiguresTest {
  private static final Path DATA = Path.of("..", "shared", "data", "complete_journey");
  private static final Set<String> POPULARITY_AND_PRICE =
      Set.of("price_log", "popularity_log", "list_price_log", "price_to_category_log");
  private static final int MOST_EXAMPLES = 20_000;
  private static final int MAX_LENGTH = 48;

  @TempDir private Path folder;

  @Test
  void goesTheRoadAndBeatsPopularityAndPrice() throws IOException, URISyntaxException {
    assumeTrue(Files.isDirectory(DATA), "no complete_journey beside the project");
    Workbench workbench =
        new Workbench(
            new Preferences(folder.resolve("preferences.properties")),
            new SameThreadJobRunner((job, failure) -> {}),
            folder.resolve("models"));
    try (ProjectSession session = workbench.create(folder.resolve("journey.tiersmith"))) {
      DatasetView dataset = load(session);
      TrainingSettings usual = TrainingSettings.defaults(EncoderForm.TWO_TOWER);
      RunView run =
          session
              .training()
              .train(
                  usual.withSizes(2, 256, MAX_LENGTH, MOST_EXAMPLES).withRun(DeviceChoice.CPU, 1),
                  JobContext.detached());
      TestMetrics test = requireNonNull(run.result()).test();
      TestMetrics plain = popularityAndPrice(session);
      ScoreView score =
          session.scoring().score(null, null, DeviceChoice.CPU, JobContext.detached());
      session
          .plans()
          .freeze(
              ScenarioDefaults.of("Classic", new Policy.Classic(Alpha.of(0.2))),
              JobContext.detached());
      Path out = folder.resolve("plan.csv");
      session.plans().export(session.plans().plans().getLast().id(), out, JobContext.detached());
      System.out.printf(
          "complete_journey, %s: two-tower on %d examples: test AUC %.4f on %d rows, ECE %.4f;"
              + " popularity and price %.4f; all numbers %.4f; %d pairs scored%n",
          dataset,
          MOST_EXAMPLES,
          test.auc(),
          test.rows(),
          test.ece(),
          plain.auc(),
          session.runs().numbersOnlyAuc(run.id()),
          score.pairs());
      try (var lines = Files.lines(out)) {
        assertThat(lines.count()).isEqualTo(score.pairs() + 1);
      }
      assertThat(Files.readString(out).lines().findFirst()).contains(PlanCsv.HEADER);
      assertThat(test.rows()).isEqualTo(plain.rows());
      assertThat(test.auc()).isGreaterThan(plain.auc());
    }
  }

  private static DatasetView load(ProjectSession session) throws URISyntaxException {
    Path json =
        Path.of(requireNonNull(ExampleBuilder.class.getResource("complete_journey.json")).toURI());
    return session
        .data()
        .importFiles(
            MappingJson.read(json)
                .withFiles(
                    null, DATA.resolve("products.csv.gz"), DATA.resolve("transactions.csv.gz"))
                .with(TableKind.CUSTOMERS, null),
            JobContext.detached());
  }

  /** The same head and measures on what the product's popularity and prices say. */
  private TestMetrics popularityAndPrice(ProjectSession session) throws IOException {
    Tables tables = session.data().tables();
    ExampleFile file =
        ExampleBuilder.build(
            tables,
            ExampleSettings.DEFAULT.withSeed(1),
            folder.resolve("examples.parquet"),
            JobContext.detached());
    Examples all = FeatureBuilder.examples(tables, file.file(), JobContext.detached());
    PairFeatures features = all.features();
    return NumbersBaseline.measure(
        new Examples(
            new PairFeatures(
                narrowed(features.customers()),
                narrowed(features.products()),
                features.customer(),
                features.product(),
                kept(features.numberNames()),
                kept(features.numberNames(), features.numbers())),
            all.discount(),
            all.purchased(),
            all.split(),
            all.eventIds()),
        1,
        JobContext.detached());
  }

  private static FeatureTable narrowed(FeatureTable table) {
    List<String> names = table.numberNames();
    return new FeatureTable(table.texts(), kept(names), kept(names, table.numbers()));
  }

  private static List<String> kept(List<String> names) {
    return names.stream().filter(POPULARITY_AND_PRICE::contains).toList();
  }

  private static float[] kept(List<String> names, float[] numbers) {
    int[] columns =
        IntStream.range(0, names.size())
            .filter(i -> POPULARITY_AND_PRICE.contains(names.get(i)))
            .toArray();
    float[] kept = new float[numbers.length / names.size() * columns.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = numbers[i / columns.length * names.size() + columns[i % columns.length]];
    }
    return kept;
  }
}
