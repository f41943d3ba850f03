package org.tiersmith.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiersmith.data.ExampleBuilder;
import org.tiersmith.data.ExampleSettings;
import org.tiersmith.data.Importer;
import org.tiersmith.data.MappingGuesser;
import org.tiersmith.data.MappingJson;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Examples;
import org.tiersmith.profile.FeatureBuilder;
import org.tiersmith.profile.LanguageGuess;
import org.tiersmith.profile.ModelReading;
import org.tiersmith.profile.NumberSet;
import org.tiersmith.profile.PairNumber;
import org.tiersmith.profile.season.Country;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.sample.SampleShop;
import org.tiersmith.task.JobContext;

/**
 * What the numbers of the season add to those that models read before, by logistic regression. Some
 * minutes; real shops are skipped where they are not beside the project.
 */
@Tag("figures")
class SeasonNumbersFiguresTest {
  private static final Path DATA = Path.of("..", "shared", "data");

  private static final int MOST_TRAINING = 100_000;

  @TempDir private Path folder;

  @Test
  void onTheSampleShop() throws IOException {
    new SampleShop(SampleSettings.defaults()).writeTo(folder);
    measure(
        "sample",
        Country.US,
        MappingGuesser.guess(
            folder.resolve("customers.csv"),
            folder.resolve("products.csv"),
            folder.resolve("events.csv")));
  }

  @ParameterizedTest
  @CsvSource({"complete_journey, US", "superstore, US", "online_retail, GB"})
  void onARealShop(String set, Country holidays) throws IOException, URISyntaxException {
    assumeTrue(Files.isDirectory(DATA.resolve(set)), "no " + set + " beside the project");
    // A mapping names files beside it.
    try (Stream<Path> files = Files.list(DATA.resolve(set))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(requireNonNull(file.getFileName())));
      }
    }
    URL mapping = requireNonNull(ExampleBuilder.class.getResource("sets/" + set + ".json"));
    Path json = Files.copy(Path.of(mapping.toURI()), folder.resolve("mapping.json"));
    measure(set, holidays, MappingJson.read(json));
  }

  private void measure(String shop, Country holidays, RoleMapping mapping) throws IOException {
    Examples all = examples(mapping, holidays);
    Set<String> usual = new LinkedHashSet<>(columns(NumberSet.FIRST.numbers()));
    usual.addAll(all.features().customers().numberNames());
    usual.addAll(all.features().products().numberNames());
    Map<String, Double> figures = new LinkedHashMap<>();
    double before = regression(all, usual);
    figures.put("before", before);
    List<PairNumber> season = new ArrayList<>(NumberSet.usual(holidays).numbers());
    season.removeAll(NumberSet.FIRST.numbers());
    for (PairNumber each : season) {
      Set<String> more = new LinkedHashSet<>(usual);
      more.add(each.column());
      figures.put(each.column(), regression(all, more));
    }
    figures.put("all", NumberTrials.regression(all, MOST_TRAINING));
    System.out.println(shop + ", " + all.size() + " examples, test AUC " + figures);
    assertThat(requireNonNull(figures.get("all"))).isGreaterThan(before - 0.01);
  }

  private static double regression(Examples all, Set<String> numbers) {
    return NumberTrials.regression(NumberTrials.only(all, numbers), MOST_TRAINING);
  }

  private static List<String> columns(List<PairNumber> numbers) {
    return numbers.stream().map(PairNumber::column).toList();
  }

  private Examples examples(RoleMapping mapping, Country holidays) {
    JobContext context = JobContext.detached();
    Tables tables = Importer.run(mapping, folder.resolve("tables"), context).tables();
    Path file = folder.resolve("examples.parquet");
    ExampleBuilder.build(tables, ExampleSettings.DEFAULT, file, context);
    ModelReading reading =
        new ModelReading(LanguageGuess.of(tables).templates(), NumberSet.usual(holidays));
    return FeatureBuilder.examples(tables, file, reading, context);
  }
}
