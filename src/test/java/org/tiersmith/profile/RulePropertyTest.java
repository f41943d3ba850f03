package org.tiersmith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.tiersmith.Scratch;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Segmentation;
import org.tiersmith.profile.SegmentRule.AllOf;
import org.tiersmith.profile.SegmentRule.AnyOf;
import org.tiersmith.profile.SegmentRule.Bought;
import org.tiersmith.profile.SegmentRule.Comparison;
import org.tiersmith.profile.SegmentRule.DayIs;
import org.tiersmith.profile.SegmentRule.DayMatch;
import org.tiersmith.profile.SegmentRule.InLastDays;
import org.tiersmith.profile.SegmentRule.Known;
import org.tiersmith.profile.SegmentRule.Not;
import org.tiersmith.profile.SegmentRule.NumberBetween;
import org.tiersmith.profile.SegmentRule.NumberIs;
import org.tiersmith.profile.SegmentRule.TextIs;
import org.tiersmith.profile.SegmentRule.TextMatch;
import org.tiersmith.profile.SegmentRule.Trait;
import org.tiersmith.task.JobContext;

/** Rules on random customers say what a plain evaluation says, and segments divide them. */
class RulePropertyTest {
  private static final JobContext CONTEXT = JobContext.detached();
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 8;

  /** A customer with a day of a purchase, 0 to {@link #DAYS}, for each category. */
  record Person(
      @Nullable Integer size,
      @Nullable String city,
      @Nullable Integer joined,
      List<Integer> bought) {}

  @Property(tries = 40)
  void aRuleMeansWhatItSays(
      @ForAll("people") List<Person> people, @ForAll("rules") List<SegmentRule> rules)
      throws IOException {
    try (Scratch scratch = Scratch.make();
        RuleTable table = open(scratch.folder(), people)) {
      for (SegmentRule rule : rules) {
        BitSet found = table.members(rule, CONTEXT);
        for (int i = 0; i < people.size(); i++) {
          assertThat(found.get(i))
              .as("%s of %s", rule, people.get(i))
              .isEqualTo(meets(people.get(i), rule));
        }
        assertThat(table.count(rule, CONTEXT)).isEqualTo(found.cardinality());
      }
      checkSegments(table, rules);
    }
  }

  private static void checkSegments(RuleTable table, List<SegmentRule> rules) {
    List<RuleSegment> segments =
        IntStream.range(0, rules.size())
            .mapToObj(i -> new RuleSegment(i, "S" + i, rules.get(i)))
            .toList();
    Segmentation one = table.assign(segments, CONTEXT);
    assertThat(one.segmentOf().keySet()).containsExactlyInAnyOrderElementsOf(table.customerIds());
    Membership all = table.membership(segments, CONTEXT);
    for (int i = 0; i < table.customerIds().size(); i++) {
      int customer = i;
      int first =
          IntStream.range(0, rules.size())
              .filter(s -> all.members().get(s).get(customer))
              .findFirst()
              .orElse(rules.size());
      assertThat(one.segmentOf()).containsEntry(table.customerIds().get(i), first);
    }
    SegmentOverlap overlap = SegmentOverlap.of(all, all);
    for (int a = 0; a < rules.size(); a++) {
      assertThat(overlap.shared().get(a).get(a)).isEqualTo(overlap.rowSizes().get(a));
      for (int b = 0; b < rules.size(); b++) {
        assertThat(overlap.shared().get(a).get(b)).isEqualTo(overlap.shared().get(b).get(a));
        assertThat(overlap.jaccard(a, b)).isEqualTo(Double.valueOf(overlap.jaccard(b, a)));
      }
    }
  }

