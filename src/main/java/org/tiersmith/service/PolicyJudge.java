package org.tiersmith.service;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.tiersmith.response.AdditiveHazard;
import org.tiersmith.strategy.Decisions;
import org.tiersmith.strategy.Evaluator;
import org.tiersmith.strategy.Figures;
import org.tiersmith.strategy.Guardrails;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.ScenarioDefaults;
import org.tiersmith.strategy.Snap;

/**
 * Lets policies decide with learned values and judges them by true ones. Of guardrails only the one
 * that holds always is set: never below cost.
 *
 * @param learned the pairs as the model sees them
 * @param truth the same pairs as they are
 * @param cancelled asked now and then whether to stop
 */
record PolicyJudge(Portfolio learned, Portfolio truth, BooleanSupplier cancelled) {
  private static final String RANDOM = "L64X128MixRandom";
  private static final int HALVINGS = 40;

  /** A scenario of a policy with the usual tiers. */
  static Scenario scenario(Policy policy) {
    return new Scenario("", policy, ScenarioDefaults.TIERS, Snap.NEAREST, Guardrails.NONE);
  }

  /** Judges what a policy decides with the learned values. */
  JudgedPolicy judge(String name, Policy policy) {
    return judge(name, learned, policy);
  }

  /** Judges what a policy decides with given values of the same pairs. */
  JudgedPolicy judge(String name, Portfolio seen, Policy policy) {
    Decisions decisions = Evaluator.decide(seen, scenario(policy), cancelled);
    return judge(name, figures(seen, policy, decisions).incrementalProfit(), policy, decisions);
  }

  /** Judges tiers drawn at random: so many pairs that the learned values say they cost so much. */
  JudgedPolicy judgeRandom(String name, double cost, long seed) {
    Policy none = new Policy.Fixed(0);
    Decisions all = random(1, seed);
    Decisions some = random(cost / cost(all), seed);
    return judge(name, figures(learned, none, some).incrementalProfit(), none, some);
  }

  /**
   * Judges a policy whose strength is set so that the learned values say it costs so much; at full
   * strength where that costs less.
   *
   * @param family the policy of a strength; it costs more the higher the strength
   * @param most full strength; none costs nothing
   */
  JudgedPolicy judgeAtCost(String name, DoubleFunction<Policy> family, double most, double cost) {
    double low = 0;
    double high = most;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (cost(family.apply(middle)) <= cost) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return judge(name, family.apply(low));
  }

  /** The discount cost that the learned values expect of a policy. */
  double cost(Policy policy) {
    return cost(Evaluator.decide(learned, scenario(policy), cancelled));
  }

  private double cost(Decisions decisions) {
    double sum = 0;
    for (int i = 0; i < decisions.size(); i++) {
      double rate = decisions.rate(i);
      double p = AdditiveHazard.CURVE.probability(learned.p0()[i], learned.k()[i], rate);
      sum += p * learned.listPrice()[i] * rate;
    }
    return sum;
  }

  private Figures figures(Portfolio by, Policy policy, Decisions decisions) {
    return Evaluator.evaluate(by, scenario(policy), decisions, cancelled).all();
  }

  private JudgedPolicy judge(String name, double believed, Policy policy, Decisions decisions) {
    Figures so = figures(truth, policy, decisions);
    Policy best = new Policy.BudgetOptimum(so.discountCost());
    Decisions ideal = Evaluator.decide(truth, scenario(best), cancelled);
    return new JudgedPolicy(
        name,
        believed,
        so.incrementalProfit(),
        so.discountCost(),
        so.wasteShare(),
        so.coverage(),
        figures(truth, best, ideal).incrementalProfit());
  }

  /** For a share of the pairs any tier that keeps the cost, each as likely. */
  private Decisions random(double share, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of(RANDOM).create(seed);
    double[] rates = ScenarioDefaults.TIERS.toArray();
    int n = learned.size();
    byte[] tier = new byte[n];
    for (int i = 0; i < n; i++) {
      int drawn = 1 + random.nextInt(rates.length - 1);
      boolean granted = random.nextDouble() < share;
      tier[i] = (byte) (granted ? Math.min(drawn, highest(i, rates)) : 0);
    }
    return new Decisions(ScenarioDefaults.TIERS, tier, tier, new byte[n], tier);
  }

  private int highest(int pair, double[] rates) {
    int highest = rates.length - 1;
    while (highest > 0
        && learned.listPrice()[pair] * (1 - rates[highest]) < learned.unitCost()[pair]) {
      highest--;
    }
    return highest;
  }
}
