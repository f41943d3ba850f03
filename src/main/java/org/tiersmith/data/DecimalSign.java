package org.tiersmith.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the numbers of a column have decimal commas or points, for the column as a whole:
 * {@code 1,234} is 1234 in one and 1.234 in the other. Numbers that can be read in one way only
 * decide; where a column has none, the file's other columns do, and then its delimiter: where
 * semicolons divide the fields, commas divide the numbers.
 */
final class DecimalSign {
  /** Bare numbers that only make sense with a decimal comma. */
  private static final String COMMA =
      "[+-]?(\\d{1,3}(\\.\\d{3})+,\\d+|\\d*,(\\d|\\d{2}|\\d{4,})|0\\d*,\\d+|\\d{4,},\\d+"
          + "|\\d{1,3}(\\.\\d{3}){2,})";

  /** Bare numbers that only make sense with a decimal point. */
  private static final String POINT =
      "[+-]?(\\d{1,3}(,\\d{2,3})*,\\d{3}\\.\\d+|\\d*\\.(\\d|\\d{2}|\\d{4,})|0\\d*\\.\\d+"
          + "|\\d{4,}\\.\\d+|\\d{1,3}(,\\d{2,3})+,\\d{3})";

  /** Bare numbers that make sense with either. */
  private static final String OPEN = "[+-]?[1-9]\\d{0,2}[.,]\\d{3}";

  private static final Pattern COMMAS = Pattern.compile(COMMA);
  private static final Pattern POINTS = Pattern.compile(POINT);
  private static final Pattern BESIDES =
      Pattern.compile("[\\s\\u00a0\\u202f$€£¥￥₹元円%％]|(?i)usd|eur|gbp|rs\\.?");

  /**
   * How many values speak for either sign.
   *
   * @param commas values that only make sense with a decimal comma
   * @param points values that only make sense with a decimal point
   * @param open values such as 1,234 or 1.234 that make sense with either
   */
  private record Votes(long commas, long points, long open) {

    /** Whether there are decimal commas, by these votes; null where they decide nothing. */
    @Nullable Boolean decision() {
      return commas == points ? null : Boolean.valueOf(commas > points);
    }

    Votes and(Votes other) {
      return new Votes(commas + other.commas, points + other.points, open + other.open);
    }
  }

  private final Duck duck;
  private final @Nullable Boolean chosen;
  private final boolean habit;
  private final Map<String, Votes> sampled = new HashMap<>();

  /**
   * Asks the columns of a sample of a file's rows.
   *
   * @param sample the sample's table
   * @param format what a person said of the file
   */
  DecimalSign(Duck duck, String sample, RawTable table, FileFormat format) {
    this.duck = duck;
    String decimal = format.decimal();
    this.chosen = decimal == null ? null : Boolean.valueOf(decimal.equals(","));
    if (chosen != null) {
      habit = chosen;
    } else {
      sampled.putAll(votes(sample, marked(sample, table.columns())));
      Votes all = sampled.values().stream().reduce(new Votes(0, 0, 0), Votes::and);
      Boolean decided = all.decision();
      habit = decided == null ? table.semicolon() : decided;
    }
  }

  /** Whether a column of which some rows are given has decimal commas. */
  boolean isComma(String rows, String column) {
    if (chosen != null) {
      return chosen;
    }
    Votes votes = votes(rows, List.of(column)).getOrDefault(column, new Votes(0, 0, 0));
    Boolean own = votes.decision();
    return own == null ? habit : own;
  }

  /**
   * Whether numbers that read as they stand may have points between thousands nevertheless, so that
   * {@link #isComma} must be asked.
   */
  boolean mayMislead(String column) {
    Votes votes = sampled.get(column);
    return chosen != null ? chosen : habit && votes != null && votes.open > 0 && votes.points == 0;
  }

  /** The decimal sign of cells, for a preview; null where they have none. */
  static @Nullable String at(List<List<String>> rows, boolean semicolon) {
    long commas = 0;
    long points = 0;
    long open = 0;
    for (List<String> row : rows) {
      for (String cell : row) {
        String bare = BESIDES.matcher(cell).replaceAll("");
        commas += COMMAS.matcher(bare).matches() ? 1 : 0;
        points += POINTS.matcher(bare).matches() ? 1 : 0;
        open += bare.matches(OPEN) ? 1 : 0;
      }
    }
    if (commas + points + open == 0) {
      return null;
    }
    return commas > points || (commas == points && semicolon) ? "," : ".";
  }

  /** The columns that have commas or points in them. */
  private List<String> marked(String rows, List<String> columns) {
    String counts =
        columns.stream()
            .map(Duck::name)
            .map(c -> "count_if(contains(" + c + ", ',') OR contains(" + c + ", '.'))")
            .collect(Collectors.joining(", "));
    List<String> marked = new ArrayList<>();
    duck.each(
        "SELECT " + counts + " FROM " + rows,
        row -> {
          for (int i = 0; i < columns.size(); i++) {
            if (row.whole(i) > 0) {
              marked.add(columns.get(i));
            }
          }
        });
    return marked;
  }

  private Map<String, Votes> votes(String rows, List<String> columns) {
    if (columns.isEmpty()) {
      return Map.of();
    }
    List<String> bare = new ArrayList<>();
    List<String> counts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String c = Duck.name(columns.get(i));
      bare.add(
          String.format(
              "CASE WHEN try_cast(%1$s AS DOUBLE) IS NOT NULL THEN %1$s WHEN contains(%1$s, ',') OR"
                  + " contains(%1$s, '.') THEN ts_bare(%1$s) END AS x%2$d",
              c, i));
      for (String kind : List.of(COMMA, POINT, OPEN)) {
        counts.add(String.format("count_if(regexp_full_match(x%d, %s))", i, Duck.text(kind)));
      }
    }
    Map<String, Votes> votes = new HashMap<>();
    duck.each(
        "SELECT "
            + String.join(", ", counts)
            + " FROM (SELECT "
            + String.join(", ", bare)
            + " FROM "
            + rows
            + ")",
        row -> {
          for (int i = 0; i < columns.size(); i++) {
            votes.put(
                columns.get(i),
                new Votes(row.whole(3 * i), row.whole(3 * i + 1), row.whole(3 * i + 2)));
          }
        });
    return votes;
  }
}
