package org.tiersmith.profile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tiersmith.data.Duck;
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
import org.tiersmith.profile.SegmentRule.Topic;

/**
 * A rule as an SQL condition over the tables of {@link PeopleTable}. Of the rule's texts nothing
 * reaches the SQL but literals; its column names have passed {@link RuleDoubts}.
 */
final class RuleSql {
  private RuleSql() {}

  /** The condition: true or false for each row, never null. */
  static String where(SegmentRule rule) {
    return switch (rule) {
      case AllOf all -> joined(all.rules(), " AND ", "true");
      case AnyOf any -> joined(any.rules(), " OR ", "false");
      case Not not -> "(NOT " + where(not.rule()) + ")";
      case Known known ->
          "(" + Duck.name(known.column()) + (known.known() ? " IS NOT NULL)" : " IS NULL)");
      case Bought bought -> bought(bought);
      default -> "coalesce(" + condition(rule) + ", false)";
    };
  }

  private static String joined(List<SegmentRule> rules, String by, String whenNone) {
    return rules.isEmpty()
        ? whenNone
        : rules.stream().map(RuleSql::where).collect(Collectors.joining(by, "(", ")"));
  }

  private static String condition(SegmentRule rule) {
    return switch (rule) {
      case NumberIs is -> Duck.name(is.column()) + operator(is.comparison()) + number(is.value());
      case NumberBetween in ->
          Duck.name(in.column()) + " BETWEEN " + number(in.least()) + " AND " + number(in.most());
      case TextIs is -> text(is);
      case DayIs is ->
          Duck.name(is.column())
              + (is.match() == DayMatch.BEFORE ? " < " : " > ")
              + "DATE '"
              + is.day()
              + "'";
      case InLastDays in -> lately(Duck.name(in.column()), in.days());
      case Keyword keyword ->
          "list_contains(string_split(lower(keywords), ' · '), " + lower(keyword.word()) + ")";
      case Topic topic ->
          "lower(topic) = "
              + lower(topic.topic())
              + " AND coalesce(topic_share, 0) >= "
              + number(topic.leastShare());
      default -> throw new IllegalArgumentException("no condition: " + rule);
    };
  }

  private static String operator(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> " = ";
      case UNEQUAL -> " <> ";
      case LESS -> " < ";
      case AT_MOST -> " <= ";
      case MORE -> " > ";
      case AT_LEAST -> " >= ";
    };
  }

  private static String text(TextIs is) {
    String value = "lower(" + ColumnWords.sql(is.column()) + ")";
    String first = lower(is.values().getFirst());
    return switch (is.match()) {
      case IS -> value + " = " + first;
      case IS_NOT -> value + " <> " + first;
      case ONE_OF ->
          value
              + is.values().stream()
                  .map(RuleSql::lower)
                  .collect(Collectors.joining(", ", " IN (", ")"));
      case CONTAINS -> "contains(" + value + ", " + first + ")";
      case STARTS_WITH -> "starts_with(" + value + ", " + first + ")";
    };
  }

  private static String bought(Bought bought) {
    String when = bought.days() == 0 ? "" : " AND " + lately("day", bought.days());
    return "(ix IN (SELECT ix FROM bought WHERE "
        + column(bought.trait())
        + " = "
        + lower(bought.value())
        + when
        + " GROUP BY ix HAVING count(DISTINCT day) >= "
        + bought.times()
        + "))";
  }

  /** The column of {@code bought} and of the products that tells a trait. */
  static String column(SegmentRule.Trait trait) {
    return trait == SegmentRule.Trait.CATEGORY ? "category" : "brand";
  }

  private static String lately(String day, int days) {
    String last = "(SELECT day FROM last_day)";
    return "(" + day + " > " + last + " - " + days + " AND " + day + " <= " + last + ")";
  }

  private static String number(double value) {
    return "'" + value + "'::DOUBLE";
  }

  private static String lower(String value) {
    return "lower(" + literal(value) + ")";
  }

  /** A literal of any text; a NUL would end the statement. */
  static String literal(String value) {
    return Arrays.stream(value.split("\0", -1))
        .map(Duck::text)
        .collect(Collectors.joining(" || chr(0) || ", "(", ")"));
  }
}
