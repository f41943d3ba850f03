package org.tiersmith.data;

/** Finds rows whose id another row has: the first row that nothing else rejects keeps it. */
final class UniqueIds {
  private final Duck duck;
  private final Verdict verdict;
  private final TableKind kind;
  private final boolean known;

  /** Told how many rows have an id, and how many ids there are. */
  interface Count {
    void of(long ids, long distinct);
  }

  /**
   * Prepares the search.
   *
   * @param known whether it is known already that no id repeats
   */
  UniqueIds(Duck duck, Verdict verdict, TableKind kind, boolean known) {
    this.duck = duck;
    this.verdict = verdict;
    this.kind = kind;
    this.known = known;
  }

  /** Looks for the few ids that repeat first, which is cheap, and only then for their rows. */
  void find(String column, Count count) {
    if (known) {
      add(Verdict.NO_LINES, column);
      return;
    }
    duck.run(
        String.format(
            "CREATE TABLE twice AS SELECT %1$s AS id, count(*) AS n FROM %2$s WHERE %1$s IS NOT"
                + " NULL GROUP BY 1 HAVING count(*) > 1",
            column, kind.key()));
    long repeats = duck.whole("SELECT coalesce(sum(n - 1), 0) FROM twice");
    if (repeats > 0) {
      long ids = duck.whole(String.format("SELECT count(%s) FROM %s", column, kind.key()));
      count.of(ids, ids - repeats);
    }
    add(
        repeats == 0
            ? Verdict.NO_LINES
            : String.format(
                "SELECT %1$s FROM %2$s WHERE %3$s IN (SELECT id FROM twice) QUALIFY row_number()"
                    + " OVER (PARTITION BY %3$s ORDER BY NOT %4$s, %1$s) > 1",
                Staging.LINE, kind.key(), column, verdict.good()),
        column);
    duck.run("DROP TABLE twice");
  }

  private void add(String lines, String column) {
    verdict.add(
        ImportRule.DUPLICATE_ID,
        lines,
        RowRules.concat(
            "'The id \"'",
            RowRules.shown(column),
            "'\" was given before; the first row is kept.'"));
  }
}
