package org.tiersmith.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.ExampleBuilder;
import org.tiersmith.data.ExampleFile;
import org.tiersmith.data.ExampleSettings;
import org.tiersmith.data.Importer;
import org.tiersmith.data.MappingJson;
import org.tiersmith.data.Tables;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;
import org.tiersmith.model.FeatureTable;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.profile.FeatureBuilder;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.metrics.ThresholdTable;

/**
 * Who buys what in a real shop's later weeks: the model beside popularity, recency and frequency,
 * and logistic regression on the same numbers, and what its texts and its numbers do alone. Takes a
 * quarter of an hour on two processor cores. Skipped where the data set is not beside the project.
 */
@Tag("figures")
class NextPurchaseFiguresTest {
  private static final Path DATA = Path.of("..", "shared", "data", "complete_journey");
  private static final Set<String> POPULARITY = Set.of("popularity_log");
  private static final Set<String> RECENCY_FREQUENCY =
      Set.of(
          "recency_log",
          "frequency_log",
          "monetary_log",
          "bought_before_log",
          "days_since_bought_log");
  private static final int MOST_EXAMPLES = 10_000;

  @TempDir private Path folder;

  @Test
  void beatsPopularityRecencyAndRegressionAndItsTextsAdd() throws IOException, URISyntaxException {
    assumeTrue(Files.isDirectory(DATA), "no complete_journey beside the project");
    Examples all = examples();
    double popularity = regression(numbers(all, POPULARITY));
    double recency = regression(numbers(all, RECENCY_FREQUENCY));
    double regression = regression(all);
    double numbersOnly = NumbersBaseline.measure(all, 1, JobContext.detached()).auc();
    double textsOnly = model(numbers(all, Set.of()));
    double both = model(all);
    System.out.printf(
        "complete_journey, next purchase, test AUC: popularity %.4f, recency and frequency %.4f,"
            + " logistic regression %.4f; model without texts %.4f, without numbers %.4f, with"
            + " both %.4f%n",
        popularity, recency, regression, numbersOnly, textsOnly, both);
    assertThat(both).isGreaterThan(Collections.max(List.of(popularity, recency, regression)));
    assertThat(both).isGreaterThan(numbersOnly);
    assertThat(both).isGreaterThan(textsOnly);
  }

  private double model(Examples examples) throws IOException {
    TrainingSettings settings =
        TrainingSettings.defaults(EncoderForm.TWO_TOWER).withSizes(1, 96, 64, MOST_EXAMPLES);
    return new FineTuner(new EncoderCatalogue(folder.resolve("models")))
        .train(
            examples,
            settings,
            RunListener.none(),
            Files.createDirectories(folder.resolve("run")),
            null,
            JobContext.detached())
        .test()
        .auc();
  }

  private static double regression(Examples examples) {
    SplitRows rows = SplitRows.of(examples, 0, 1);
    NumberScaling scaling = NumberScaling.fit(examples.features(), rows.train());
    LogisticRegression fitted =
        LogisticRegression.fit(
            inputs(examples, scaling, rows.train()), outcomes(examples, rows.train()));
    float[][] test = inputs(examples, scaling, rows.test());
    double[] p = Stream.of(test).mapToDouble(fitted::probability).toArray();
    return ThresholdTable.of(p, outcomes(examples, rows.test())).auc();
  }

  private static float[][] inputs(Examples examples, NumberScaling scaling, int[] rows) {
    float[][] inputs = new float[rows.length][scaling.width()];
    for (int i = 0; i < rows.length; i++) {
      scaling.write(examples.features(), rows[i], inputs[i], 0);
    }
    return inputs;
  }

  private static boolean[] outcomes(Examples examples, int[] rows) {
    boolean[] outcomes = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      outcomes[i] = examples.purchased()[rows[i]];
    }
    return outcomes;
  }

  private Examples examples() throws IOException, URISyntaxException {
    Path json =
        Path.of(requireNonNull(ExampleBuilder.class.getResource("complete_journey.json")).toURI());
    Tables tables =
        Importer.run(
                MappingJson.read(json)
                    .withFiles(
                        DATA.resolve("demographics.csv.gz"),
                        DATA.resolve("products.csv.gz"),
                        DATA.resolve("transactions.csv.gz")),
                folder.resolve("tables"),
                JobContext.detached())
            .tables();
    ExampleFile made =
        ExampleBuilder.build(
            tables,
            ExampleSettings.DEFAULT,
            folder.resolve("examples.parquet"),
            JobContext.detached());
    return FeatureBuilder.examples(tables, made.file(), JobContext.detached());
  }

  /** The same examples with some of the numbers only. */
  private static Examples numbers(Examples all, Set<String> kept) {
    PairFeatures features = all.features();
    FeatureTable pairs =
        new FeatureTable(
            Collections.nCopies(features.size(), ""), features.numberNames(), features.numbers());
    FeatureTable narrowed = numbers(pairs, kept);
    return new Examples(
        new PairFeatures(
            numbers(features.customers(), kept),
            numbers(features.products(), kept),
            features.customer(),
            features.product(),
            narrowed.numberNames(),
            narrowed.numbers()),
        all.discount(),
        all.purchased(),
        all.split(),
        all.eventIds());
  }

  private static FeatureTable numbers(FeatureTable table, Set<String> kept) {
    List<String> names = new ArrayList<>(table.numberNames());
    names.retainAll(kept);
    int[] columns =
        IntStream.range(0, table.numberNames().size())
            .filter(i -> kept.contains(table.numberNames().get(i)))
            .toArray();
    float[] numbers = new float[table.rows() * columns.length];
    for (int i = 0; i < numbers.length; i++) {
      int row = i / columns.length;
      numbers[i] = table.numbers()[row * table.numberNames().size() + columns[i % columns.length]];
    }
    return new FeatureTable(table.texts(), names, numbers);
  }
}
