package org.tiersmith.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A number that a model may read of a pair, besides those of its customer and its product. */
public enum PairNumber {
  LIST_PRICE_LOG,
  PRICE_TO_CATEGORY_LOG,
  BOUGHT_BEFORE_LOG,
  SEEN_BEFORE_LOG,
  DAYS_SINCE_BOUGHT_LOG,
  YEAR_SIN,
  YEAR_COS,
  /** Whether the category's share of all purchases rises: four weeks against the twelve before. */
  CATEGORY_TREND,
  /** From 0, no holiday in two weeks to come, to 1 on its day. */
  HOLIDAY_NEAR;

  /** Its name among a model's numbers. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The number of that name; empty for one of a later version. */
  public static Optional<PairNumber> find(String column) {
    return Arrays.stream(values()).filter(each -> each.column().equals(column)).findFirst();
  }

  static List<PairNumber> upTo(PairNumber last) {
    return List.of(values()).subList(0, last.ordinal() + 1);
  }
}
