package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tiersmith.data.Importer;
import org.tiersmith.data.MappingGuesser;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Problem;
import org.tiersmith.task.JobContext;

/** A few customers, products and events, imported. */
final class TinyShop {
  static final String CUSTOMERS =
      """
      customer_id,membership,age_band,joined,about
      C1,gold,25-34,2024-01-01,Loves long walks and strong coffee in the morning
      C2,none,65+,2024-02-01,Buys presents for seven grandchildren all year
      C3,gold,25-34,2024-03-01,Reads the small print and waits for the sale
      """;
  static final String PRODUCTS =
      """
      product_id,title,category,brand,description,price,cost
      P1,Red Kettle,Kitchen,Acme,Boils fast.,20,12
      P2,Blue Mug,Kitchen,Acme,Holds tea.,10,3
      P3,Two-Person Tent,Outdoor,Camp,Stands firm.,99,60
      P4,Old Lamp,Light,Camp,Glows.,,
      """;
  static final String EVENTS =
      """
      customer_id,product_id,timestamp,type,list_price,discount_rate,purchased,text,rating
      C1,,2025-01-01 09:00,search,,,,cheap kettle,
      C1,P1,2025-01-02 09:00,view,20,,,,
      C1,P1,2025-01-03 09:00,purchase,20,0.1,,,
      C1,P1,2025-01-05 09:00,review,,,,boils very fast indeed,4
      C2,P3,2025-02-10 10:00,exposure,99,0.2,1,,
      C1,P2,2025-02-14 10:00,exposure,11,0.3,0,,
      C1,P1,2025-03-20 10:00,exposure,20,0.05,1,,
      C3,P2,2025-03-28 10:00,exposure,10,0,0,,
      """;

  private TinyShop() {}

  static Tables tables(Path folder) {
    return tables(folder, CUSTOMERS, PRODUCTS, EVENTS);
  }

  static Tables tables(Path folder, String customers, String products, String events) {
    return Importer.run(
            MappingGuesser.guess(
                write(folder, "customers.csv", customers),
                write(folder, "products.csv", products),
                write(folder, "events.csv", events)),
            folder.resolve("tables"),
            JobContext.detached())
        .tables();
  }

  static Path write(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Problem problemOf(Runnable work) {
    Problem[] caught = new Problem[1];
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Problem.class, problem -> caught[0] = problem);
    return caught[0];
  }
}
