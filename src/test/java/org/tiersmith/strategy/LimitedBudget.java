package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.tiersmith.model.TierLadder;

/**
 * A small budget problem with budgets by group and a limit per customer, solved by others: its
 * linear relaxation by a simplex method, itself by trying everything.
 *
 * @param budget in all
 * @param group of each pair
 * @param groupBudget by group, infinite for none
 */
record LimitedBudget(
    Portfolio portfolio,
    Scenario scenario,
    double budget,
    IntUnaryOperator group,
    double[] groupBudget) {
  private static final TierLadder TIERS = TierLadder.of(0, 0.1, 0.2, 0.35);
  private static final List<String> CATEGORIES = List.of("shoes", "shirts");
  private static final int COST = 0;
  private static final int PROFIT = 1;

  /** What groups are. */
  enum Kind {
    NONE,
    SEGMENT,
    CATEGORY
  }

  static LimitedBudget random(long seed, int size, Kind kind, boolean perCustomer) {
    SplittableRandom random = new SplittableRandom(seed);
    Portfolio portfolio = portfolio(random, size);
    Integer most = perCustomer && kind != Kind.CATEGORY ? random.nextInt(3) : null;
    Guardrails guardrails = new Guardrails(0.05, 0.4).withPerCustomer(most);
    Scenario free = new Scenario("s", new Policy.BudgetOptimum(0), TIERS, Snap.DOWN, guardrails);
    double useful = BudgetFrontier.of(portfolio, free, () -> false).usefulBudget();
    double budget = useful * random.nextDouble(1.1);
    List<String> names = kind == Kind.CATEGORY ? CATEGORIES : portfolio.segmentNames();
    double[] limits = new double[names.size()];
    Arrays.fill(limits, Double.POSITIVE_INFINITY);
    Map<String, Double> named = new HashMap<>();
    for (int g = 0; g < limits.length && kind != Kind.NONE; g++) {
      if (random.nextInt(3) > 0) {
        limits[g] = useful * random.nextDouble(0.5);
        named.put(names.get(g), limits[g]);
      }
    }
    Policy policy =
        kind == Kind.CATEGORY
            ? new Policy.BudgetOptimum(budget, Map.of(), named)
            : new Policy.BudgetOptimum(budget, named, Map.of());
    return new LimitedBudget(
        portfolio,
        free.withPolicy(policy),
        budget,
        kind == Kind.CATEGORY ? portfolio.keys()::category : i -> portfolio.segment()[i],
        limits);
  }

  private static Portfolio portfolio(SplittableRandom random, int size) {
    int[] customer = new int[size];
    int[] segment = new int[size];
    int[] product = new int[size];
    double[][] numbers = new double[4][size];
    for (int i = 0; i < size; i++) {
      customer[i] = random.nextInt(Math.max(1, size / 4));
      segment[i] = customer[i] % 3;
      product[i] = random.nextInt(4);
      numbers[0][i] = random.nextInt(5, 50);
      numbers[1][i] = numbers[0][i] * random.nextInt(2, 9) / 10;
      numbers[2][i] = random.nextDouble(0.02, 0.6);
      numbers[3][i] = random.nextDouble(12);
    }
    return new Portfolio(
            List.of("gold", "silver", "bronze"),
            segment,
            customer,
            numbers[0],
            numbers[1],
            numbers[2],
            numbers[3])
        .withKeys(
            new PairKeys(
                List.of(),
                List.of("a", "b", "c", "d"),
                product,
                CATEGORIES,
                new int[] {0, 1, 0, -1}));
  }

  BudgetFrontier frontier() {
    return BudgetFrontier.of(portfolio, scenario, () -> false);
  }

  int most() {
    Integer most = scenario.guardrails().perCustomer();
    return most == null ? Integer.MAX_VALUE : most;
  }

  double groupBudgetOf(int pair) {
    int g = group.applyAsInt(pair);
    return g < 0 ? Double.POSITIVE_INFINITY : groupBudget[g];
  }

  /** The most that parts of tiers can earn. */
  double relaxed() {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Expression spent = model.newExpression("budget").upper(budget);
    Map<Integer, Expression> groups = new HashMap<>();
    Map<Integer, Expression> customers = new HashMap<>();
    List<List<double[]>> choices = Choices.of(portfolio, scenario).byPair();
    for (int i = 0; i < choices.size(); i++) {
      Expression one = model.newExpression("pair " + i).upper(1);
      for (double[] tier : choices.get(i).subList(1, choices.get(i).size())) {
        Variable part = model.newVariable("part " + model.countVariables()).lower(0);
        part.weight(tier[PROFIT]);
        one.set(part, 1);
        spent.set(part, tier[COST]);
        if (groupBudgetOf(i) < Double.POSITIVE_INFINITY) {
          double limit = groupBudgetOf(i);
          groups
              .computeIfAbsent(
                  group.applyAsInt(i), g -> model.newExpression("group " + g).upper(limit))
              .set(part, tier[COST]);
        }
        if (most() < Integer.MAX_VALUE) {
          customers
              .computeIfAbsent(
                  portfolio.customer()[i], c -> model.newExpression("customer " + c).upper(most()))
              .set(part, 1);
        }
      }
    }
    return model.countVariables() == 0 ? 0 : model.maximise().getValue();
  }

  /** The most that whole tiers can earn. */
  double best() {
    double[] left = Arrays.stream(groupBudget).map(b -> b * (1 + 1e-12)).toArray();
    int[] room = new int[portfolio.customers()];
    Arrays.fill(room, most());
    return best(Choices.of(portfolio, scenario).byPair(), 0, budget * (1 + 1e-12), left, room);
  }

  private double best(
      List<List<double[]>> choices, int i, double money, double[] left, int[] room) {
    if (i == choices.size()) {
      return 0;
    }
    double best = best(choices, i + 1, money, left, room);
    int g = group.applyAsInt(i);
    int customer = portfolio.customer()[i];
    for (double[] tier : choices.get(i).subList(1, choices.get(i).size())) {
      double cost = tier[COST];
      if (cost <= money && room[customer] > 0 && (g < 0 || cost <= left[g])) {
        double[] after = left.clone();
        if (g >= 0) {
          after[g] -= cost;
        }
        room[customer]--;
        best = Math.max(best, tier[PROFIT] + best(choices, i + 1, money - cost, after, room));
        room[customer]++;
      }
    }
    return best;
  }
}
