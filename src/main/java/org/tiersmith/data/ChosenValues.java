package org.tiersmith.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives each customer or product one value of what its events tell, where they tell several. */
final class ChosenValues {
  private final Duck duck;
  private final ImportRules rules;
  private final String id;
  private final List<String> columns = new ArrayList<>();

  ChosenValues(Duck duck, ImportRules rules, String id) {
    this.duck = duck;
    this.rules = rules;
    this.id = id;
  }

  /** Makes the table of a column's chosen value and of how many values there were. */
  void choose(String column) {
    String c = Duck.name(column);
    String order =
        switch (rules.wins()) {
          case MOST -> "n DESC, first_line";
          case FIRST -> "first_line";
          case LATEST -> "latest DESC, last_line DESC";
        };
    duck.run(
        String.format(
            "CREATE TABLE %1$s AS SELECT %2$s, first(%3$s ORDER BY %4$s) AS %3$s, count(*) AS n,"
                + " min(first_line) AS line FROM (SELECT %2$s, %3$s, count(*) AS n, min(%5$s) AS"
                + " first_line, max(%5$s) AS last_line, max(\"timestamp\") AS latest FROM events"
                + " WHERE %2$s IS NOT NULL AND %3$s IS NOT NULL GROUP BY ALL) GROUP BY %2$s",
            table(columns.size()), id, c, order, Staging.LINE));
    columns.add(column);
  }

  boolean has(String column) {
    return columns.contains(column);
  }

  /** SQL that joins the values to a table of ids. */
  String joins() {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      sql.append(" LEFT JOIN ").append(table(i)).append(" USING (").append(id).append(")");
    }
    return sql.toString();
  }

  /** What the rule met; it is told of nothing where nothing was chosen. */
  RuleOutcome outcome(ImportRule rule, TableKind kind, RawTable raw) {
    @Nullable String varied =
        columns.isEmpty()
            ? null
            : java.util.stream.IntStream.range(0, columns.size())
                .mapToObj(i -> "SELECT " + id + ", line FROM " + table(i) + " WHERE n > 1")
                .collect(Collectors.joining(" UNION ALL "));
    long met =
        varied == null ? 0 : duck.whole("SELECT count(DISTINCT " + id + ") FROM (" + varied + ")");
    RuleOutcome.@Nullable Example example = met == 0 ? null : example(varied + "", raw);
    return new RuleOutcome(rule.id(), kind.key(), rules.action(rule), met, 0, 0, met, example);
  }

  void close() {
    for (int i = 0; i < columns.size(); i++) {
      duck.run("DROP TABLE " + table(i));
    }
  }

  private RuleOutcome.Example example(String varied, RawTable raw) {
    return duck.list(
            String.format(
                "SELECT %1$s, %2$s, v.%3$s FROM (%4$s) AS v JOIN %5$s AS r ON r.%6$s = v.line ORDER"
                    + " BY v.line LIMIT 1",
                raw.fileSql(), raw.lineSql(), id, varied, raw.table(), Staging.LINE),
            row ->
                new RuleOutcome.Example(
                    row.words(0),
                    row.whole(1),
                    "The values of \"" + row.words(2) + "\" differ between its rows."))
        .getFirst();
  }

  private String table(int index) {
    return "chosen_" + id + "_" + index;
  }
}
