package org.tiersmith.ui.customers;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** How a condition of the editor compares its subject. */
enum Operator {
  AT_LEAST(Family.NUMBER),
  MORE(Family.NUMBER),
  AT_MOST(Family.NUMBER),
  LESS(Family.NUMBER),
  BETWEEN(Family.NUMBER),
  EQUAL(Family.NUMBER),
  UNEQUAL(Family.NUMBER),
  IS(Family.TEXT),
  IS_NOT(Family.TEXT),
  ONE_OF(Family.TEXT),
  CONTAINS(Family.TEXT),
  STARTS_WITH(Family.TEXT),
  IN_LAST_DAYS(Family.DAY),
  BEFORE(Family.DAY),
  AFTER(Family.DAY),
  HAS_WORD(Family.WORDS),
  TOPIC(Family.TOPIC),
  BOUGHT(Family.GOODS),
  BOUGHT_TIMES(Family.GOODS),
  BOUGHT_LATELY(Family.GOODS),
  KNOWN(Family.NUMBER, Family.TEXT, Family.DAY, Family.WORDS),
  MISSING(Family.NUMBER, Family.TEXT, Family.DAY, Family.WORDS);

  /** What is compared. */
  enum Family {
    NUMBER,
    TEXT,
    DAY,
    WORDS,
    TOPIC,
    GOODS
  }

  private final Set<Family> families;

  Operator(Family... families) {
    this.families = Set.of(families);
  }

  /** Those that fit what is compared. */
  static List<Operator> of(Family family) {
    return Arrays.stream(values()).filter(each -> each.families.contains(family)).toList();
  }

  /** Whether there is a value to compare with. */
  boolean hasFirst() {
    return this != KNOWN && this != MISSING;
  }

  /** Whether there is a second value. */
  boolean hasSecond() {
    return this == BETWEEN || this == BOUGHT_TIMES || this == BOUGHT_LATELY || this == TOPIC;
  }

  /** Whether values are numbers. */
  boolean isNumeric() {
    return families.contains(Family.NUMBER) || this == IN_LAST_DAYS;
  }

  /** The second value that is proposed. */
  String preset() {
    return switch (this) {
      case BOUGHT_TIMES -> "2";
      case BOUGHT_LATELY -> "90";
      default -> "";
    };
  }
}
