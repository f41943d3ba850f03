package org.tiersmith.sample;

import java.util.List;

/**
 * A type of goods in the vocabulary.
 *
 * @param usualPrice of a middle grade, in whole units of {@link SampleLanguage#priceScale()}
 */
record ProductType(String name, int usualPrice, List<String> features, List<String> variants) {

  /** Reads {@code name | usual price | feature; feature | variant; variant}. */
  static ProductType of(String line) {
    String[] cells = line.split("\\|", -1);
    return new ProductType(
        cells[0].strip(), Integer.parseInt(cells[1].strip()), items(cells[2]), items(cells[3]));
  }

  private static List<String> items(String cell) {
    return List.of(cell.strip().split("\\s*;\\s*"));
  }
}
