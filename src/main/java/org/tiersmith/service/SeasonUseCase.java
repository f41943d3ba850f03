package org.tiersmith.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.profile.season.CategorySeason;
import org.tiersmith.profile.season.Country;
import org.tiersmith.profile.season.Demand;
import org.tiersmith.profile.season.ForecastErrors;
import org.tiersmith.profile.season.Measure;
import org.tiersmith.profile.season.Outlook;
import org.tiersmith.profile.season.Seasons;
import org.tiersmith.project.Dataset;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.task.JobContext;

/** Shows when what is bought, and what is to be expected. Thread-safe. */
public final class SeasonUseCase {
  private static final String COUNTRY = "season.country";

  private final ProjectFile project;
  private final ImportUseCase data;
  private final ProjectEvents events;
  private final Kept<Demand> demands = new Kept<>(1);
  private final Kept<Seasons> seasons = new Kept<>(1);

  SeasonUseCase(ProjectFile project, ImportUseCase data, ProjectEvents events) {
    this.project = project;
    this.data = data;
    this.events = events;
  }

  /** Whose holidays count: what was chosen last, else what currency and language suggest. */
  public Country country() {
    return project
        .settings()
        .get(COUNTRY)
        .flatMap(Country::find)
        .orElseGet(
            () ->
                Country.likely(
                    new SessionSettings(project).get("currency", ""),
                    data.current().map(DatasetView::language).orElse("en")));
  }

  /** Takes the holidays of another country from now on. */
  public void choose(Country country) {
    project.settings().put(COUNTRY, country.name());
    events.publish(ProjectChange.SEASONS_CHANGED);
  }

  /**
   * The seasons of all categories; computed once for data, measure and country, some seconds for
   * millions of events.
   *
   * @throws Problem where there are no data, or nothing was bought
   */
  public Seasons seasons(Measure measure, JobContext context) {
    Dataset dataset = data.dataset();
    Country country = country();
    String key = dataset.id() + ":" + measure + ":" + country;
    return seasons.get(
        key,
        context,
        c -> Seasons.of(demand(dataset, c.part(0, 0.4)), measure, country, c.part(0.4, 1)));
  }

  /** One category, {@link Demand#ALL} for the whole shop; a {@link Problem} if there is none. */
  public CategorySeason category(String name, Measure measure, JobContext context) {
    return seasons(measure, context).categories().stream()
        .filter(one -> one.category().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of("season.no-category", "Nothing of category \"{0}\" was bought.", name));
  }

  /** What a person should know of a category's forecast, in sentences. */
  public List<Text> notes(CategorySeason category) {
    List<Text> notes = new ArrayList<>();
    Outlook outlook = category.outlook();
    if (category.pattern().months().isEmpty()) {
      notes.add(
          Text.of(
              "season.short",
              "The history covers less than twelve whole months, so nobody can tell a season from a"
                  + " trend in it: no yearly pattern is shown."));
    } else if (category.pattern().years() < 2) {
      notes.add(
          Text.of(
              "season.one-year",
              "Each month was seen about once, so the yearly pattern may be one year''s chance."));
    }
    Optional.ofNullable(outlook.errors())
        .map(errors -> judged(outlook, errors))
        .ifPresentOrElse(
            notes::add,
            () ->
                notes.add(
                    Text.of(
                        "season.no-forecast",
                        "{0} whole weeks are too few to forecast from.",
                        outlook.weeks().size())));
    return List.copyOf(notes);
  }

  private static Text judged(Outlook outlook, ForecastErrors errors) {
    boolean lastYear = outlook.naive().equals("LAST_YEAR");
    Text naive =
        lastYear
            ? Text.of("season.naive-year", "the same weeks of last year")
            : Text.of("season.naive-week", "the last week going on, for want of a year before");
    return outlook.isNaive()
        ? Text.of(
            "season.naive-used",
            "On the {0} weeks held out no method was better than {1} (error {2,number,percent}), so"
                + " that is the forecast.",
            errors.weeks(),
            naive,
            errors.naiveWmape())
        : Text.of(
            "season.method-used",
            "On the {0} weeks held out the forecast was wrong by {2,number,percent} of demand, {1}"
                + " by {3,number,percent}.",
            errors.weeks(),
            naive,
            errors.wmape(),
            errors.naiveWmape());
  }

  private Demand demand(Dataset dataset, JobContext context) {
    return demands.get(
        Long.toString(dataset.id()),
        context,
        c -> {
          c.progress(0, Text.of("season.counting", "Counting what was bought when"));
          return Demand.of(data.tables(dataset), c);
        });
  }
}
