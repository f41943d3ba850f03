package org.tiersmith.profile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Importer;
import org.tiersmith.data.MappingGuesser;
import org.tiersmith.data.Tables;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.sample.SampleShop;
import org.tiersmith.task.JobContext;

/**
 * What the model read before texts had templates it reads still, letter for letter: the lines of
 * the files were written by the program of then.
 */
class DefaultTextsTest {
  private static final int CUSTOMERS = 60;
  private static final int PRODUCTS = 60;

  @TempDir private Path folder;

  @Test
  void writesTheSameOfAnEnglishShop() throws IOException, URISyntaxException {
    assertThat(sample(SampleLanguage.ENGLISH)).isEqualTo(golden("texts_en.txt"));
  }

  @Test
  void writesTheSameOfAChineseShop() throws IOException, URISyntaxException {
    assertThat(sample(SampleLanguage.CHINESE)).isEqualTo(golden("texts_zh.txt"));
  }

  @Test
  void writesTheSameOfOddWords() throws IOException, URISyntaxException {
    Tables tables =
        TinyShop.tables(folder, oddCustomers(), oddProducts(), TinyShop.EVENTS + oddEvents());
    assertThat(texts(tables)).isEqualTo(golden("texts_odd.txt"));
  }

  private static String oddCustomers() {
    return """
    customer_id,membership,age_band,joined,about
    C1,gold,25-34,2024-01-01,
    C2,none,65+,2024-02-01,Buys presents for seven grandchildren all year!
    C3,gold,25-34,2024-03-01,Reads the small print and waits for the sale: always
    """;
  }

  private static String oddProducts() {
    return """
    product_id,title,category,brand,description,price,cost
    P1,"Red Kettle, large; with a whistle, blue lid and cord",Kitchen,Acme,Boils fast!,20,12
    P2,  Blue   Mug  ,Kitchen,,,10,3
    P3,,Outdoor,Camp,Stands firm.,99,60
    P4,,,Camp,,5,1
    P5,"Lamp,",Light,"Acme.","One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty one two three four five six seven",,
    """;
  }

  private static String oddEvents() {
    StringBuilder events = new StringBuilder();
    String[] products = {"P1", "P2", "P3", "P2", "P4", "P5", "P1", "P3"};
    String[] words = {"very good.", "kettle;", ";", "one two three four five six seven", "好的，"};
    for (int i = 0; i < 40; i++) {
      String type = List.of("view", "purchase", "search", "review", "cart").get(i % 5);
      boolean said = type.equals("search") || type.equals("review");
      events.append(
          String.format(
              "C%d,%s,2025-01-%02d 1%d:00,%s,%s,,,%s,%n",
              i % 3 + 1,
              type.equals("search") ? "" : products[i * 7 % 8],
              i % 27 + 1,
              i % 10,
              type,
              said ? "" : "20",
              said ? words[i % 7 % 5] : ""));
    }
    return events.toString();
  }

  private List<String> sample(SampleLanguage language) {
    new SampleShop(new SampleSettings(200, 90, 2_000, 7, language)).writeTo(folder);
    Tables whole =
        Importer.run(
                MappingGuesser.guess(
                    folder.resolve("customers.csv"),
                    folder.resolve("products.csv"),
                    folder.resolve("events.csv")),
                folder.resolve("whole"),
                JobContext.detached())
            .tables();
    List<String> texts = new ArrayList<>(texts(whole));
    texts.addAll(texts(silent(whole)));
    return texts;
  }

  /** The same shop whose customers say nothing of themselves, so that their habits are told. */
  private Tables silent(Tables whole) {
    Tables silent = new Tables(folder.resolve("silent.parquet"), whole.products(), whole.events());
    try (Duck duck = Duck.open(JobContext.detached())) {
      duck.run(
          "COPY (SELECT * EXCLUDE about FROM "
              + Duck.parquet(whole.customers())
              + ") TO "
              + Duck.text(silent.customers())
              + " (FORMAT parquet)");
    }
    return silent;
  }

  private static List<String> texts(Tables tables) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      FeatureSpace space = new FeatureSpace(duck, tables, ModelReading.usual(tables));
      int first = space.log().firstDay();
      int last = space.log().lastDay() + 1;
      for (int day = first; day <= last; day += Math.max(1, (last - first) / 3)) {
        for (int c = 0; c < Math.min(CUSTOMERS, space.catalogue().customerIds().size()); c++) {
          space.customerAsOf(c, day);
        }
        for (int p = 0; p < Math.min(PRODUCTS, space.catalogue().products().size()); p++) {
          space.productAsOf(p, day, LocalDate.ofEpochDay(day));
        }
      }
      List<String> texts = new ArrayList<>(space.customers().texts());
      texts.addAll(space.products().texts());
      return texts;
    }
  }

  private static List<String> golden(String name) throws IOException, URISyntaxException {
    return Files.readAllLines(
        Path.of(requireNonNull(DefaultTextsTest.class.getResource(name), name).toURI()));
  }
}
