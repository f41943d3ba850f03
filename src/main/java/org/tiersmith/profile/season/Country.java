package org.tiersmith.profile.season;

import static org.tiersmith.profile.season.Holiday.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tiersmith.model.Text;

/** Whose holidays move a shop's demand. */
public enum Country {
  US(
      Text.of("country.us", "United States"),
      NEW_YEAR,
      VALENTINES_DAY,
      EASTER,
      MOTHERS_DAY,
      MEMORIAL_DAY,
      FATHERS_DAY,
      INDEPENDENCE_DAY,
      LABOR_DAY,
      HALLOWEEN,
      THANKSGIVING,
      BLACK_FRIDAY,
      CYBER_MONDAY,
      CHRISTMAS),
  GB(
      Text.of("country.gb", "United Kingdom"),
      NEW_YEAR,
      VALENTINES_DAY,
      MOTHERING_SUNDAY,
      EASTER,
      FATHERS_DAY,
      SUMMER_BANK_HOLIDAY,
      HALLOWEEN,
      BLACK_FRIDAY,
      CYBER_MONDAY,
      CHRISTMAS),
  DE(
      Text.of("country.de", "Germany"),
      NEW_YEAR,
      VALENTINES_DAY,
      EASTER,
      LABOUR_DAY,
      MOTHERS_DAY,
      ASCENSION,
      WHITSUN,
      GERMAN_UNITY,
      BLACK_FRIDAY,
      CYBER_MONDAY,
      SAINT_NICHOLAS,
      CHRISTMAS),
  FR(
      Text.of("country.fr", "France"),
      NEW_YEAR,
      VALENTINES_DAY,
      EASTER,
      LABOUR_DAY,
      WHITSUN,
      MOTHERS_DAY_FRANCE,
      FATHERS_DAY,
      BASTILLE_DAY,
      BLACK_FRIDAY,
      CYBER_MONDAY,
      CHRISTMAS),
  CN(
      Text.of("country.cn", "China"),
      NEW_YEAR,
      CHINESE_NEW_YEAR,
      VALENTINES_DAY,
      WOMENS_DAY,
      QINGMING,
      LABOUR_DAY,
      MOTHERS_DAY,
      DRAGON_BOAT,
      MID_YEAR_SALE,
      QIXI,
      MID_AUTUMN,
      GOLDEN_WEEK,
      SINGLES_DAY,
      DOUBLE_TWELVE),
  NONE(Text.of("country.none", "No holidays"));

  private final Text title;
  private final List<Holiday> holidays;

  /** A holiday on a day. */
  public record Feast(Holiday holiday, LocalDate date) {}

  Country(Text title, Holiday... holidays) {
    this.title = title;
    this.holidays = List.of(holidays);
  }

  /** Its name. */
  public Text title() {
    return title;
  }

  public List<Holiday> holidays() {
    return holidays;
  }

  /** The country of that code (ISO 3166, or {@code NONE}). */
  public static Optional<Country> find(String code) {
    return Arrays.stream(values()).filter(each -> each.name().equalsIgnoreCase(code)).findFirst();
  }

  /** The country that a currency sign and a language suggest. */
  public static Country likely(String currency, String language) {
    if (language.equals("zh")) {
      return CN;
    }
    return switch (currency.strip()) {
      case "£", "GBP" -> GB;
      case "€", "EUR" -> DE;
      default -> US;
    };
  }

  /** Holidays from a day to another, both included, by date. */
  public List<Feast> between(LocalDate from, LocalDate to) {
    return holidays.stream()
        .flatMap(
            holiday ->
                IntStream.rangeClosed(from.getYear() - 1, to.getYear() + 1)
                    .mapToObj(year -> new Feast(holiday, holiday.in(year))))
        .filter(feast -> !feast.date().isBefore(from) && !feast.date().isAfter(to))
        .sorted(Comparator.comparing(Feast::date).thenComparing(Feast::holiday))
        .toList();
  }
}
