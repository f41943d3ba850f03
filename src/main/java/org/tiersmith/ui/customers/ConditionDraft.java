package org.tiersmith.ui.customers;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.profile.SegmentRule.Bought;
import org.tiersmith.profile.SegmentRule.DayIs;
import org.tiersmith.profile.SegmentRule.DayMatch;
import org.tiersmith.profile.SegmentRule.InLastDays;
import org.tiersmith.profile.SegmentRule.Keyword;
import org.tiersmith.profile.SegmentRule.Known;
import org.tiersmith.profile.SegmentRule.NumberBetween;
import org.tiersmith.profile.SegmentRule.NumberIs;
import org.tiersmith.profile.SegmentRule.TextIs;
import org.tiersmith.profile.SegmentRule.TextMatch;
import org.tiersmith.profile.SegmentRule.Topic;
import org.tiersmith.profile.SegmentRule.Trait;

/**
 * A condition as it stands in the editor.
 *
 * @param subject a column, or one of the {@code #} subjects
 * @param first what was typed as the value
 * @param second what was typed as the second value, of operators with two
 */
record ConditionDraft(String subject, Operator operator, String first, String second)
    implements RuleDraft {
  /** Purchases of a category. */
  static final String CATEGORY = "#category";

  /** Purchases of a brand. */
  static final String BRAND = "#brand";

  /** The main topic. */
  static final String TOPIC = "#topic";

  private static final String BETWEEN = ", ";

  /** A new condition on a subject. */
  static ConditionDraft on(String subject, Operator.Family family) {
    Operator first = Operator.of(family).getFirst();
    return new ConditionDraft(subject, first, "", first.preset());
  }

  ConditionDraft with(Operator other) {
    boolean same = other.isNumeric() == operator.isNumeric();
    return new ConditionDraft(subject, other, same ? first : "", other.preset());
  }

  @Override
  public Optional<SegmentRule> rule() {
    try {
      return Optional.ofNullable(
          switch (operator) {
            case KNOWN -> new Known(subject, true);
            case MISSING -> new Known(subject, false);
            default -> first.isBlank() ? null : valued();
          });
    } catch (NumberFormatException | DateTimeException unfinished) {
      return Optional.empty();
    }
  }

  private SegmentRule valued() {
    return switch (operator) {
      case EQUAL, UNEQUAL, LESS, AT_MOST, MORE, AT_LEAST ->
          new NumberIs(subject, SegmentRule.Comparison.valueOf(operator.name()), number(first));
      case BETWEEN -> new NumberBetween(subject, number(first), number(second));
      case IS, IS_NOT, CONTAINS, STARTS_WITH ->
          new TextIs(subject, TextMatch.valueOf(operator.name()), List.of(first.strip()));
      case ONE_OF -> new TextIs(subject, TextMatch.ONE_OF, listed());
      case BEFORE -> new DayIs(subject, DayMatch.BEFORE, LocalDate.parse(first.strip()));
      case AFTER -> new DayIs(subject, DayMatch.AFTER, LocalDate.parse(first.strip()));
      case IN_LAST_DAYS -> new InLastDays(subject, count(first));
      case BOUGHT -> bought(first, 1, 0);
      case BOUGHT_TIMES -> bought(first, count(second), 0);
      case BOUGHT_LATELY -> boughtLately();
      case HAS_WORD -> new Keyword(first.strip());
      case TOPIC -> new Topic(first.strip(), second.isBlank() ? 0 : number(second) / 100);
      case KNOWN, MISSING -> new Known(subject, operator == Operator.KNOWN);
    };
  }

  /** The second value is a number of days, or "times / days". */
  private Bought boughtLately() {
    String[] both = second.split("/", 2);
    return both.length == 1
        ? bought(first, 1, count(second))
        : bought(first, count(both[0]), count(both[1]));
  }

  private Bought bought(String what, int times, int days) {
    return new Bought(
        subject.equals(BRAND) ? Trait.BRAND : Trait.CATEGORY, what.strip(), times, days);
  }

  private List<String> listed() {
    List<String> values =
        Arrays.stream(first.split("[,，;；]"))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .toList();
    if (values.isEmpty()) {
      throw new NumberFormatException("nothing listed");
    }
    return values;
  }

  private static double number(String typed) {
    double value = Double.parseDouble(typed.strip().replace('−', '-').replace(',', '.'));
    if (!Double.isFinite(value)) {
      throw new NumberFormatException(typed);
    }
    return value;
  }

  private static int count(String typed) {
    int count = Integer.parseInt(typed.strip());
    if (count < 1) {
      throw new NumberFormatException(typed);
    }
    return count;
  }

  /** A condition of a rule for the editor. */
  static ConditionDraft of(SegmentRule rule) {
    return switch (rule) {
      case NumberIs is ->
          new ConditionDraft(
              is.column(), Operator.valueOf(is.comparison().name()), plain(is.value()), "");
      case NumberBetween in ->
          new ConditionDraft(in.column(), Operator.BETWEEN, plain(in.least()), plain(in.most()));
      case TextIs is ->
          new ConditionDraft(
              is.column(),
              Operator.valueOf(is.match().name()),
              String.join(BETWEEN, is.values()),
              "");
      case DayIs is ->
          new ConditionDraft(
              is.column(), Operator.valueOf(is.match().name()), is.day().toString(), "");
      case InLastDays in ->
          new ConditionDraft(in.column(), Operator.IN_LAST_DAYS, Integer.toString(in.days()), "");
      case Known known ->
          new ConditionDraft(
              known.column(), known.known() ? Operator.KNOWN : Operator.MISSING, "", "");
      case Bought bought -> of(bought);
      case Keyword keyword -> new ConditionDraft("keywords", Operator.HAS_WORD, keyword.word(), "");
      case Topic topic ->
          new ConditionDraft(
              TOPIC,
              Operator.TOPIC,
              topic.topic(),
              topic.leastShare() > 0 ? plain(100 * topic.leastShare()) : "");
      case SegmentRule.AllOf all -> throw new IllegalArgumentException(all.toString());
      case SegmentRule.AnyOf any -> throw new IllegalArgumentException(any.toString());
      case SegmentRule.Not not -> throw new IllegalArgumentException(not.toString());
    };
  }

  private static ConditionDraft of(Bought bought) {
    String subject = bought.trait() == Trait.BRAND ? BRAND : CATEGORY;
    if (bought.days() > 0) {
      String days = Integer.toString(bought.days());
      return new ConditionDraft(
          subject,
          Operator.BOUGHT_LATELY,
          bought.value(),
          bought.times() > 1 ? bought.times() + " / " + days : days);
    }
    return bought.times() > 1
        ? new ConditionDraft(
            subject, Operator.BOUGHT_TIMES, bought.value(), Integer.toString(bought.times()))
        : new ConditionDraft(subject, Operator.BOUGHT, bought.value(), "");
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
