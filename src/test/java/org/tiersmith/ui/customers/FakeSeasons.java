package org.tiersmith.ui.customers;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.profile.season.CategorySeason;
import org.tiersmith.profile.season.Country;
import org.tiersmith.profile.season.Demand;
import org.tiersmith.profile.season.DemandPattern;
import org.tiersmith.profile.season.ForecastErrors;
import org.tiersmith.profile.season.Holiday;
import org.tiersmith.profile.season.HolidayEffect;
import org.tiersmith.profile.season.Measure;
import org.tiersmith.profile.season.Outlook;
import org.tiersmith.profile.season.Seasons;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.task.JobContext;

/** Invented demand of two years. */
final class FakeSeasons implements SeasonDesk {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int WEEKS = 104;
  private static final int AHEAD = 8;
  private static final ForecastErrors GOOD = new ForecastErrors(8, 0.12, 0.7, 0.21, 1.1, 0.88);
  private static final ForecastErrors BAD = new ForecastErrors(8, 0.24, 1.2, 0.24, 1.2, 0.75);

  private final Consumer<ProjectChange> tell;
  private Country country = Country.US;
  private boolean damaged;

  FakeSeasons(Consumer<ProjectChange> tell) {
    this.tell = tell;
  }

  void damage() {
    damaged = true;
  }

  @Override
  public Seasons seasons(Measure measure, JobContext context) {
    if (damaged) {
      throw Problem.of("test.damaged", "Nothing was bought in these data.");
    }
    List<CategorySeason> all =
        Stream.of("", "Coffee", "Outdoor and camping", "厨房用品")
            .map(name -> season(name, measure))
            .toList();
    return new Seasons(Demand.Grouping.CATEGORY, WEEKS, all, GOOD, 2);
  }

  private CategorySeason season(String name, Measure measure) {
    boolean naive = name.startsWith("Outdoor");
    return new CategorySeason(
        name,
        measure,
        31_204,
        new DemandPattern(
            List.of(0.9, 0.85, 0.95, 1.0, 1.1, 1.25, 0.95),
            IntStream.range(0, 12).mapToObj(m -> 1 + 0.4 * Math.sin(m / 2.0)).toList(),
            2,
            0.13,
            0.28),
        List.of(new HolidayEffect(Holiday.CHRISTMAS, 2, 1.62, 0.7, 0.8, true)),
        country.between(FIRST, FIRST.plusWeeks(WEEKS + AHEAD)),
        new Outlook(
            IntStream.range(0, WEEKS)
                .mapToObj(
                    w ->
                        new Outlook.Known(
                            week(w), level(w) + (w * 37 % 40), w < 8 ? Double.NaN : level(w)))
                .toList(),
            IntStream.range(WEEKS - 8, WEEKS)
                .mapToObj(
                    w ->
                        new Outlook.HeldOut(
                            week(w),
                            level(w) + (w * 37 % 40),
                            level(w) + 12,
                            level(w) - 30,
                            level(w) + 50,
                            level(w - 52)))
                .toList(),
            IntStream.range(WEEKS, WEEKS + AHEAD)
                .mapToObj(
                    w -> new Outlook.Ahead(week(w), level(w) + 15, level(w) - 35, level(w) + 60))
                .toList(),
            naive ? "LAST_YEAR" : "HARMONICS",
            "HARMONICS",
            "LAST_YEAR",
            naive ? BAD : GOOD));
  }

  private static LocalDate week(int w) {
    return FIRST.plusWeeks(w);
  }

  private static double level(int w) {
    return 300 + 90 * Math.sin(2 * Math.PI * w / 52) + w * 0.6;
  }

  @Override
  public List<Text> notes(CategorySeason category) {
    return List.of(
        Text.of(
            "test.note",
            "On the 8 weeks held out the forecast was wrong by 12 % of demand, the same weeks of"
                + " last year by 21 %."));
  }

  @Override
  public Country country() {
    return country;
  }

  @Override
  public void choose(Country chosen) {
    country = chosen;
    tell.accept(ProjectChange.SEASONS_CHANGED);
  }
}