  @Provide
  Arbitrary<List<Person>> people() {
    return Combinators.combine(
            Arbitraries.integers().between(-2, 4).injectNull(0.2),
            Arbitraries.of("Ulm", "ulm", "Bonn", "%", "O'x", "_lm").injectNull(0.2),
            Arbitraries.integers().between(0, DAYS).injectNull(0.2),
            Arbitraries.integers().between(0, DAYS).list().ofSize(2))
        .as(Person::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(9);
  }

  @Provide
  Arbitrary<List<SegmentRule>> rules() {
    return rule(3).list().ofMinSize(1).ofMaxSize(8);
  }

  private static Arbitrary<SegmentRule> rule(int depth) {
    Arbitrary<SegmentRule> leaf = condition();
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<List<SegmentRule>> parts =
        Arbitraries.lazy(() -> rule(depth - 1)).list().ofMaxSize(3);
    return Arbitraries.oneOf(
        leaf,
        parts.map(AllOf::new),
        parts.map(AnyOf::new),
        Arbitraries.lazy(() -> rule(depth - 1)).map(Not::new));
  }

  private static Arbitrary<SegmentRule> condition() {
    Arbitrary<Double> number = Arbitraries.integers().between(-2, 4).map(n -> n / 1.0);
    Arbitrary<String> text = Arbitraries.of("ULM", "bonn", "%", "'", "lm", "", "u", "none");
    Arbitrary<LocalDate> day = Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(Comparison.class), number)
            .as((c, n) -> new NumberIs("size", c, n)),
        Combinators.combine(number, number).as((a, b) -> new NumberBetween("size", a, b)),
        Combinators.combine(Arbitraries.of(TextMatch.class), text)
            .as((m, t) -> new TextIs("city", m, List.of(t))),
        text.list().ofMinSize(1).ofMaxSize(3).map(t -> new TextIs("city", TextMatch.ONE_OF, t)),
        Combinators.combine(Arbitraries.of(DayMatch.class), day)
            .as((m, d) -> new DayIs("joined", m, d)),
        Arbitraries.integers().between(1, DAYS).map(n -> new InLastDays("joined", n)),
        Combinators.combine(Arbitraries.of("size", "city", "joined"), Arbitraries.of(true, false))
            .as(Known::new),
        Combinators.combine(
                Arbitraries.of("a", "B"),
                Arbitraries.integers().between(1, 2),
                Arbitraries.integers().between(0, DAYS))
            .as((c, n, d) -> new Bought(Trait.CATEGORY, c, n, d)));
  }

  private static boolean meets(Person person, SegmentRule rule) {
    return switch (rule) {
      case AllOf all -> all.rules().stream().allMatch(part -> meets(person, part));
      case AnyOf any -> any.rules().stream().anyMatch(part -> meets(person, part));
      case Not not -> !meets(person, not.rule());
      case NumberIs is -> person.size() != null && compares(person.size(), is);
      case NumberBetween in ->
          person.size() != null && person.size() >= in.least() && person.size() <= in.most();
      case TextIs is ->
          person.city() != null && matches(person.city().toLowerCase(Locale.ROOT), is);
      case DayIs is -> person.joined() != null && compares(FIRST.plusDays(person.joined()), is);
      case InLastDays in -> person.joined() != null && person.joined() > DAYS - in.days();
      case Known known -> known.known() == (value(person, known.column()) != null);
      case Bought bought -> bought(person, bought);
      default -> throw new IllegalArgumentException(rule.toString());
    };
  }

  private static boolean compares(int size, NumberIs is) {
    return switch (is.comparison()) {
      case EQUAL -> size == is.value();
      case UNEQUAL -> size != is.value();
      case LESS -> size < is.value();
      case AT_MOST -> size <= is.value();
      case MORE -> size > is.value();
      case AT_LEAST -> size >= is.value();
    };
  }

  private static boolean compares(LocalDate day, DayIs is) {
    return is.match() == DayMatch.BEFORE ? day.isBefore(is.day()) : day.isAfter(is.day());
  }

  private static boolean matches(String city, TextIs is) {
    List<String> values = is.values().stream().map(v -> v.toLowerCase(Locale.ROOT)).toList();
    return switch (is.match()) {
      case IS -> city.equals(values.getFirst());
      case IS_NOT -> !city.equals(values.getFirst());
      case ONE_OF -> values.contains(city);
      case CONTAINS -> city.contains(values.getFirst());
      case STARTS_WITH -> city.startsWith(values.getFirst());
    };
  }

  private static @Nullable Object value(Person person, String column) {
    return switch (column) {
      case "size" -> person.size();
      case "city" -> person.city();
      default -> person.joined();
    };
  }

  /** Each category is bought once at most, on its own day; the data's last day is the last one. */
  private static boolean bought(Person person, Bought bought) {
    int day = person.bought().get(bought.value().equals("a") ? 0 : 1);
    return day > 0 && bought.times() == 1 && (bought.days() == 0 || day > DAYS - bought.days());
  }

  private static RuleTable open(Path folder, List<Person> people) {
    Tables tables = Tables.in(folder);
    List<String> rows = new ArrayList<>();
    List<String> events = new ArrayList<>();
    events.add(event("nobody", "x", DAYS));
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i);
      String id = "C" + i;
      rows.add(
          String.format(
              "('%s', %s::INTEGER, %s::VARCHAR, %s::DATE)",
              id,
              person.size(),
              person.city() == null ? null : Duck.text(person.city()),
              person.joined() == null ? null : "'" + FIRST.plusDays(person.joined()) + "'"));
      for (int c = 0; c < 2; c++) {
        if (person.bought().get(c) > 0) {
          events.add(event(id, c == 0 ? "a" : "b", person.bought().get(c)));
        }
      }
    }
    try (Duck duck = Duck.open(CONTEXT)) {
      write(duck, tables.customers(), rows, "customer_id, size, city, joined");
      write(
          duck, tables.events(), events, "customer_id, product_id, \"timestamp\", type, purchased");
      write(
          duck,
          tables.products(),
          List.of("('x', 'X', NULL)", "('a', 'A', NULL)", "('b', 'b', NULL)"),
          "product_id, category, brand");
    }
    return RuleTable.open(tables, null, CONTEXT);
  }

  private static String event(String customer, String product, int day) {
    return String.format(
        "('%s', '%s', TIMESTAMP '%s 12:00:00', 'purchase', NULL::BOOLEAN)",
        customer, product, FIRST.plusDays(day));
  }

  private static void write(Duck duck, Path file, List<String> rows, String columns) {
    duck.run(
        "COPY (SELECT * FROM (VALUES "
            + String.join(", ", rows)
            + ") AS t("
            + columns
            + ")) TO "
            + Duck.text(file)
            + " (FORMAT parquet)");
  }
}
