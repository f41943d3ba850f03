package org.tiersmith.profile;

import java.util.List;
import org.tiersmith.profile.season.Country;

/**
 * The numbers that a model reads of pairs. A model goes on reading those that it was trained with,
 * whatever later ones read.
 *
 * @param numbers in the order in which the model reads them
 * @param holidays whose are meant where a number tells of holidays
 */
public record NumberSet(List<PairNumber> numbers, Country holidays) {
  /** What models read before there were numbers of the season. */
  public static final NumberSet FIRST =
      new NumberSet(PairNumber.upTo(PairNumber.YEAR_COS), Country.NONE);

  public NumberSet {
    numbers = List.copyOf(numbers);
  }

  /** What new models read. */
  public static NumberSet usual(Country holidays) {
    return new NumberSet(List.of(PairNumber.values()), holidays);
  }

  /** Names of the columns. */
  List<String> columns() {
    return numbers.stream().map(PairNumber::column).toList();
  }

  int width() {
    return numbers.size();
  }
}
