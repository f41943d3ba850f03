package org.tiersmith.profile.season;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.tiersmith.model.Text;

/** A day around which people buy more, or less, than else. */
public enum Holiday {
  NEW_YEAR(Text.of("holiday.new-year", "New Year"), fixed(Month.JANUARY, 1)),
  CHINESE_NEW_YEAR(Text.of("holiday.chinese-new-year", "Chinese New Year"), lunar(1, 1)),
  VALENTINES_DAY(Text.of("holiday.valentines-day", "Valentine''s Day"), fixed(Month.FEBRUARY, 14)),
  WOMENS_DAY(Text.of("holiday.womens-day", "Women''s Day (3.8)"), fixed(Month.MARCH, 8)),
  MOTHERING_SUNDAY(Text.of("holiday.mothering-sunday", "Mothering Sunday"), easter(-21)),
  EASTER(Text.of("holiday.easter", "Easter"), easter(0)),
  QINGMING(
      Text.of("holiday.qingming", "Qingming"),
      year -> LocalDate.ofEpochDay(SkyTimes.solarLongitudeDay(year, 15))),
  LABOUR_DAY(Text.of("holiday.labour-day", "Labour Day (1 May)"), fixed(Month.MAY, 1)),
  MOTHERS_DAY(Text.of("holiday.mothers-day", "Mother''s Day"), nth(Month.MAY, DayOfWeek.SUNDAY, 2)),
  MOTHERS_DAY_FRANCE(
      Text.of("holiday.mothers-day-france", "Mother''s Day (France)"), Holiday::frenchMothersDay),
  ASCENSION(Text.of("holiday.ascension", "Ascension, Father''s Day"), easter(39)),
  WHITSUN(Text.of("holiday.whitsun", "Whitsun"), easter(49)),
  MEMORIAL_DAY(
      Text.of("holiday.memorial-day", "Memorial Day"), nth(Month.MAY, DayOfWeek.MONDAY, -1)),
  DRAGON_BOAT(Text.of("holiday.dragon-boat", "Dragon Boat Festival"), lunar(5, 5)),
  FATHERS_DAY(
      Text.of("holiday.fathers-day", "Father''s Day"), nth(Month.JUNE, DayOfWeek.SUNDAY, 3)),
  MID_YEAR_SALE(Text.of("holiday.mid-year-sale", "6.18 sale"), fixed(Month.JUNE, 18)),
  INDEPENDENCE_DAY(Text.of("holiday.independence-day", "Independence Day"), fixed(Month.JULY, 4)),
  BASTILLE_DAY(Text.of("holiday.bastille-day", "Bastille Day"), fixed(Month.JULY, 14)),
  QIXI(Text.of("holiday.qixi", "Qixi"), lunar(7, 7)),
  SUMMER_BANK_HOLIDAY(
      Text.of("holiday.summer-bank-holiday", "Summer bank holiday"),
      nth(Month.AUGUST, DayOfWeek.MONDAY, -1)),
  LABOR_DAY(Text.of("holiday.labor-day", "Labor Day"), nth(Month.SEPTEMBER, DayOfWeek.MONDAY, 1)),
  MID_AUTUMN(Text.of("holiday.mid-autumn", "Mid-Autumn Festival"), lunar(8, 15)),
  GOLDEN_WEEK(Text.of("holiday.golden-week", "Golden Week"), fixed(Month.OCTOBER, 1)),
  GERMAN_UNITY(Text.of("holiday.german-unity", "German Unity Day"), fixed(Month.OCTOBER, 3)),
  HALLOWEEN(Text.of("holiday.halloween", "Halloween"), fixed(Month.OCTOBER, 31)),
  SINGLES_DAY(Text.of("holiday.singles-day", "Singles'' Day (11.11)"), fixed(Month.NOVEMBER, 11)),
  THANKSGIVING(Text.of("holiday.thanksgiving", "Thanksgiving"), thanksgiving(0)),
  BLACK_FRIDAY(Text.of("holiday.black-friday", "Black Friday"), thanksgiving(1)),
  CYBER_MONDAY(Text.of("holiday.cyber-monday", "Cyber Monday"), thanksgiving(4)),
  SAINT_NICHOLAS(Text.of("holiday.saint-nicholas", "Saint Nicholas"), fixed(Month.DECEMBER, 6)),
  DOUBLE_TWELVE(Text.of("holiday.double-twelve", "12.12 sale"), fixed(Month.DECEMBER, 12)),
  CHRISTMAS(Text.of("holiday.christmas", "Christmas"), fixed(Month.DECEMBER, 25));

  private final Text title;
  private final IntFunction<LocalDate> rule;
  private final Map<Integer, LocalDate> known = new ConcurrentHashMap<>();

  Holiday(Text title, IntFunction<LocalDate> rule) {
    this.title = title;
    this.rule = rule;
  }

  /** Its name. */
  public Text title() {
    return title;
  }

  /** Its day in a year, 1900 to 2100. */
  public LocalDate in(int year) {
    return known.computeIfAbsent(year, rule::apply);
  }

  private static IntFunction<LocalDate> fixed(Month month, int day) {
    return year -> LocalDate.of(year, month, day);
  }

  private static IntFunction<LocalDate> nth(Month month, DayOfWeek weekday, int n) {
    return year ->
        LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, weekday));
  }

  private static IntFunction<LocalDate> thanksgiving(int days) {
    IntFunction<LocalDate> thursday = nth(Month.NOVEMBER, DayOfWeek.THURSDAY, 4);
    return year -> thursday.apply(year).plusDays(days);
  }

  private static IntFunction<LocalDate> lunar(int month, int day) {
    return year -> LunarCalendar.date(year, month, day);
  }

  private static IntFunction<LocalDate> easter(int days) {
    return year -> easterSunday(year).plusDays(days);
  }

  /** The last Sunday of May, or the first of June where that is Whitsun. */
  private static LocalDate frenchMothersDay(int year) {
    LocalDate last = nth(Month.MAY, DayOfWeek.SUNDAY, -1).apply(year);
    return last.equals(easterSunday(year).plusDays(49)) ? last.plusWeeks(1) : last;
  }

  /** Gregorian Easter (the anonymous computus, Nature 1876). */
  private static LocalDate easterSunday(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int g = (8 * b + 13) / 25;
    int h = (19 * a + b - b / 4 - g + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int sum = h + l - 7 * m + 114;
    return LocalDate.of(year, sum / 31, sum % 31 + 1);
  }
}
