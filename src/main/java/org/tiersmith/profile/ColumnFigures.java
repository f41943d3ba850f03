package org.tiersmith.profile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Duck;
import org.tiersmith.profile.RuleColumn.Kind;

/** What a column of {@link PeopleTable} holds. */
final class ColumnFigures {
  private static final int EXAMPLES = 20;

  private ColumnFigures() {}

  static RuleColumn of(Duck duck, String name, Kind kind, boolean ofPortraits) {
    String column = Duck.name(name);
    String bounds = kind == Kind.TEXT ? "NULL, NULL" : "min(" + column + "), max(" + column + ")";
    List<String> examples = kind == Kind.TEXT ? values(duck, name, "", EXAMPLES) : List.of();
    return duck.list(
            "SELECT count(*) - count(" + column + "), " + bounds + " FROM people",
            row ->
                new RuleColumn(
                    name,
                    ColumnTitles.of(name),
                    kind,
                    ofPortraits,
                    row.whole(0),
                    kind == Kind.NUMBER ? row.number(1) : Double.NaN,
                    kind == Kind.NUMBER ? row.number(2) : Double.NaN,
                    kind == Kind.DAY ? day(row.text(1)) : null,
                    kind == Kind.DAY ? day(row.text(2)) : null,
                    examples))
        .getFirst();
  }

  /** The commonest texts of a column that start so, whatever the case. */
  static List<String> values(Duck duck, String name, String start, int most) {
    String column = Duck.name(name);
    return duck.list(
        "SELECT "
            + column
            + " FROM people WHERE starts_with(lower("
            + column
            + "), lower("
            + RuleSql.literal(start)
            + ")) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT "
            + most,
        row -> row.words(0));
  }

  private static @Nullable LocalDate day(@Nullable String iso) {
    return iso == null ? null : LocalDate.parse(iso);
  }
}
