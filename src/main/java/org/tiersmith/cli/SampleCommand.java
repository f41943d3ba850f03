package org.tiersmith.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.service.SampleUseCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a sample shop whose purchase probabilities are known. */
@Command(
    name = "sample",
    description = "Writes a sample shop whose purchase probabilities are known (truth.csv).")
final class SampleCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "OUT_DIR", description = "the folder to write to")
  private Path out = Path.of("");

  @Option(names = "--customers", description = "how many customers")
  private @Nullable Integer customers;

  @Option(names = "--products", description = "how many products")
  private @Nullable Integer products;

  @Option(names = "--exposures", description = "how many exposures")
  private @Nullable Integer exposures;

  @Option(names = "--seed", description = "the same seed gives the same shop")
  private @Nullable Long seed;

  @Option(names = "--language", description = "en or zh", defaultValue = "en")
  private String language = "en";

  @Option(names = "--json", description = "print one JSON object")
  private boolean json;

  SampleCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SampleSettings usual = SampleSettings.defaults();
    SampleSettings settings =
        new SampleSettings(
            or(customers, usual.customers()),
            or(products, usual.products()),
            or(exposures, usual.exposures()),
            seed == null ? usual.seed() : seed,
            SampleLanguage.of(language));
    SampleUseCase.write(settings, out);
    if (json) {
      console.json(counts(settings));
    } else {
      console.line(
          "Wrote customers.csv, products.csv, events.csv and truth.csv to " + out.toAbsolutePath());
    }
    return Tiersmith.OK;
  }

  private Map<String, Object> counts(SampleSettings settings) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("customers", settings.customers());
    counts.put("products", settings.products());
    counts.put("exposures", settings.exposures());
    counts.put("seed", settings.seed());
    counts.put("folder", out.toAbsolutePath().toString());
    return counts;
  }

  private static int or(@Nullable Integer given, int usual) {
    return given == null ? usual : given;
  }
}
