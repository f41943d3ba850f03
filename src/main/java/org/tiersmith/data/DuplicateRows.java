package org.tiersmith.data;

import java.util.ArrayList;
import java.util.List;

/** Finds events that repeat an earlier one in all mapped columns. */
final class DuplicateRows {
  private final Duck duck;
  private final Verdict verdict;

  DuplicateRows(Duck duck, Verdict verdict) {
    this.duck = duck;
    this.verdict = verdict;
  }

  /** Rows whose hashes agree are compared in full. */
  void find(Projection events) {
    List<String> columns = new ArrayList<>();
    TableKind.EVENTS.roles().stream().filter(events::has).map(Duck::name).forEach(columns::add);
    TableKind.PRODUCT_WORDS.stream().filter(events::has).map(Duck::name).forEach(columns::add);
    events.attributes().stream().map(Duck::name).forEach(columns::add);
    String all = String.join(", ", columns);
    duck.run(
        String.format(
            "CREATE TABLE alike AS SELECT hash(%s) AS h FROM events GROUP BY 1 HAVING count(*) > 1",
            all));
    boolean some = duck.whole("SELECT count(*) FROM alike") > 0;
    verdict.add(
        ImportRule.DUPLICATE_ROW,
        some
            ? String.format(
                "SELECT %1$s FROM events WHERE hash(%2$s) IN (SELECT h FROM alike) QUALIFY"
                    + " row_number() OVER (PARTITION BY %2$s ORDER BY %1$s) > 1",
                Staging.LINE, all)
            : Verdict.NO_LINES,
        "'The row repeats an earlier one in all columns.'");
    duck.run("DROP TABLE alike");
  }
}
