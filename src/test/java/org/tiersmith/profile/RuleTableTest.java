package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Segmentation;
import org.tiersmith.model.Text;
import org.tiersmith.profile.RuleColumn.Kind;
import org.tiersmith.profile.SegmentRule.AllOf;
import org.tiersmith.profile.SegmentRule.AnyOf;
import org.tiersmith.profile.SegmentRule.Bought;
import org.tiersmith.profile.SegmentRule.Comparison;
import org.tiersmith.profile.SegmentRule.DayIs;
import org.tiersmith.profile.SegmentRule.DayMatch;
import org.tiersmith.profile.SegmentRule.InLastDays;
import org.tiersmith.profile.SegmentRule.Keyword;
import org.tiersmith.profile.SegmentRule.Known;
import org.tiersmith.profile.SegmentRule.Not;
import org.tiersmith.profile.SegmentRule.NumberBetween;
import org.tiersmith.profile.SegmentRule.NumberIs;
import org.tiersmith.profile.SegmentRule.TextIs;
import org.tiersmith.profile.SegmentRule.TextMatch;
import org.tiersmith.profile.SegmentRule.Topic;
import org.tiersmith.profile.SegmentRule.Trait;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

/** Rules on a shop of six customers, each kind of condition with who meets it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleTableTest {
  private static final JobContext CONTEXT = JobContext.detached();
  private static final String CUSTOMERS =
      """
      customer_id,city,visits,joined,orders,app
      C1,Lyon,3,2024-01-01,many,v2.0
      C2,lyon,10,2024-02-01,few,v2
      C3,Nantes,,2024-03-01,few,v1.4
      C4,,7,,none,
      C5,"O'Fallon",7,2024-05-01,none,v2.0
      C6,"100%",0,2024-06-01,none,v3.0
      """;
  private static final String EVENTS =
      """
      customer_id,product_id,timestamp,type,list_price,discount_rate
      C1,P1,2025-01-01 09:00,purchase,20,0.1
      C1,P1,2025-01-01 19:00,purchase,20,0.1
      C1,P2,2025-03-20 09:00,purchase,10,0
      C2,P1,2025-03-25 09:00,purchase,20,0
      C2,P1,2025-03-27 09:00,purchase,20,0
      C3,P3,2025-03-31 09:00,purchase,99,0
      C4,P1,2025-03-31 10:00,view,20,0
      """;

  private Tables tables;
  private RuleTable table;

  @BeforeAll
  void open(@TempDir Path folder) {
    tables = TinyShop.tables(folder, CUSTOMERS, TinyShop.PRODUCTS, EVENTS);
    Path portraits = folder.resolve("portraits.parquet");
    try (Duck duck = Duck.open(CONTEXT)) {
      duck.run(
          "COPY (SELECT * FROM (VALUES ('C1', 2, 50.0, 'tea · red mug', 'Kitchen', 0.7), ('C2', 2,"
              + " 40.0, 'tea', 'Kitchen', 0.2), ('C3', 1, 'nan'::DOUBLE, NULL, 'Outdoor', 0.9))"
              + " AS p(customer_id, orders, revenue, keywords, topic, topic_share)) TO "
              + Duck.text(portraits)
              + " (FORMAT parquet)");
    }
    table = RuleTable.open(tables, portraits, CONTEXT);
  }

  @Test
  void answersNothingOnceStopped() {
    try (RuleTable other = RuleTable.open(tables, null, CONTEXT)) {
      other.stop();
      assertThatThrownBy(() -> other.count(new NumberIs("visits", Comparison.LESS, 3), CONTEXT))
          .isInstanceOf(CancelledException.class);
    }
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        rule(new NumberIs("visits", Comparison.EQUAL, 7), "C4", "C5"),
        rule(new NumberIs("visits", Comparison.UNEQUAL, 7), "C1", "C2", "C6"),
        rule(new NumberIs("visits", Comparison.LESS, 3), "C6"),
        rule(new NumberIs("visits", Comparison.AT_MOST, 3), "C1", "C6"),
        rule(new NumberIs("visits", Comparison.MORE, 7), "C2"),
        rule(new NumberIs("visits", Comparison.AT_LEAST, 7), "C2", "C4", "C5"),
        rule(new NumberBetween("visits", 3, 7), "C1", "C4", "C5"),
        rule(new NumberIs("revenue", Comparison.MORE, 0), "C1", "C2"),
        rule(text("city", TextMatch.IS, "LYON"), "C1", "C2"),
        rule(text("city", TextMatch.IS_NOT, "Lyon"), "C3", "C5", "C6"),
        rule(text("city", TextMatch.ONE_OF, "Nantes", "O'Fallon"), "C3", "C5"),
        rule(text("city", TextMatch.CONTAINS, "o"), "C1", "C2", "C5"),
        rule(text("city", TextMatch.CONTAINS, "%"), "C6"),
        rule(text("city", TextMatch.STARTS_WITH, "l"), "C1", "C2"),
        rule(text("visits", TextMatch.IS, "7"), "C4", "C5"),
        rule(text("app", TextMatch.IS, "V2.0"), "C1", "C5"),
        rule(text("app", TextMatch.ONE_OF, "v3.0", "v2"), "C2", "C6"),
        rule(new DayIs("joined", DayMatch.BEFORE, LocalDate.of(2024, 2, 1)), "C1"),
        rule(new DayIs("joined", DayMatch.AFTER, LocalDate.of(2024, 5, 1)), "C6"),
        rule(new InLastDays("joined", 365), "C5", "C6"),
        rule(new Known("city", false), "C4"),
        rule(new Known("revenue", true), "C1", "C2"),
        rule(new Not(new Known("city", true)), "C4"),
        rule(new Not(new NumberIs("visits", Comparison.MORE, 5)), "C1", "C3", "C6"),
        rule(new Bought(Trait.CATEGORY, "kitchen", 1, 0), "C1", "C2"),
        rule(new Bought(Trait.CATEGORY, "Kitchen", 2, 30), "C2"),
        rule(new Bought(Trait.CATEGORY, "Kitchen", 2, 0), "C1", "C2"),
        rule(new Bought(Trait.BRAND, "Camp", 1, 1), "C3"),
        rule(new Bought(Trait.BRAND, "Nobody", 1, 0)),
        rule(new Keyword("Tea"), "C1", "C2"),
        rule(new Keyword("red mug"), "C1"),
        rule(new Keyword("red")),
        rule(new Topic("kitchen", 0), "C1", "C2"),
        rule(new Topic("Kitchen", 0.5), "C1"),
        rule(new AllOf(List.of()), "C1", "C2", "C3", "C4", "C5", "C6"),
        rule(new AnyOf(List.of())),
        rule(
            new AllOf(
                List.of(
                    new AnyOf(List.of(new Keyword("tea"), new Topic("Outdoor", 0))),
                    new Not(text("city", TextMatch.IS, "Nantes")))),
            "C1",
            "C2"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void findsWhoMeetsARule(SegmentRule rule, List<String> who) {
    assertThat(who(rule)).isEqualTo(who);
    assertThat(table.count(rule, CONTEXT)).isEqualTo(who.size());
  }

  @Test
  void tellsWhatColumnsHold() {
    assertThat(table.columns())
        .extracting(RuleColumn::name)
        .containsExactly(
            "orders",
            "revenue",
            "keywords",
            "topic",
            "topic_share",
            "city",
            "visits",
            "joined",
            "orders_2",
            "app");
    assertThat(column("visits").kind()).isEqualTo(Kind.NUMBER);
    assertThat(column("visits").least()).isZero();
    assertThat(column("visits").most()).isEqualTo(10);
    assertThat(column("visits").missing()).isEqualTo(1);
    assertThat(column("joined").kind()).isEqualTo(Kind.DAY);
    assertThat(column("joined").last()).isEqualTo("2024-06-01");
    assertThat(column("orders_2").examples()).containsExactly("none", "few", "many");
    assertThat(column("orders").ofPortraits()).isTrue();
    assertThat(table.values("city", "LY", 9, CONTEXT)).containsExactly("Lyon", "lyon");
    assertThat(table.bought(Trait.CATEGORY, "", 9, CONTEXT)).containsExactly("Kitchen", "Outdoor");
  }

  @Test
  void saysWhyARuleDoesNotFit() {
    SegmentRule rule =
        new AnyOf(
            List.of(
                new NumberIs("age", Comparison.MORE, 30),
                new Not(new NumberIs("city", Comparison.MORE, 1)),
                new InLastDays("visits", 3)));
    assertThat(table.doubts(rule))
        .extracting(Text::english)
        .containsExactly(
            "These customers have no column \"age\".",
            "\"city\" holds no numbers.",
            "\"visits\" holds no dates.");
    assertThat(TinyShop.problemOf(() -> table.count(rule, CONTEXT))).hasMessageContaining("age");
    SegmentRule deep = new Known("city", true);
    for (int i = 0; i < SegmentRule.DEEPEST; i++) {
      deep = new Not(deep);
    }
    assertThat(table.doubts(deep)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "') OR true --",
        "' OR '1'='1",
        "\\",
        "%",
        "_",
        "\"; DROP TABLE people; --",
        "a\0b",
        "'",
        "''"
      })
  void aHostileTextIsATextAndAHostileNameNoColumn(String hostile) {
    assertThat(who(text("city", TextMatch.IS, hostile))).isEmpty();
    assertThat(who(text("city", TextMatch.ONE_OF, hostile, "Nantes"))).containsExactly("C3");
    assertThat(who(new Keyword(hostile))).isEmpty();
    assertThat(who(new Topic(hostile, 0))).isEmpty();
    assertThat(who(new Bought(Trait.BRAND, hostile, 1, 0))).isEmpty();
    assertThat(table.values("city", hostile, 9, CONTEXT)).hasSizeLessThan(2);
    assertThat(table.doubts(new Known(hostile, true))).hasSize(1);
    assertThat(table.count(new AllOf(List.of()), CONTEXT)).isEqualTo(6);
  }

  @Test
  void aColumnMayHaveAnyName(@TempDir Path folder) {
    String name = "a\"b'; DROP TABLE people; --";
    Tables tables = Tables.in(TinyShop.tables(folder).events().getParent());
    try (Duck duck = Duck.open(CONTEXT)) {
      duck.run(
          "COPY (SELECT 'C1' AS customer_id, 'x' AS "
              + Duck.name(name)
              + ", 1 AS ix) TO "
              + Duck.text(tables.customers())
              + " (FORMAT parquet)");
    }
    try (RuleTable odd = RuleTable.open(tables, null, CONTEXT)) {
      assertThat(odd.columns()).extracting(RuleColumn::name).containsExactly(name, "ix_2");
      assertThat(odd.count(text(name, TextMatch.IS, "X"), CONTEXT)).isEqualTo(1);
      assertThat(odd.values(name, "", 9, CONTEXT)).containsExactly("x");
    }
  }

  @Test
  void numbersAndDaysBeyondReasonAreRefused() {
    assertThat(TinyShop.problemOf(() -> new NumberIs("visits", Comparison.LESS, Double.NaN)))
        .hasMessageContaining("number");
    assertThat(TinyShop.problemOf(() -> new InLastDays("joined", Integer.MAX_VALUE)))
        .hasMessageContaining("1,000,000");
    assertThat(TinyShop.problemOf(() -> new DayIs("joined", DayMatch.AFTER, LocalDate.MAX)))
        .hasMessageContaining("9999");
    assertThat(TinyShop.problemOf(() -> text("city", TextMatch.IS, "a", "b")))
        .hasMessageContaining("city");
    assertThat(who(new InLastDays("joined", SegmentRule.MOST_COUNTED))).hasSize(5);
  }

  @Test
  void theFirstRuleThatIsMetWinsAndOthersAreOther() {
    List<RuleSegment> segments =
        List.of(
            new RuleSegment(1, "Busy", new NumberIs("visits", Comparison.AT_LEAST, 7)),
            new RuleSegment(2, "Lyon", text("city", TextMatch.IS, "lyon")),
            new RuleSegment(3, "Gone", new NumberIs("shoe_size", Comparison.MORE, 40)));
    Segmentation one = table.assign(segments, CONTEXT);
    assertThat(one.names()).containsExactly("Busy", "Lyon", "Gone", "other");
    assertThat(one.segmentOf())
        .containsEntry("C1", 1)
        .containsEntry("C2", 0)
        .containsEntry("C3", 3)
        .containsEntry("C4", 0);
    SegmentOverlap overlap =
        SegmentOverlap.of(table.membership(segments, CONTEXT), table.membership(segments, CONTEXT));
    assertThat(overlap.rowSizes()).containsExactly(3L, 2L, 0L);
    assertThat(overlap.shared().get(0)).containsExactly(3L, 1L, 0L);
    assertThat(overlap.share(0, 1)).isEqualTo(1 / 3.0);
    assertThat(overlap.jaccard(0, 1)).isEqualTo(1 / 4.0);
    assertThat(overlap.share(2, 0)).isNaN();
  }

  private List<String> who(SegmentRule rule) {
    return table.members(rule, CONTEXT).stream().mapToObj(table.customerIds()::get).toList();
  }

  private RuleColumn column(String name) {
    return table.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static SegmentRule text(String column, TextMatch match, String... values) {
    return new TextIs(column, match, List.of(values));
  }

  private static Arguments rule(SegmentRule rule, String... who) {
    return Arguments.of(rule, List.of(who));
  }
}
