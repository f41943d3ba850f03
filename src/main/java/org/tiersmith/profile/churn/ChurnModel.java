package org.tiersmith.profile.churn;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Duck;
import org.tiersmith.data.TableWriter;
import org.tiersmith.model.Text;

/**
 * The risk that a customer who has bought buys nothing within the next H days.
 *
 * <p>H is the 80th percentile of the days between two orders of a customer, at least a week, at
 * most {@value #LONGEST} days and a third of the history: whoever has not come back by then is
 * late. A logistic regression reads recency, frequency, tenure, recency relative to the customer's
 * own usual gap, and money, as logarithms in standard units.
 *
 * <p>The test knows nothing of what came later: it trains on seven tenths of the customers as of
 * two horizons before the end of the data, and foretells the other three tenths as of one horizon
 * before the end, so neither customers nor days are the same; H, and the shop's usual gap that the
 * tested model reads, come from purchases before the day that is trained on. The risk of now comes
 * from a second model of the same making, fitted to all customers as of one horizon before the end:
 * the test tells how well such models do, not this very one.
 */
public final class ChurnModel {
  private static final int SHORTEST = 7;
  private static final int LONGEST = 180;
  private static final double LATE = 0.8;
  private static final int FEWEST_CUSTOMERS = 200;
  private static final int FEWEST_OF_A_KIND = 20;
  private static final double TRAINED = 0.7;

  /** A test whose AUC is lower is hardly better than chance. */
  private static final double WORTH_SHOWING = 0.55;

  private final Duck duck;
  private final LocalDate now;

  /**
   * How long customers stay away, by what was bought before a day.
   *
   * @param gap median days between two orders of a customer, 0 where nobody came back
   * @param late the 80th percentile of the same
   * @param history days from the first purchase to the last
   */
  private record Habit(double gap, double late, long history) {}

  private ChurnModel(Duck duck, LocalDate now) {
    this.duck = duck;
    this.now = now;
  }

  /**
   * Makes the table {@code churn} (customer_id, churn_risk) from {@code bought} (customer_id, day,
   * paid) and the day of the last event; it is empty where the report refuses.
   */
  public static ChurnReport create(Duck duck, LocalDate lastDay) {
    duck.run("CREATE TABLE churn(customer_id VARCHAR, churn_risk DOUBLE)");
    define(duck);
    // Where purchases end before other events, nobody knows yet who came back.
    LocalDate known =
        duck.list(
                "SELECT coalesce(max(day), DATE '" + lastDay + "')::VARCHAR FROM basket",
                row -> LocalDate.parse(row.words(0)))
            .getFirst();
    return new ChurnModel(duck, known.plusDays(1)).fit();
  }

  /**
   * Why a customer's risk is what it is, what matters most first; empty where there is no risk.
   *
   * @param duck holds {@code bought}, with the customer's purchases at least
   */
  public static List<RiskModel.Reason> reasons(Duck duck, ChurnReport report, String customer) {
    RiskModel model = report.model();
    ChurnTest test = report.test();
    if (model == null || test == null) {
      return List.of();
    }
    define(duck);
    LocalDate now = test.testedAsOf().plusDays(report.horizonDays());
    return states(duck, now, report.horizonDays(), customer).stream()
        .findFirst()
        .map(model::reasons)
        .orElse(List.of());
  }

  private static void define(Duck duck) {
    duck.run(
        "CREATE TABLE basket AS SELECT customer_id, day, sum(paid) AS paid FROM bought GROUP BY"
            + " customer_id, day");
  }

  private Habit habit(LocalDate before) {
    return duck.list(
            String.format(
                "SELECT coalesce(median(gap), 0), coalesce(quantile_cont(gap, %s), 0),"
                    + " coalesce(date_diff('day', min(day), max(day)) + 1, 0) FROM (SELECT day,"
                    + " date_diff('day', lag(day) OVER (PARTITION BY customer_id ORDER BY day),"
                    + " day) AS gap FROM basket WHERE day < DATE '%s')",
                LATE, before),
            row -> new Habit(row.number(0), row.number(1), row.whole(2)))
        .getFirst();
  }

