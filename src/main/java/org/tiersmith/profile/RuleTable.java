package org.tiersmith.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Segmentation;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * Customers and their portraits, kept in an open DuckDB so that a rule is counted in milliseconds.
 * Thread-safe: one question at a time is answered, and each can be cancelled.
 */
public final class RuleTable implements AutoCloseable {
  /** The scheme of rule segments. */
  public static final String SCHEME = "rules";

  private final Duck duck;
  private final PeopleTable people;
  private final Map<String, RuleColumn> columns = new LinkedHashMap<>();
  private final List<String> customerIds;
  private volatile JobContext asking;
  private volatile boolean stopped;
  private boolean purchasesLoaded;

  private RuleTable(Tables tables, @Nullable Path portraits, JobContext context) {
    asking = context;
    duck = Duck.open(new JobContext(progress -> {}, () -> stopped || asking.isCancelled()));
    people = new PeopleTable(duck, tables);
    try {
      people.load(portraits).forEach(column -> columns.put(column.name(), column));
      customerIds = duck.list("SELECT customer_id FROM people ORDER BY ix", row -> row.words(0));
    } catch (RuntimeException e) {
      duck.close();
      throw e;
    }
  }

  /**
   * Joins customers and portraits; a second or so for 100,000 customers.
   *
   * @param portraits null where there are none: rules on their columns do not fit then
   */
  public static RuleTable open(Tables tables, @Nullable Path portraits, JobContext context) {
    return new RuleTable(tables, portraits, context);
  }

  /** Cancels the question that is being answered; no other is answered from then on. */
  public void stop() {
    stopped = true;
  }

  /** The columns on which a rule can be built: the portraits' first. */
  public Collection<RuleColumn> columns() {
    return List.copyOf(columns.values());
  }

  /** All customers, sorted. */
  public List<String> customerIds() {
    return customerIds;
  }

  /** Why a rule does not fit these customers; empty when it does. */
  public List<Text> doubts(SegmentRule rule) {
    return RuleDoubts.of(rule, columns);
  }

  /**
   * How many customers meet a rule.
   *
   * @throws Problem when it does not fit the data
   */
  public long count(SegmentRule rule, JobContext context) {
    refuse(doubts(rule));
    return ask(context, () -> duck.whole("SELECT count(*) FROM people WHERE " + where(rule)));
  }

  /**
   * Who meets a rule, as indices into {@link #customerIds()}.
   *
   * @throws Problem when it does not fit the data
   */
  public BitSet members(SegmentRule rule, JobContext context) {
    refuse(doubts(rule));
    return ask(
        context,
        () -> {
          BitSet found = new BitSet(customerIds.size());
          duck.each(
              "SELECT ix FROM people WHERE " + where(rule), row -> found.set((int) row.whole(0)));
          return found;
        });
  }

  /** The commonest texts of a column that start so, for a field that completes what is typed. */
  public List<String> values(String column, String start, int most, JobContext context) {
    RuleColumn known = columns.get(column);
    return known == null || known.kind() != RuleColumn.Kind.TEXT
        ? List.of()
        : ask(context, () -> ColumnFigures.values(duck, column, start, most));
  }

  /** Categories or brands that were bought, the commonest first. */
  public List<String> bought(SegmentRule.Trait trait, String start, int most, JobContext context) {
    return ask(
        context,
        () -> {
          needPurchases();
          return people.bought(trait, start, most);
        });
  }

  /**
   * Who meets each segment's rule, in several where they overlap; a rule that does not fit: none.
   */
  public Membership membership(List<RuleSegment> segments, JobContext context) {
    List<BitSet> members = new ArrayList<>();
    for (RuleSegment segment : segments) {
      members.add(
          doubts(segment.rule()).isEmpty() ? members(segment.rule(), context) : new BitSet());
    }
    return new Membership(customerIds, segments.stream().map(RuleSegment::name).toList(), members);
  }

  /**
   * Each customer in the first segment whose rule is met, all others in a last one, {@code other}.
   */
  public Segmentation assign(List<RuleSegment> segments, JobContext context) {
    Membership membership = membership(segments, context);
    List<String> names = new ArrayList<>(membership.names());
    names.add(Segments.OTHER);
    Map<String, Integer> segmentOf = HashMap.newHashMap(customerIds.size());
    customerIds.forEach(id -> segmentOf.put(id, segments.size()));
    for (int s = segments.size() - 1; s >= 0; s--) {
      int segment = s;
      membership.members().get(s).stream().forEach(i -> segmentOf.put(customerIds.get(i), segment));
    }
    return new Segmentation(SCHEME, List.copyOf(names), Map.copyOf(segmentOf));
  }

  private String where(SegmentRule rule) {
    if (usesPurchases(rule)) {
      needPurchases();
    }
    return RuleSql.where(rule);
  }

  private void needPurchases() {
    if (!purchasesLoaded) {
      people.loadPurchases();
      purchasesLoaded = true;
    }
  }

  private static boolean usesPurchases(SegmentRule rule) {
    return rule instanceof SegmentRule.Bought
        || rule.parts().stream().anyMatch(RuleTable::usesPurchases);
  }

  private static void refuse(List<Text> doubts) {
    if (!doubts.isEmpty()) {
      throw new Problem(doubts.getFirst());
    }
  }

  private synchronized <T> T ask(JobContext context, Supplier<T> question) {
    asking = context;
    return question.get();
  }

  @Override
  public synchronized void close() {
    duck.close();
  }
}
