package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tiersmith.Scratch;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Examples;
import org.tiersmith.model.FeatureTable;
import org.tiersmith.profile.season.Country;
import org.tiersmith.profile.template.Placeholder;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.task.JobContext;

/** Whatever happens on the day of an example or later, its features stay as they are. */
class NoLeakTest {
  private static final String[] TYPES = {"view", "search", "cart", "purchase", "review"};

  private static final int DAYS = 160;

  /** All that a text can be filled in with. */
  private static final TextTemplates EVERYTHING =
      TextTemplates.of(everything(TextSide.CUSTOMER), everything(TextSide.PRODUCT));

  private static final ModelReading READING =
      new ModelReading(EVERYTHING, NumberSet.usual(Country.US));

  private static String everything(TextSide side) {
    StringBuilder lines = new StringBuilder();
    for (Placeholder each : Placeholder.of(side)) {
      String column = side == TextSide.CUSTOMER ? "membership" : "category";
      boolean named = each.shape() == Placeholder.Shape.COLUMN;
      lines.append('{').append(each.english()).append(named ? ": " + column : "").append("}\n");
    }
    return lines.toString();
  }

  @Property(tries = 6)
  void featuresDoNotKnowWhatComesLater(@ForAll long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int cut = 100 + random.nextInt(30);
    List<String> earlier = new ArrayList<>();
    List<String> later = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int day = random.nextInt(DAYS);
      (day < cut ? earlier : later).add(event(random, day, i));
    }
    List<String> otherwise = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      // Many on the first day that nothing may be known of.
      int day = cut + (i % 2 == 0 ? 0 : random.nextInt(DAYS - cut));
      otherwise.add(event(random, day, 1000 + i));
    }
    List<String> exposures = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      exposures.add(exposure(random, i % 2 == 0 ? cut : cut - random.nextInt(cut), i));
    }
    List<String> features = features(earlier, later, exposures);
    assertThat(features(earlier, otherwise, exposures)).isEqualTo(features);
  }

  /** Everything that the model would read of each example, as text. */
  private static List<String> features(
      List<String> earlier, List<String> later, List<String> exposures) throws IOException {
    try (Scratch scratch = Scratch.make()) {
      Path folder = scratch.folder();
      Tables tables = tables(folder, earlier, later, exposures);
      Path file = FeatureBuilderTest.exampleFile(folder, tables);
      Examples examples = FeatureBuilder.examples(tables, file, READING, JobContext.detached());
      List<String> all = new ArrayList<>();
      int width = examples.features().numberNames().size();
      for (int i = 0; i < examples.size(); i++) {
        float[] own = Arrays.copyOfRange(examples.features().numbers(), i * width, (i + 1) * width);
        all.add(
            row(examples.features().customers(), examples.features().customer()[i])
                + row(examples.features().products(), examples.features().product()[i])
                + Arrays.toString(own));
      }
      assertThat(all).hasSize(exposures.size());
      return all;
    }
  }

  private static String row(FeatureTable table, int row) {
    int width = table.numberNames().size();
    return table.texts().get(row)
        + Arrays.toString(Arrays.copyOfRange(table.numbers(), row * width, (row + 1) * width));
  }

  private static Tables tables(
      Path folder, List<String> earlier, List<String> later, List<String> exposures) {
    StringBuilder sql = new StringBuilder();
    for (List<String> part : List.of(earlier, later, exposures)) {
      part.forEach(row -> sql.append(sql.isEmpty() ? "" : ", ").append(row));
    }
    Tables tables = Tables.in(folder);
    try (Duck duck = Duck.open(JobContext.detached())) {
      copy(
          duck,
          "SELECT 'C' || i AS customer_id, CASE WHEN i % 2 = 0 THEN 'gold' ELSE 'none' END AS"
              + " membership FROM range(4) AS r(i)",
          tables.customers());
      copy(
          duck,
          "SELECT 'P' || i AS product_id, 'Thing ' || i AS title, 'Kind ' || i % 3 AS category,"
              + " NULL::VARCHAR AS brand, NULL::VARCHAR AS description, CASE WHEN i > 1 THEN 5.0 +"
              + " i END::DOUBLE AS price, NULL::DOUBLE AS cost FROM range(6) AS r(i)",
          tables.products());
      copy(
          duck,
          "SELECT *, 1.0::DOUBLE AS quantity, NULL::VARCHAR AS store FROM (VALUES "
              + sql
              + ") AS v(event_id, customer_id, product_id, \"timestamp\", type, list_price,"
              + " discount_rate, purchased, text, rating) ORDER BY \"timestamp\", event_id",
          tables.events());
    }
    return tables;
  }

  private static void copy(Duck duck, String query, Path file) {
    duck.run("COPY (" + query + ") TO " + Duck.text(file) + " (FORMAT parquet)");
  }

  private static String event(SplittableRandom random, int day, int i) {
    String type = TYPES[random.nextInt(TYPES.length)];
    boolean search = type.equals("search");
    return String.format(
        Locale.ROOT,
        "('E%d', 'C%d', %s, %s, '%s', %.1f, 0.1::DOUBLE, NULL::BOOLEAN, %s, %s)",
        i,
        random.nextInt(4),
        search ? "NULL" : "'P" + random.nextInt(6) + "'",
        time(random, day),
        type,
        5.0 + random.nextInt(20),
        search || type.equals("review") ? "'words " + i + "'" : "NULL",
        type.equals("review") ? 1.0 + random.nextInt(5) + "::DOUBLE" : "NULL::DOUBLE");
  }

  private static String exposure(SplittableRandom random, int day, int i) {
    return String.format(
        Locale.ROOT,
        "('X%d', 'C%d', 'P%d', %s, 'exposure', 9.0, 0.2::DOUBLE, %b, NULL, NULL::DOUBLE)",
        i,
        random.nextInt(4),
        random.nextInt(6),
        time(random, day),
        random.nextBoolean());
  }

  private static String time(SplittableRandom random, int day) {
    return String.format(
        "TIMESTAMP '2025-01-01 %02d:00:00' + INTERVAL %d DAY", random.nextInt(24), day);
  }
}
