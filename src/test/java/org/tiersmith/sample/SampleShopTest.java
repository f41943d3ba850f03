package org.tiersmith.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.Problem;

class SampleShopTest {
  private static final List<String> FILES =
      List.of("customers.csv", "products.csv", "events.csv", "truth.csv", "README.md");

  @TempDir private Path dir;

  @Test
  void theCommittedSampleIsWhatTheGeneratorMakes() throws IOException {
    new SampleShop(SampleSettings.defaults()).writeTo(dir);
    for (String file : FILES) {
      Path committed = SampleExposures.DIR.resolve(file);
      assertThat(Files.mismatch(dir.resolve(file), committed)).as(file).isEqualTo(-1);
    }
  }

  @Test
  void equalSettingsGiveEqualFilesAndAnotherSeedOthers() throws IOException {
    small(7, SampleLanguage.ENGLISH).writeTo(dir.resolve("a"));
    small(7, SampleLanguage.ENGLISH).writeTo(dir.resolve("b"));
    small(8, SampleLanguage.ENGLISH).writeTo(dir.resolve("c"));
    for (String file : FILES) {
      assertThat(Files.mismatch(dir.resolve("a/" + file), dir.resolve("b/" + file)))
          .as(file)
          .isEqualTo(-1);
    }
    assertThat(Files.mismatch(dir.resolve("a/events.csv"), dir.resolve("c/events.csv")))
        .isNotNegative();
  }

  @Test
  void sizesAreThoseAskedForAndIdsFit() {
    small(7, SampleLanguage.ENGLISH).writeTo(dir);
    Set<String> customers = SampleFiles.byId(dir.resolve("customers.csv"), "customer_id").keySet();
    Set<String> products = SampleFiles.byId(dir.resolve("products.csv"), "product_id").keySet();
    List<Map<String, String>> events = SampleFiles.rows(dir.resolve("events.csv"));
    assertThat(customers).hasSize(50);
    assertThat(products).hasSize(20);
    assertThat(SampleFiles.rows(dir.resolve("truth.csv"))).hasSize(400);
    assertThat(events).filteredOn(e -> "exposure".equals(e.get("type"))).hasSize(400);
    assertThat(events).allSatisfy(e -> assertThat(customers).contains(e.get("customer_id")));
    assertThat(events)
        .filteredOn(e -> !"search".equals(e.get("type")))
        .allSatisfy(e -> assertThat(products).contains(e.get("product_id")));
    assertThat(SampleFiles.byId(dir.resolve("events.csv"), "event_id")).hasSize(events.size());
  }

  @Test
  void aCustomerStaysTheSameInALargerShop() {
    small(7, SampleLanguage.ENGLISH).writeTo(dir.resolve("small"));
    new SampleShop(new SampleSettings(80, 40, 10, 7, SampleLanguage.ENGLISH))
        .writeTo(dir.resolve("large"));
    assertThat(SampleFiles.rows(dir.resolve("large/customers.csv")).subList(0, 50))
        .isEqualTo(SampleFiles.rows(dir.resolve("small/customers.csv")));
  }

  @Test
  void allKindsOfEventsOccurInOrderOfTime() {
    List<Map<String, String>> events = SampleFiles.rows(SampleExposures.DIR.resolve("events.csv"));
    assertThat(events.stream().map(e -> e.get("type")).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("view", "search", "cart", "purchase", "review", "exposure");
    assertThat(events).extracting(e -> e.get("timestamp")).isSorted();
  }

  @Test
  void theCommittedSampleStaysSmall() throws IOException {
    long bytes = 0;
    for (String file : FILES) {
      bytes += Files.size(SampleExposures.DIR.resolve(file));
      assertThat(Files.size(SampleExposures.DIR.resolve(file))).isLessThan(3_000_000);
    }
    assertThat(bytes).isLessThan(8_000_000);
  }

  @Test
  void titlesAndTextsAreVaried() {
    List<Map<String, String>> products =
        SampleFiles.rows(SampleExposures.DIR.resolve("products.csv"));
    List<Map<String, String>> customers =
        SampleFiles.rows(SampleExposures.DIR.resolve("customers.csv"));
    assertThat(products).extracting(p -> p.get("title")).doesNotHaveDuplicates();
    assertThat(products.stream().map(p -> p.get("category")).distinct()).hasSize(12);
    assertThat(customers.stream().map(c -> c.get("about")).distinct().count())
        .isGreaterThan(customers.size() * 99L / 100);
  }

  @Test
  void theChineseShopSpeaksChineseOfTheSameTruth() {
    small(7, SampleLanguage.CHINESE).writeTo(dir.resolve("zh"));
    small(7, SampleLanguage.ENGLISH).writeTo(dir.resolve("en"));
    String han = "(?s).*\\p{IsHan}.*";
    assertThat(SampleFiles.rows(dir.resolve("zh/customers.csv")))
        .allSatisfy(c -> assertThat(c.get("about")).matches(han).doesNotContain("{", ","));
    assertThat(SampleFiles.rows(dir.resolve("zh/products.csv")))
        .allSatisfy(p -> assertThat(p.get("title") + p.get("description")).doesNotContain("{"))
        .allSatisfy(p -> assertThat(p.get("title")).matches(han));
    assertThat(SampleFiles.rows(dir.resolve("zh/truth.csv")))
        .extracting(t -> t.get("k"))
        .containsExactlyElementsOf(
            SampleFiles.rows(dir.resolve("en/truth.csv")).stream().map(t -> t.get("k")).toList());
  }

  @Test
  void theTruthAnswersForAnyPairAsTheFileDoes() {
    SampleTruth truth = new SampleShop(SampleSettings.defaults()).truth();
    for (SampleExposures.Exposure exposure : SampleExposures.read().subList(0, 500)) {
      String customer = exposure.event().get("customer_id");
      String product = exposure.event().get("product_id");
      LocalDate day = LocalDate.parse(exposure.event().get("timestamp").substring(0, 10));
      assertThat(truth.p0(customer, product, day)).isCloseTo(exposure.p0(), within6Decimals());
      assertThat(truth.k(customer, product)).isCloseTo(exposure.k(), within6Decimals());
      assertThat(truth.kind(customer)).isEqualTo(exposure.kind());
    }
    assertThatThrownBy(() -> truth.kind("nobody")).hasMessageContaining("nobody");
  }

  @Test
  void impossibleWishesAreRefused() {
    assertThatThrownBy(() -> new SampleSettings(0, 20, 10, 1, SampleLanguage.ENGLISH))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("customers");
    assertThatThrownBy(() -> SampleLanguage.of("fr"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("fr");
  }

  @Test
  void aFolderThatCannotBeMadeIsAProblem() throws IOException {
    Path file = Files.writeString(dir.resolve("taken"), "a file");
    assertThatThrownBy(() -> small(7, SampleLanguage.ENGLISH).writeTo(file))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("taken");
  }

  private static Offset<Double> within6Decimals() {
    return Offset.offset(1e-6);
  }

  private static SampleShop small(long seed, SampleLanguage language) {
    return new SampleShop(new SampleSettings(50, 20, 400, seed, language));
  }
}
