package org.tiersmith.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges the rows of a table by all rules at once: counts them, moves the rows that a rule rejects
 * to the rejects and tells of each rule what it did. Rules that one row can't tell add their lines
 * before.
 */
final class Verdict {
  /** A query of no lines, for a rule that met nothing. */
  static final String NO_LINES = "SELECT 0::BIGINT WHERE false";

  private static final String SIDE = "met_beside";

  private final Duck duck;
  private final ImportRules rules;
  private final TableKind kind;
  private final RawTable raw;
  private final RowRules checks;
  private final Map<ImportRule, String> messages = new EnumMap<>(ImportRule.class);
  private final Set<ImportRule> asked;

  /** Of a rule, how many rows it met and so on. */
  private static final class Tally {
    private long met;
    private long rejected;
    private long firstLine = Long.MAX_VALUE;
  }

  Verdict(Duck duck, ImportRules rules, TableKind kind, RawTable raw, RowRules checks) {
    this.duck = duck;
    this.rules = rules;
    this.kind = kind;
    this.raw = raw;
    this.checks = checks;
    this.asked = checks.rules();
    duck.run("CREATE OR REPLACE TABLE " + SIDE + "(" + Staging.LINE + " BIGINT, met BIGINT)");
  }

  /** SQL that is true of a row that no rule judged so far rejects. */
  String good() {
    long mask = rejecting();
    return "(" + RowRules.MET + " & " + mask + ") = 0";
  }

  /**
   * Adds the lines that a rule met.
   *
   * @param lines a query of one column, the lines
   * @param message SQL text over the table's parsed columns
   */
  void add(ImportRule rule, String lines, String message) {
    asked.add(rule);
    messages.put(rule, message);
    duck.run("INSERT INTO " + SIDE + " SELECT *, " + RowRules.bit(rule) + " FROM (" + lines + ")");
  }

  /** A query of the lines that were added for a rule. */
  String lines(ImportRule rule) {
    return String.format(
        "SELECT %s FROM %s WHERE met = %d", Staging.LINE, SIDE, RowRules.bit(rule));
  }

  /**
   * Rejects what is to be rejected.
   *
   * @param parsed a query of the rows as they were read, with what was written
   * @param needed told a query of the lines that will be looked at once more
   * @param remove told a query of the lines that the table is to lose
   */
  List<RuleOutcome> settle(String parsed, Consumer<String> needed, Consumer<String> remove) {
    duck.run(
        String.format(
            "CREATE TABLE met AS SELECT %1$s, bit_or(met)::BIGINT AS met FROM (SELECT %1$s, %2$s"
                + " AS met FROM %3$s WHERE %2$s <> 0 UNION ALL FROM %4$s) GROUP BY %1$s",
            Staging.LINE, RowRules.MET, kind.key(), SIDE));
    Map<ImportRule, Tally> tallies = count();
    if (!tallies.isEmpty()) {
      needed.accept(needed(tallies));
      tell(parsed, tallies);
      reject(remove);
    }
    List<RuleOutcome> outcomes = outcomes(tallies);
    duck.run("DROP TABLE met");
    duck.run("DROP TABLE IF EXISTS told");
    return outcomes;
  }

  private Map<ImportRule, Tally> count() {
    Map<ImportRule, Tally> tallies = new EnumMap<>(ImportRule.class);
    duck.each(
        "SELECT met, count(*), min(" + Staging.LINE + ") FROM met GROUP BY met",
        row -> {
          long met = row.whole(0);
          for (ImportRule rule : ImportRule.values()) {
            if ((met & RowRules.bit(rule)) != 0) {
              Tally tally = tallies.computeIfAbsent(rule, r -> new Tally());
              tally.met += row.whole(1);
              tally.rejected += first(met) == rule ? row.whole(1) : 0;
              tally.firstLine = Math.min(tally.firstLine, row.whole(2));
            }
          }
        });
    return tallies;
  }

  /** The lines of the rejected rows, and one of each rule: rows that are kept may be most. */
  private String needed(Map<ImportRule, Tally> tallies) {
    return String.format(
        "SELECT %1$s FROM met WHERE met & %2$d <> 0 UNION VALUES %3$s",
        Staging.LINE,
        rejecting(),
        tallies.values().stream()
            .map(tally -> "(" + tally.firstLine + "::BIGINT)")
            .collect(Collectors.joining(", ")));
  }

  /** The rule for which a row is rejected, or null. */
  private @Nullable ImportRule first(long met) {
    long rejected = met & rejecting();
    return rejected == 0 ? null : ImportRule.values()[Long.numberOfTrailingZeros(rejected)];
  }

