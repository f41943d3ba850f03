package org.tiersmith.profile.season;

import java.util.List;

/**
 * The demand of one category over time.
 *
 * @param category its name; empty for the whole shop
 * @param measure what is counted
 * @param total of all days
 * @param pattern of weekdays and months
 * @param effects of the holidays that were seen, the strongest first
 * @param holidays from the first week to the last that is forecast
 * @param outlook the weeks that were and will be
 */
public record CategorySeason(
    String category,
    Measure measure,
    double total,
    DemandPattern pattern,
    List<HolidayEffect> effects,
    List<Country.Feast> holidays,
    Outlook outlook) {

  static CategorySeason of(
      Demand demand, Demand.Category category, Measure measure, Country country) {
    double[] days = category.days(measure);
    WeeklySeries weeks = demand.weeks(category, measure);
    DemandPattern pattern = DemandPattern.of(demand, days);
    Outlook outlook = new Forecaster(country).outlook(weeks);
    int seen = weeks.size() + outlook.ahead().size();
    return new CategorySeason(
        category.name(),
        measure,
        java.util.Arrays.stream(days).sum(),
        pattern,
        HolidayEffect.of(demand, days, pattern, country),
        country.between(weeks.firstWeek(), weeks.week(seen).minusDays(1)),
        outlook);
  }
}
