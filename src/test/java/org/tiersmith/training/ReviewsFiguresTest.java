package org.tiersmith.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.ExampleBuilder;
import org.tiersmith.data.ExampleFile;
import org.tiersmith.data.ExampleSettings;
import org.tiersmith.data.Importer;
import org.tiersmith.data.MappingJson;
import org.tiersmith.data.TableKind;
import org.tiersmith.data.Tables;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;
import org.tiersmith.model.SplitKind;
import org.tiersmith.profile.FeatureBuilder;
import org.tiersmith.task.JobContext;

/**
 * Whether the encoder reads: reviews and their outcome, with nothing else to go by, beside what
 * logistic regression on TF-IDF reaches on the same rows. Each takes some 25 minutes on two
 * processor cores. A review is a product that one customer met; a fifth of these customers is
 * tested, drawn by a hash, so the split is always the same. Skipped where the data sets are not
 * beside the project.
 */
@Tag("figures")
class ReviewsFiguresTest {
  private static final Path DATA = Path.of("..", "shared", "data");
  private static final ExampleSettings FIFTH_TESTED =
      new ExampleSettings(3, 0.75, 0.05, 1, SplitKind.CUSTOMER);

  @TempDir private Path folder;

  @Test
  void recommendsClothes() throws IOException, URISyntaxException {
    TrainingSettings settings =
        TrainingSettings.defaults(EncoderForm.CROSS).withSizes(2, 32, 128, 0);
    TestMetrics test = learned("womens_clothing", settings, 1_000, 4_000);
    assertThat(test.accuracy()).isGreaterThan(0.901);
    assertThat(test.auc()).isGreaterThan(0.953);
  }

  @Test
  void readsChineseReviews() throws IOException, URISyntaxException {
    TrainingSettings settings =
        TrainingSettings.defaults(EncoderForm.CROSS)
            .withEncoder("bge-small-zh-v15")
            .withSizes(1, 32, 128, 0);
    TestMetrics test = learned("online_shopping_10_cats", settings, 1_000, 8_000);
    assertThat(test.accuracy()).isGreaterThan(0.934);
    assertThat(test.auc()).isGreaterThan(0.979);
  }

  /** Learns from some and then all of the training rows; the metrics with all of them. */
  private TestMetrics learned(String set, TrainingSettings settings, int... fewer)
      throws IOException, URISyntaxException {
    Examples examples = examples(set);
    for (int rows : fewer) {
      tested(set, examples, settings.withSizes(settings.epochs(), 32, settings.maxLength(), rows));
    }
    return tested(set, examples, settings);
  }

  private TestMetrics tested(String set, Examples examples, TrainingSettings settings)
      throws IOException {
    TrainingOutcome outcome =
        new FineTuner(new EncoderCatalogue(folder.resolve("models")))
            .train(
                examples,
                settings,
                new Curve(set),
                Files.createDirectories(folder.resolve("run")),
                null,
                JobContext.detached());
    TestMetrics test = outcome.test();
    System.out.printf(
        "%s, %s rows, %d epochs: accuracy %.4f, AUC %.4f, log loss %.4f, ECE %.4f on %d rows;"
            + " %.0f examples/s%n",
        set,
        settings.maxExamples() == 0 ? "all" : settings.maxExamples(),
        outcome.epochsDone(),
        test.accuracy(),
        test.auc(),
        test.logLoss(),
        test.ece(),
        test.rows(),
        outcome.examplesPerSecond());
    return test;
  }

  private Examples examples(String set) throws IOException, URISyntaxException {
    Path file = DATA.resolve(set).resolve("reviews.csv.gz");
    assumeTrue(Files.isRegularFile(file), "no " + set + " beside the project");
    Path json = Path.of(requireNonNull(ExampleBuilder.class.getResource(set + ".json")).toURI());
    Tables tables =
        Importer.run(
                MappingJson.read(json).withFiles(null, file, file).with(TableKind.CUSTOMERS, null),
                folder.resolve("tables"),
                JobContext.detached())
            .tables();
    ExampleFile made =
        ExampleBuilder.build(
            tables, FIFTH_TESTED, folder.resolve("examples.parquet"), JobContext.detached());
    System.out.printf(
        "%s: %d rows to train on, %d to validate, %d to test%n",
        set, made.train(), made.validation(), made.test());
    return FeatureBuilder.examples(tables, made.file(), JobContext.detached());
  }

  /** Tells the validations of a run. */
  private record Curve(String set) implements RunListener {
    @Override
    public void point(String series, long step, double value) {
      if (series.startsWith("validation")) {
        System.out.printf("%s: step %d, %s %.4f%n", set, step, series, value);
      }
    }
  }
}
