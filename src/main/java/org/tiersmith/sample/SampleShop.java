package org.tiersmith.sample;

import java.io.IOException;
import java.nio.file.Path;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** A made-up shop with a known truth, the same for the same settings. */
public final class SampleShop {
  private final Shop shop;

  public SampleShop(SampleSettings settings) {
    this.shop = Shop.of(settings);
  }

  /**
   * Writes customers.csv, products.csv, events.csv, truth.csv and README.md.
   *
   * @param dir made when missing; files of these names in it are replaced
   * @throws Problem when the folder cannot be written
   */
  public void writeTo(Path dir) {
    try {
      new ShopFiles(shop, dir).write();
    } catch (IOException e) {
      throw new Problem(
          Text.of(
              "sample.write",
              "The sample shop could not be written to {0}: {1}. Choose a folder that you may write"
                  + " to.",
              dir.toString(),
              String.valueOf(e.getMessage())),
          e);
    }
  }

  /** What is really so: the purchase probability and sensitivity of any pair. */
  public SampleTruth truth() {
    return shop.truth();
  }
}
