package org.tiersmith.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.tiersmith.data.ExampleBuilder;
import org.tiersmith.data.ExampleSettings;
import org.tiersmith.data.ImportResult;
import org.tiersmith.data.Importer;
import org.tiersmith.data.MappingGuesser;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Examples;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.Split;
import org.tiersmith.profile.FeatureBuilder;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.sample.SampleShop;
import org.tiersmith.task.JobContext;

/** The sample shop's data, with its natural lengths of texts, in a folder that goes with it. */
final class SampleExamples implements AutoCloseable {
  private final Path folder;
  private final Tables tables;
  private final Examples examples;

  private SampleExamples(Path folder, Tables tables, Examples examples) {
    this.folder = folder;
    this.tables = tables;
    this.examples = examples;
  }

  static SampleExamples of(long seed, JobContext context) throws IOException {
    Path folder = Files.createTempDirectory("tiersmith-bench-");
    SampleSettings usual = SampleSettings.defaults();
    new SampleShop(usual).writeTo(folder);
    ImportResult imported =
        Importer.run(
            MappingGuesser.guess(
                folder.resolve("customers.csv"),
                folder.resolve("products.csv"),
                folder.resolve("events.csv")),
            folder.resolve("tables"),
            context);
    Path file = folder.resolve("examples.parquet");
    ExampleBuilder.build(imported.tables(), ExampleSettings.DEFAULT.withSeed(seed), file, context);
    Examples examples = FeatureBuilder.examples(imported.tables(), file, context);
    return new SampleExamples(folder, imported.tables(), examples);
  }

  Tables tables() {
    return tables;
  }

  /**
   * Some of the examples, drawn at random.
   *
   * @param train most training examples
   * @param others most validation and most test examples, each
   */
  Examples some(int train, int others, long seed) {
    int[] wanted = {train, others, others};
    int[] seen = new int[wanted.length];
    for (byte split : examples.split()) {
      seen[split]++;
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      int split = examples.split()[i];
      if (random.nextInt(seen[split]--) < wanted[split]) {
        wanted[split]--;
        kept.add(i);
      }
    }
    return chosen(kept);
  }

  private Examples chosen(List<Integer> rows) {
    PairFeatures features = examples.features();
    int n = rows.size();
    int width = features.numberNames().size();
    int[] customer = new int[n];
    int[] product = new int[n];
    float[] numbers = new float[n * width];
    float[] discount = new float[n];
    boolean[] purchased = new boolean[n];
    byte[] split = new byte[n];
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int row = rows.get(i);
      customer[i] = features.customer()[row];
      product[i] = features.product()[row];
      System.arraycopy(features.numbers(), row * width, numbers, i * width, width);
      discount[i] = examples.discount()[row];
      purchased[i] = examples.purchased()[row];
      split[i] = examples.split()[row];
      ids.add(examples.eventIds().get(row));
    }
    PairFeatures pairs =
        new PairFeatures(
            features.customers(),
            features.products(),
            customer,
            product,
            features.numberNames(),
            numbers);
    return new Examples(pairs, discount, purchased, split, ids);
  }

  static int count(Examples examples, Split wanted) {
    int count = 0;
    for (byte split : examples.split()) {
      count += split == wanted.ordinal() ? 1 : 0;
    }
    return count;
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
