package org.tiersmith.strategy;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;

/**
 * The best plan under every budget at once: per pair the upper convex hull of (discount cost,
 * incremental profit) over the allowed tiers, the hulls' steps sorted by profit per cost, and
 * running totals. The first so many steps are the best plan of all for what they cost, so the plan
 * of a budget is found by binary search. Money left after the first step that does not fit goes to
 * the next steps that still do, among the {@value SpendingOrder#WINDOW} that follow; the owner of a
 * step passed over gets no further one.
 *
 * <p>Where a customer may get only so many discounts, a step is one of the customer's hull over all
 * that may be given; where groups have budgets of their own, steps beyond these are left out.
 *
 * <p>The ratio of the first step that does not fit is the shadow price, from which the dual bound
 * follows. Immutable and thread-safe, but for figures that are prepared when first asked for.
 *
 * <p>Method: Sinha and Zoltners, "The multiple-choice knapsack problem", Operations Research 27
 * (1979).
 */
public final class BudgetFrontier {
  private final HullSource source;
  private final SpendingOrder order;
  private final DualBound bound;
  private final @Nullable GroupPrices groups;
  private @Nullable FrontierFigures figures;

  private BudgetFrontier(
      HullSource source, SpendingOrder order, DualBound bound, @Nullable GroupPrices groups) {
    this.source = source;
    this.order = order;
    this.bound = bound;
    this.groups = groups;
  }

  /**
   * The frontier of a scenario's tiers, response and guardrails, but for budgets in all: those of
   * the guardrails and of the policy are not heeded. Budgets by group are.
   *
   * @param cancelled asked from several threads, once per some ten thousand rows
   * @throws Problem when no pair has a known cost, or a budget is set for a group that is not
   *     there, or budgets by category meet a limit on the products of a customer
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static BudgetFrontier of(
      Portfolio portfolio, Scenario scenario, BooleanSupplier cancelled) {
    Decider.requireCosts(portfolio);
    Optional<GroupBudgets> groups = GroupBudgets.of(portfolio, scenario);
    return of(HullSource.of(portfolio, scenario, cancelled), groups, cancelled);
  }

  static BudgetFrontier of(
      HullSource source, Optional<GroupBudgets> groups, BooleanSupplier cancelled) {
    SortedSteps steps = source.sorted(cancelled);
    int[] customer = source.portfolio().customer();
    if (groups.isPresent()) {
      GroupCut cut = new GroupCut(steps, groups.get(), customer);
      double[] slopes = cut.slopes();
      double slack = steps.slack() * (1 + groups.get().limited());
      DualBound bound = new DualBound(cut.bound(), piece -> slopes[piece], slack);
      SpendingOrder order = new SpendingOrder(cut.kept(), customer, cancelled);
      GroupPrices prices = new GroupPrices(groups.get().group(), cut.prices());
      return new BudgetFrontier(source, order, bound, prices);
    }
    SpendingOrder order = new SpendingOrder(steps, customer, cancelled);
    DualBound bound =
        new DualBound(
            order.curve(), piece -> order.ratio(piece, source.economics()), steps.slack());
    return new BudgetFrontier(source, order, bound, null);
  }

  /**
   * What the plan of a budget spends and earns, and how close to the best that is.
   *
   * @param budget at least 0; may be infinite
   * @throws Problem when it is negative or no number
   */
  public BudgetCertificate at(double budget) {
    int count = count(budget);
    double spent = order.cost(count);
    double profit = order.profit(count);
    for (int step : order.fill(count, budget - spent)) {
      spent += order.cost(step + 1) - order.cost(step);
      profit += order.profit(step + 1) - order.profit(step);
    }
    int piece = groups == null ? count : bound.piece(budget);
    double price = bound.price(piece);
    return new BudgetCertificate(budget, spent, profit, bound.at(budget, piece, price), price);
  }

  /**
   * The plan of a budget: per pair the tier granted.
   *
   * @param budget at least 0; may be infinite
   * @throws Problem when it is negative or no number
   */
  public byte[] tiers(double budget) {
    int count = count(budget);
    byte[] tier = new byte[source.portfolio().size()];
    for (int step = 0; step < count; step++) {
      order.apply(step, tier);
    }
    for (int step : order.fill(count, budget - order.cost(count))) {
      order.apply(step, tier);
    }
    return tier;
  }

  /**
   * All figures of the plan of a budget, but for what guardrails do. The first call prepares them;
   * then each takes less than a millisecond or so, whatever the number of pairs.
   *
   * @param budget at least 0; may be infinite, for the most that any plan earns
   * @return without a certificate where the budget is infinite
   * @throws Problem when it is negative or no number
   */
  public Outcome outcome(double budget) {
    return outcome(budget, () -> false);
  }

  /**
   * As {@link #outcome(double)}; preparing can be cancelled.
   *
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public Outcome outcome(double budget, BooleanSupplier cancelled) {
    int count = count(budget);
    int[] filled = order.fill(count, budget - order.cost(count));
    return figures(cancelled)
        .outcome(count, filled, budget < Double.POSITIVE_INFINITY ? at(budget) : null);
  }

  /**
   * The most that any mix of plans earns for a cost: how far above a scenario the frontier lies.
   *
   * @param cost at least 0; may be infinite
   */
  public double profitAtCost(double cost) {
    return bound.curve().profitAt(Math.max(0, cost));
  }

  /** The least budget beyond which the plan gains nothing. */
  public double usefulBudget() {
    return order.cost(order.size());
  }

  /**
   * The frontier as a line for a chart, through corners of the exact one.
   *
   * @param points how many corners at most, at least 2
   */
  public FrontierCurve curve(int points) {
    return bound.curve().decimated(Math.max(2, points));
  }

  /** The prices of budgets by group; null without any. */
  @Nullable GroupPrices groupPrices() {
    return groups;
  }

  /** How many steps there are: each moves a pair, or a customer, to the next corner of its hull. */
  public int steps() {
    return order.size();
  }

  /** The size of what it holds besides the portfolio, without the figures. */
  public long bytes() {
    return order.bytes();
  }

  private synchronized FrontierFigures figures(BooleanSupplier cancelled) {
    if (figures == null) {
      figures = new FrontierFigures(source.portfolio(), source.economics(), order, cancelled);
    }
    return figures;
  }

  private int count(double budget) {
    if (!(budget >= 0)) {
      throw Problem.of(
          "strategy.budget", "The budget must be a number of at least 0, not {0}.", "" + budget);
    }
    return order.within(BudgetCut.most(budget));
  }
}