  private ChurnReport fit() {
    Habit whole = habit(now);
    int longest = (int) Math.min(LONGEST, whole.history() / 3);
    if (whole.gap() <= 0 || longest < SHORTEST) {
      return ChurnReport.refused(
          Text.of(
              "churn.short",
              "Purchases of {0} days are too short a history to tell who stays away: at least {1}"
                  + " days with customers who came back are needed.",
              whole.history(),
              3 * SHORTEST),
          longest,
          whole.gap());
    }
    // Before any day that may be trained on, whatever the horizon turns out to be.
    Habit early = habit(now.minusDays(2L * longest));
    int horizon = (int) Math.min(longest, Math.max(SHORTEST, Math.rint(early.late())));
    List<BuyerState> late = states(duck, now.minusDays(horizon), horizon, null);
    ChurnTest tested = early.gap() > 0 ? test(early.gap(), horizon, late) : null;
    if (tested == null) {
      return ChurnReport.refused(
          Text.of(
              "churn.few",
              "Too little to tell who stays away: {0} customers had bought by {1}; at least {2} are"
                  + " needed, of whom some came back within {3} days and some did not.",
              late.size(),
              now.minusDays(horizon).toString(),
              FEWEST_CUSTOMERS,
              horizon),
          horizon,
          whole.gap());
    }
    if (tested.auc() < WORTH_SHOWING) {
      return ChurnReport.refused(
          Text.of(
              "churn.chance",
              "Here what customers bought does not tell who stays away: foretold for {0} customers"
                  + " held out, the risk put those who left above those who stayed in"
                  + " {1,number,percent} of pairs, where chance alone has 50%.",
              tested.testedOn(),
              tested.auc()),
          horizon,
          whole.gap());
    }
    RiskModel model = RiskModel.fit(late, whole.gap());
    write(model, states(duck, now, horizon, null));
    return new ChurnReport(null, horizon, whole.gap(), tested, model);
  }

  /**
   * The test; null where customers are too few.
   *
   * @param gap the shop's usual gap as it was before the day trained on
   * @param late the customers as of one horizon before the end
   */
  private @Nullable ChurnTest test(double gap, int horizon, List<BuyerState> late) {
    LocalDate trainDay = now.minusDays(2L * horizon);
    List<BuyerState> train =
        states(duck, trainDay, horizon, null).stream().filter(ChurnModel::isTrainedOn).toList();
    List<BuyerState> test = late.stream().filter(state -> !isTrainedOn(state)).toList();
    if (train.size() + test.size() < FEWEST_CUSTOMERS || !isMixed(train) || !isMixed(test)) {
      return null;
    }
    LocalDate testDay = now.minusDays(horizon);
    return ChurnTest.of(RiskModel.fit(train, gap), train, trainDay, test, testDay);
  }

  private static List<BuyerState> states(
      Duck duck, LocalDate day, int horizon, @Nullable String customer) {
    return duck.list(
        String.format(
            "SELECT customer_id, date_diff('day', max(day), DATE '%1$s'), count(*),"
                + " date_diff('day', min(day), DATE '%1$s'), sum(paid), customer_id NOT IN (SELECT"
                + " customer_id FROM basket WHERE day >= DATE '%1$s' AND day < DATE '%1$s' + %2$d)"
                + " FROM basket WHERE day < DATE '%1$s'%3$s GROUP BY customer_id ORDER BY"
                + " customer_id",
            day, horizon, customer == null ? "" : " AND customer_id = " + Duck.text(customer)),
        row ->
            new BuyerState(
                row.words(0),
                row.number(1),
                row.number(2),
                row.number(3),
                row.number(4),
                row.flag(5)));
  }

  private static boolean isMixed(List<BuyerState> states) {
    long left = states.stream().filter(BuyerState::left).count();
    return left >= FEWEST_OF_A_KIND && states.size() - left >= FEWEST_OF_A_KIND;
  }

  /** Seven tenths of the customers, drawn by their ids. */
  private static boolean isTrainedOn(BuyerState state) {
    int mixed = state.customer().hashCode() * 0x9E3779B9;
    return (mixed >>> 8) / (double) (1 << 24) < TRAINED;
  }

  private void write(RiskModel model, List<BuyerState> states) {
    try (TableWriter to = new TableWriter(duck, "churn")) {
      for (BuyerState state : states) {
        to.row().text(state.customer()).number(model.risk(state)).end();
      }
    }
  }
}
