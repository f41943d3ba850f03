package org.tiersmith.profile;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import org.tiersmith.model.Text;
import org.tiersmith.profile.SegmentRule.AllOf;
import org.tiersmith.profile.SegmentRule.AnyOf;
import org.tiersmith.profile.SegmentRule.Bought;
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
import org.tiersmith.profile.SegmentRule.Trait;

/** A rule as a sentence for a person. */
public final class RuleSentence {
  private RuleSentence() {}

  /** What customers of the rule have in common. */
  public static Text of(SegmentRule rule) {
    return switch (rule) {
      case AllOf all ->
          joined(
              all.rules(),
              Text.of("rule.everyone", "all customers"),
              (a, b) -> Text.of("rule.and", "{0} and {1}", a, b));
      case AnyOf any ->
          joined(
              any.rules(),
              Text.of("rule.nobody", "no customer"),
              (a, b) -> Text.of("rule.or", "{0} or {1}", a, b));
      case Not not -> Text.of("rule.not", "not ({0})", of(not.rule()));
      case NumberIs is -> number(is);
      case NumberBetween in ->
          Text.of(
              "rule.between",
              "{0} is from {1} to {2}",
              ColumnTitles.of(in.column()),
              plain(in.least()),
              plain(in.most()));
      case TextIs is -> text(is);
      case DayIs is ->
          is.match() == DayMatch.BEFORE
              ? Text.of(
                  "rule.before",
                  "{0} is before {1}",
                  ColumnTitles.of(is.column()),
                  is.day().toString())
              : Text.of(
                  "rule.after",
                  "{0} is after {1}",
                  ColumnTitles.of(is.column()),
                  is.day().toString());
      case InLastDays in ->
          Text.of(
              "rule.lately",
              "{0} is within the last {1} days",
              ColumnTitles.of(in.column()),
              in.days());
      case Known known ->
          known.known()
              ? Text.of("rule.known", "{0} is known", ColumnTitles.of(known.column()))
              : Text.of("rule.missing", "{0} is missing", ColumnTitles.of(known.column()));
      case Bought bought -> bought(bought);
      case Keyword keyword ->
          Text.of("rule.keyword", "\"{0}\" is among the keywords", keyword.word());
      case Topic topic when topic.leastShare() > 0 ->
          Text.of(
              "rule.topic-share",
              "the topic is \"{0}\" by at least {1} %",
              topic.topic(),
              plain(100 * topic.leastShare()));
      case Topic topic -> Text.of("rule.topic", "the topic is \"{0}\"", topic.topic());
    };
  }

  private static Text joined(
      List<SegmentRule> rules, Text whenNone, BinaryOperator<Text> conjunction) {
    return rules.stream()
        .map(rule -> rules.size() > 1 ? grouped(rule) : of(rule))
        .reduce(conjunction)
        .orElse(whenNone);
  }

  private static Text grouped(SegmentRule rule) {
    boolean several = !(rule instanceof Not) && rule.parts().size() > 1;
    return several ? Text.of("rule.group", "({0})", of(rule)) : of(rule);
  }

  private static Text number(NumberIs is) {
    Text column = ColumnTitles.of(is.column());
    String value = plain(is.value());
    return switch (is.comparison()) {
      case EQUAL -> Text.of("rule.equal", "{0} is {1}", column, value);
      case UNEQUAL -> Text.of("rule.unequal", "{0} is not {1}", column, value);
      case LESS -> Text.of("rule.less", "{0} is less than {1}", column, value);
      case AT_MOST -> Text.of("rule.at-most", "{0} is at most {1}", column, value);
      case MORE -> Text.of("rule.more", "{0} is more than {1}", column, value);
      case AT_LEAST -> Text.of("rule.at-least", "{0} is at least {1}", column, value);
    };
  }

  private static Text text(TextIs is) {
    Text column = ColumnTitles.of(is.column());
    String value = is.values().getFirst();
    return switch (is.match()) {
      case IS -> Text.of("rule.is", "{0} is \"{1}\"", column, value);
      case IS_NOT -> Text.of("rule.is-not", "{0} is not \"{1}\"", column, value);
      case ONE_OF ->
          Text.of("rule.one-of", "{0} is one of: {1}", column, String.join(", ", is.values()));
      case CONTAINS -> Text.of("rule.contains", "{0} contains \"{1}\"", column, value);
      case STARTS_WITH -> Text.of("rule.starts", "{0} starts with \"{1}\"", column, value);
    };
  }

  private static Text bought(Bought bought) {
    Text what =
        bought.trait() == Trait.CATEGORY
            ? Text.of("rule.category", "category \"{0}\"", bought.value())
            : Text.of("rule.brand", "brand \"{0}\"", bought.value());
    return bought.days() == 0
        ? Text.of("rule.bought", "bought {0} on at least {1} days", what, bought.times())
        : Text.of(
            "rule.bought-lately",
            "bought {0} on at least {1} of the last {2} days",
            what,
            bought.times(),
            bought.days());
  }

  /** A number as a person would write it, not rounded. */
  private static String plain(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return exact.toPlainString();
  }
}
