package org.tiersmith.profile;

import java.time.LocalDate;
import java.util.List;
import org.tiersmith.model.Problem;

/**
 * A condition that a customer meets or doesn't, as an immutable tree. A condition on a value that
 * is missing is not met, so its {@link Not} is. Texts are compared without regard to case.
 */
public sealed interface SegmentRule {
  /** Groups within groups beyond which a rule is refused. */
  int DEEPEST = 40;

  /** Counts of days and purchases beyond which a condition is refused. */
  int MOST_COUNTED = 1_000_000;

  /** The last year of which a day may be. */
  int LAST_YEAR = 9999;

  /** How a number compares. */
  enum Comparison {
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST
  }

  /** How a text compares. */
  enum TextMatch {
    IS,
    IS_NOT,
    ONE_OF,
    CONTAINS,
    STARTS_WITH
  }

  /** How a day compares; the day itself is neither before nor after. */
  enum DayMatch {
    BEFORE,
    AFTER
  }

  /** What of a product a purchase is told by. */
  enum Trait {
    CATEGORY,
    BRAND
  }

  /** Every one of the rules is met; met by all customers when there is none. */
  record AllOf(List<SegmentRule> rules) implements SegmentRule {
    public AllOf {
      rules = List.copyOf(rules);
    }
  }

  /** At least one of the rules is met; met by nobody when there is none. */
  record AnyOf(List<SegmentRule> rules) implements SegmentRule {
    public AnyOf {
      rules = List.copyOf(rules);
    }
  }

  /** The rule is not met. */
  record Not(SegmentRule rule) implements SegmentRule {}

  /** A number of a customer or portrait. */
  record NumberIs(String column, Comparison comparison, double value) implements SegmentRule {
    public NumberIs {
      finite(value);
    }
  }

  /** A number between two others, both included. */
  record NumberBetween(String column, double least, double most) implements SegmentRule {
    public NumberBetween {
      finite(least);
      finite(most);
    }
  }

  /**
   * A text of a customer or portrait.
   *
   * @param values one, or for {@link TextMatch#ONE_OF} one or more
   */
  record TextIs(String column, TextMatch match, List<String> values) implements SegmentRule {
    public TextIs {
      values = List.copyOf(values);
      if (values.isEmpty() || (values.size() > 1 && match != TextMatch.ONE_OF)) {
        throw Problem.of(
            "rule.values", "The condition on \"{0}\" needs a text to compare with.", column);
      }
    }
  }

  /** A day of a customer or portrait. */
  record DayIs(String column, DayMatch match, LocalDate day) implements SegmentRule {
    public DayIs {
      if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
        throw Problem.of(
            "rule.year",
            "A condition compares with a day of the years 1 to {1}, not with {0}.",
            day.toString(),
            String.valueOf(LAST_YEAR));
      }
    }
  }

  /**
   * A day among the last ones of the data.
   *
   * @param days at least 1; 1 is the last day on which anything happened in the data
   */
  record InLastDays(String column, int days) implements SegmentRule {
    public InLastDays {
      counted(days);
    }
  }

  /** A value is known, or with {@code known = false} missing. */
  record Known(String column, boolean known) implements SegmentRule {}

  /**
   * Purchases of a category or brand.
   *
   * @param times days with such a purchase, at least 1
   * @param days only the last days of the data; 0 for ever
   */
  record Bought(Trait trait, String value, int times, int days) implements SegmentRule {
    public Bought {
      counted(times);
      if (days != 0) {
        counted(days);
      }
    }
  }

  /** A word among the customer's keywords. */
  record Keyword(String word) implements SegmentRule {}

  /**
   * The customer's main topic.
   *
   * @param leastShare of the customer's words that belong to it, 0 to 1
   */
  record Topic(String topic, double leastShare) implements SegmentRule {
    public Topic {
      finite(leastShare);
    }
  }

  /** Rules directly within this one. */
  default List<SegmentRule> parts() {
    return switch (this) {
      case AllOf all -> all.rules();
      case AnyOf any -> any.rules();
      case Not not -> List.of(not.rule());
      default -> List.of();
    };
  }

  /** 1 for a condition, one more for each group around it; stops counting at the deepest. */
  default int depth() {
    return depth(this, 1);
  }

  private static int depth(SegmentRule rule, int at) {
    int deepest = at;
    for (SegmentRule part : at > DEEPEST ? List.<SegmentRule>of() : rule.parts()) {
      deepest = Math.max(deepest, depth(part, at + 1));
    }
    return deepest;
  }

  private static void finite(double value) {
    if (!Double.isFinite(value)) {
      throw Problem.of("rule.number", "A condition compares with a number, not with {0}.", value);
    }
  }

  private static void counted(int count) {
    if (count < 1 || count > MOST_COUNTED) {
      throw Problem.of(
          "rule.count", "A condition counts from 1 to {1}, not {0}.", count, MOST_COUNTED);
    }
  }
}
