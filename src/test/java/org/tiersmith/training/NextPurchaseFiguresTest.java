package org.tiersmith.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
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
import org.tiersmith.profile.FeatureBuilder;
import org.tiersmith.task.JobContext;

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
    double popularity = NumberTrials.regression(NumberTrials.only(all, POPULARITY));
    double recency = NumberTrials.regression(NumberTrials.only(all, RECENCY_FREQUENCY));
    double regression = NumberTrials.regression(all);
    double numbersOnly = NumbersBaseline.measure(all, 1, JobContext.detached()).auc();
    double textsOnly = model(NumberTrials.only(all, Set.of()));
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
}
