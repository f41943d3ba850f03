package org.tiersmith.profile;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Text;
import org.tiersmith.profile.churn.RiskModel;
import org.tiersmith.profile.text.Keyword;
import org.tiersmith.task.JobContext;

/**
 * What was worked out of one customer, for a person to look at. What can't be told is null.
 *
 * @param scores RFM scores, null where nothing was bought
 * @param segment the RFM cell
 * @param recencyDays days since the last purchase
 * @param basket revenue per order
 * @param priceLevel 0 to 1, see {@link PriceLevel}
 * @param discountAffinity 0 to 1, see {@link DiscountAffinity}
 * @param meanDiscount mean discount rate of the purchases
 * @param churnRisk probability that nothing is bought within the horizon
 * @param churnTold what the risk means and how well it does, or why there is none
 * @param churnReasons what makes the risk, what matters most first
 * @param season the season of the year in which the customer buys more than others
 * @param seasonStrength 0 to 1, see {@link SeasonPattern}
 * @param keywords the weightiest first
 * @param topics shares beside the mean of all customers, the largest first
 * @param categories what was bought or, if nothing was, looked at, the largest share first
 * @param brands the same
 * @param seasons share of the orders in each season beside the shop's, in the order of {@link
 *     SeasonPattern#NAMES}
 * @param timeline what happened in each month, the first first
 */
public record CustomerTraits(
    @Nullable Scores scores,
    String segment,
    @Nullable Long recencyDays,
    @Nullable Double basket,
    @Nullable Double priceLevel,
    @Nullable Double discountAffinity,
    @Nullable Double meanDiscount,
    @Nullable Double churnRisk,
    Text churnTold,
    List<RiskModel.Reason> churnReasons,
    @Nullable String season,
    @Nullable Double seasonStrength,
    List<Keyword> keywords,
    List<Interest> topics,
    List<Interest> categories,
    List<Interest> brands,
    List<Interest> seasons,
    List<Doings> timeline) {
  /** RFM scores, 1 to 5. */
  public record Scores(int recency, int frequency, int monetary) {}

  /**
   * Events of one kind in one month.
   *
   * @param paid what was paid in them; 0 but for purchases
   */
  public record Doings(YearMonth month, String type, long events, double paid) {}

  /**
   * Reads what was worked out.
   *
   * @param files what {@link Portraits#build} wrote
   * @param report what it told
   * @param customerId must be a customer
   */
  public static CustomerTraits of(
      Tables tables, PortraitFiles files, PortraitReport report, String customerId) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      return new TraitsReader(duck, tables, report, customerId).read(files);
    }
  }
}