  private long rejecting() {
    long mask = 0;
    for (ImportRule rule : ImportRule.values()) {
      mask |= rules.action(rule) == Action.REJECT ? RowRules.bit(rule) : 0;
    }
    return mask;
  }

  /** Makes the table of what to tell: the rejected rows, and one row of each rule. */
  private void tell(String parsed, Map<ImportRule, Tally> tallies) {
    StringBuilder first = new StringBuilder("CASE");
    for (ImportRule rule : ImportRule.values()) {
      if (rules.action(rule) == Action.REJECT) {
        first.append(
            String.format(" WHEN met & %d <> 0 THEN %d", RowRules.bit(rule), rule.ordinal()));
      }
    }
    List<String> examples = new ArrayList<>();
    tallies.forEach(
        (rule, tally) ->
            examples.add("(" + tally.firstLine + "::BIGINT, " + rule.ordinal() + ", false)"));
    duck.run(
        String.format(
            "CREATE TABLE told AS SELECT %1$s, ordinal, rejected, coalesce(%2$s, '') AS message"
                + " FROM (SELECT %1$s, %3$s END AS ordinal, true AS rejected FROM met WHERE met &"
                + " %4$d <> 0 UNION ALL VALUES %5$s) JOIN (%6$s) USING (%1$s)",
            Staging.LINE, message(), first, rejecting(), String.join(", ", examples), parsed));
  }

  private String message() {
    StringBuilder sql = new StringBuilder("CASE");
    messages.forEach(
        (rule, message) ->
            sql.append(" WHEN ordinal = ").append(rule.ordinal()).append(" THEN ").append(message));
    return messages.isEmpty()
        ? checks.message("ordinal")
        : sql + " ELSE " + checks.message("ordinal") + " END";
  }

  private void reject(Consumer<String> remove) {
    if (duck.whole("SELECT count(*) FROM told WHERE rejected") == 0) {
      return;
    }
    duck.run(
        String.format(
            "INSERT INTO rejects SELECT %1$s, %2$s, %3$s END, message, left(concat_ws(',', %4$s),"
                + " 300), to_json([%4$s])::VARCHAR FROM told JOIN %5$s AS r USING (%6$s) WHERE"
                + " rejected",
            raw.fileSql(),
            raw.lineSql(),
            reasons(),
            String.join(
                ", ",
                raw.ownColumns().stream()
                    .map(c -> "coalesce(r." + Duck.name(c) + ", '')")
                    .toList()),
            raw.table(),
            Staging.LINE));
    remove.accept("SELECT " + Staging.LINE + " FROM told WHERE rejected");
  }

  private static String reasons() {
    StringBuilder sql = new StringBuilder("CASE ordinal");
    for (ImportRule rule : ImportRule.values()) {
      sql.append(" WHEN ").append(rule.ordinal()).append(" THEN ");
      sql.append(Duck.text(rule.reason()));
    }
    return sql.toString();
  }

  private List<RuleOutcome> outcomes(Map<ImportRule, Tally> tallies) {
    Map<ImportRule, RuleOutcome.Example> examples = new HashMap<>();
    if (!tallies.isEmpty()) {
      duck.each(
          String.format(
              "SELECT ordinal, %1$s, %2$s, message FROM told JOIN %3$s AS r USING (%4$s) WHERE NOT"
                  + " rejected",
              raw.fileSql(), raw.lineSql(), raw.table(), Staging.LINE),
          row ->
              examples.put(
                  ImportRule.values()[(int) row.whole(0)],
                  new RuleOutcome.Example(row.words(1), row.whole(2), row.words(3))));
    }
    return asked.stream()
        .map(r -> outcome(r, tallies.getOrDefault(r, new Tally()), examples.get(r)))
        .toList();
  }

  private RuleOutcome outcome(ImportRule rule, Tally tally, RuleOutcome.@Nullable Example example) {
    Action action = rules.action(rule);
    long left = action == Action.REJECT || tally.met == 0 ? 0 : imported(rule);
    return new RuleOutcome(
        rule.id(),
        kind.key(),
        action,
        tally.met,
        tally.rejected,
        action == Action.KEEP ? left : 0,
        action == Action.REPAIR ? left : 0,
        example);
  }

  /** Rows that a rule met and none rejected. */
  private long imported(ImportRule rule) {
    return duck.whole(
        String.format(
            "SELECT count(*) FROM met WHERE met & %d <> 0 AND met & %d = 0",
            RowRules.bit(rule), rejecting()));
  }
}
