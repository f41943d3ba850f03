package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Segmentation;
import org.tiersmith.profile.CustomerHistory.Happening;
import org.tiersmith.task.JobContext;

/** Segments by column and by RFM, their summaries, and a customer's portrait. */
class SegmentsTest {
  @TempDir private Path folder;

  @Test
  void offersMembershipAndAgeFirstThenRfm() {
    assertThat(SegmentSchemes.available(TinyShop.tables(folder)))
        .extracting(SegmentScheme::id)
        .startsWith("column:membership", "column:age_band")
        .endsWith("rfm", "cluster", "topic");
  }

  @Test
  void dividesByColumnWithOthersLast() {
    Tables tables =
        TinyShop.tables(
            folder, "customer_id,level\nC1,\nC2,b\nC3,a\n", TinyShop.PRODUCTS, TinyShop.EVENTS);
    Segmentation levels = assign(tables, SegmentScheme.byColumn("level"));
    assertThat(levels.names()).containsExactly("a", "b", "other");
    assertThat(levels.segmentOf()).containsEntry("C1", 2).containsEntry("C2", 1);
    assertThat(TinyShop.problemOf(() -> assign(tables, SegmentScheme.byColumn("nothing"))))
        .hasMessageContaining("nothing");
  }

  @Test
  void summarisesSizeRevenueAndOrders() {
    Tables tables = TinyShop.tables(folder);
    Segmentation members = assign(tables, SegmentScheme.byColumn("membership"));
    List<SegmentSummary> summaries = summarise(tables, members);
    assertThat(summaries).extracting(SegmentSummary::name).containsExactly("gold", "none");
    assertThat(summaries.get(0).customers()).isEqualTo(2);
    assertThat(summaries.get(0).revenue()).isEqualTo(20 * 0.9 + 20 * 0.95);
    assertThat(summaries.get(0).orders()).isEqualTo(2);
    assertThat(summaries.get(1).revenue()).isEqualTo(99 * 0.8);
  }

  @Test
  void leavesOutOfRevenueWhatIsDatedAfterToday() {
    Tables all = TinyShop.tables(folder);
    Tables before =
        new Tables(all.customers(), all.products(), all.events(), LocalDate.of(2025, 3, 1));
    SegmentSummary gold =
        summarise(before, assign(before, SegmentScheme.byColumn("membership"))).getFirst();
    assertThat(gold.revenue()).isEqualTo(20 * 0.9);
    assertThat(gold.orders()).isEqualTo(1);
  }

  @Test
  void keywordsAreWhatASegmentBuysMoreThanOthers() {
    StringBuilder events = new StringBuilder("customer_id,product_id,timestamp,price,quantity\n");
    for (int day = 1; day <= 9; day++) {
      events.append("C1,P1,2025-01-0").append(day).append(",20,1\n");
      events.append("C2,P3,2025-01-0").append(day).append(",99,1\n");
    }
    Tables tables =
        TinyShop.tables(folder, TinyShop.CUSTOMERS, TinyShop.PRODUCTS, events.toString());
    List<SegmentSummary> summaries =
        summarise(tables, assign(tables, SegmentScheme.byColumn("membership")));
    assertThat(summaries.get(0).keywords()).contains("kettle").doesNotContain("tent");
    assertThat(summaries.get(1).keywords()).contains("tent").doesNotContain("kettle");
  }

  @Test
  void rfmNamesThoseWhoNeverBought() {
    Tables tables = TinyShop.tables(folder);
    Segmentation cells = assign(tables, SegmentScheme.RFM);
    assertThat(cells.segmentOf()).containsOnlyKeys("C1", "C2", "C3");
    assertThat(cells.names().get(cells.segmentOf().get("C3"))).isEqualTo("No purchase yet");
    assertThat(RfmCells.NAMES).containsAll(cells.names());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "5,5,5,Champions",
        "5,4,3,Champions",
        "4,4,4,Loyal Customers",
        "4,3,1,Potential Loyalists",
        "5,1,1,New Customers",
        "4,1,1,Promising",
        "3,4,4,Loyal Customers",
        "3,1,2,Needs Attention",
        "3,1,1,About To Sleep",
        "2,4,4,At Risk",
        "1,4,5,Can't Lose Them",
        "2,1,1,Hibernating",
        "1,1,2,Lost",
        "0,0,0,No purchase yet"
      })
  void scoresNameCells(int recency, int frequency, int monetary, String cell) {
    assertThat(RfmCells.cell(recency, frequency, monetary)).isEqualTo(cell);
  }

  @Test
  void portraysACustomer() {
    Tables tables = TinyShop.tables(folder);
    CustomerPortrait portrait = CustomerPortrait.of(tables, "C1");
    assertThat(portrait.attributes()).containsEntry("membership", "gold").hasSize(4);
    assertThat(portrait.orders()).isEqualTo(2);
    assertThat(portrait.revenue()).isEqualTo(37);
    assertThat(portrait.text()).contains("Bought: Red Kettle");
    assertThat(TinyShop.problemOf(() -> CustomerPortrait.of(tables, "C9")))
        .hasMessageContaining("C9");
  }

  @Test
  void readsAStretchOfACustomersEventsAndCountsTheirKinds() {
    Tables tables = TinyShop.tables(folder);
    List<Happening> all = history(tables, null, 0, 100);
    assertThat(all).hasSize(6);
    assertThat(all.getFirst().type()).isEqualTo("purchase");
    assertThat(all.getLast().what()).isEqualTo("cheap kettle");
    assertThat(history(tables, null, 2, 3)).isEqualTo(all.subList(2, 5));
    assertThat(history(tables, null, 6, 3)).isEmpty();
    Map<String, Long> kinds = CustomerHistory.kinds(tables, "C1", JobContext.detached());
    assertThat(kinds.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(6);
    assertThat(history(tables, "purchase", 0, 100))
        .hasSize(Math.toIntExact(kinds.get("purchase")))
        .isEqualTo(all.stream().filter(each -> each.type().equals("purchase")).toList());
    assertThat(CustomerHistory.kinds(tables, "C9", JobContext.detached())).isEmpty();
  }

  private static List<Happening> history(
      Tables tables, @Nullable String kind, long offset, int limit) {
    return CustomerHistory.page(tables, "C1", kind, offset, limit, JobContext.detached());
  }

  @Test
  void guessesTheLanguageByIdeographs() {
    assertThat(LanguageGuess.of(List.of("保温杯 500 ml"))).isEqualTo(LanguageGuess.CHINESE);
    assertThat(LanguageGuess.of(List.of("kettle"))).isEqualTo(LanguageGuess.ENGLISH);
  }

  private static List<SegmentSummary> summarise(Tables tables, Segmentation segmentation) {
    JobContext context = JobContext.detached();
    Membership membership = Membership.of(Segments.customerIds(tables, context), segmentation);
    return Segments.summarise(tables, membership, null, null, context);
  }

  private static Segmentation assign(Tables tables, SegmentScheme scheme) {
    return Segments.assign(tables, scheme, JobContext.detached());
  }
}
