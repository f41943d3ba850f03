package org.tiersmith.profile;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.season.Country;

/** The numbers of a pair as of a day, each from strictly earlier events. */
final class PairNumbers {
  /** Days before a holiday in which people buy for it. */
  private static final int LEAD = 14;

  private final NumberSet set;
  private final CategoryPrices prices;
  private final Supplier<CategoryDemand> demandMaker;
  private final Map<Integer, Double> holidays = new HashMap<>();
  private @Nullable CategoryDemand demand;

  /**
   * Numbers of a set.
   *
   * @param demand is asked only where a number needs it
   */
  PairNumbers(NumberSet set, CategoryPrices prices, Supplier<CategoryDemand> demand) {
    this.set = set;
    this.prices = prices;
    this.demandMaker = demand;
  }

  NumberSet set() {
    return set;
  }

  /**
   * What a customer did with a product before.
   *
   * @param daysSinceBought negative where it was never bought
   */
  record History(int bought, int seen, int daysSinceBought) {
    static final History NONE = new History(0, 0, -1);
  }

  /** Into {@code to} from a position on; NaN where unknown. */
  void write(History history, int product, int day, double listPrice, float[] to, int at) {
    for (int i = 0; i < set.width(); i++) {
      to[at + i] = (float) number(set.numbers().get(i), history, product, day, listPrice);
    }
  }

  private double number(
      PairNumber number, History history, int product, int day, double listPrice) {
    return switch (number) {
      case LIST_PRICE_LOG -> Math.log1p(listPrice);
      case PRICE_TO_CATEGORY_LOG -> Math.log(listPrice / prices.usual(product, day));
      case BOUGHT_BEFORE_LOG -> Math.log1p(history.bought());
      case SEEN_BEFORE_LOG -> Math.log1p(history.seen());
      case DAYS_SINCE_BOUGHT_LOG ->
          history.daysSinceBought() < 0 ? Double.NaN : Math.log1p(history.daysSinceBought());
      case YEAR_SIN -> Math.sin(yearAngle(day));
      case YEAR_COS -> Math.cos(yearAngle(day));
      case CATEGORY_TREND -> demand().trend(product, day);
      case HOLIDAY_NEAR -> holidays.computeIfAbsent(day, this::holidayNear);
    };
  }

  private CategoryDemand demand() {
    CategoryDemand made = demand;
    if (made == null) {
      made = demandMaker.get();
      demand = made;
    }
    return made;
  }

  private static double yearAngle(int day) {
    return 2 * Math.PI * LocalDate.ofEpochDay(day).getDayOfYear() / 365.25;
  }

  private double holidayNear(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return set.holidays().between(date, date.plusDays(LEAD)).stream()
        .findFirst()
        .map(Country.Feast::date)
        .map(feast -> 1 - (feast.toEpochDay() - day) / (double) LEAD)
        .orElse(0.0);
  }
}
