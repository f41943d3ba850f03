package org.tiersmith.profile.season;

import java.util.ArrayList;
import java.util.List;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * The seasons of all categories of a shop.
 *
 * @param grouping what the categories are
 * @param weeks whole weeks of the history
 * @param categories the whole shop first, then by units
 * @param errors of all categories together on their weeks held out
 * @param won categories that the naive forecast did worse on
 */
public record Seasons(
    Demand.Grouping grouping,
    int weeks,
    List<CategorySeason> categories,
    ForecastErrors errors,
    int won) {
  /** A year and the weeks that are held out. */
  private static final int LONG_ENOUGH = Method.YEAR + 8;

  /** Computes; a second or two for 200 categories of two years. */
  public static Seasons of(Demand demand, Measure measure, Country country, JobContext context) {
    List<CategorySeason> all = new ArrayList<>();
    int n = demand.categories().size();
    for (Demand.Category category : demand.categories()) {
      context.checkCancelled();
      context.progress(
          (double) all.size() / n,
          Text.of("season.progress", "Looking for seasons in {0} categories", n));
      all.add(CategorySeason.of(demand, category, measure, country));
    }
    int weeks = demand.weeks(demand.categories().getFirst(), measure).size();
    List<ForecastErrors> errors = errors(all);
    return new Seasons(
        demand.grouping(),
        weeks,
        List.copyOf(all),
        ErrorSums.of(all),
        (int) errors.stream().filter(ForecastErrors::wins).count());
  }

  /** Whether the history can tell what is usual at this time of the year. */
  public boolean knowsYears() {
    return weeks >= LONG_ENOUGH;
  }

  /** Categories other than the whole shop that weeks could be held out of. */
  public int judged() {
    return errors(categories).size();
  }

  private static List<ForecastErrors> errors(List<CategorySeason> all) {
    return all.stream()
        .filter(one -> !one.category().equals(Demand.ALL))
        .map(one -> one.outlook().errors())
        .filter(java.util.Objects::nonNull)
        .toList();
  }
}
