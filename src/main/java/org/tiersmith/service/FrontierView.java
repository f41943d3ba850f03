package org.tiersmith.service;

import java.util.function.DoubleUnaryOperator;
import org.tiersmith.strategy.BudgetCertificate;
import org.tiersmith.strategy.BudgetFrontier;
import org.tiersmith.strategy.FrontierCurve;

/**
 * The most that any plan can earn within each budget, under the tiers, guardrails and response of a
 * scenario.
 *
 * @param cost expected discount cost, rising from 0 to where no more budget earns anything
 * @param profit the highest expected incremental profit at each of {@code cost}
 * @param best the highest profit at any cost
 * @param certificate how close to the best the plan of any budget is proven to be
 */
public record FrontierView(
    double[] cost, double[] profit, DoubleUnaryOperator best, Certified certificate) {

  /** What is proven of the plan of a budget. */
  @FunctionalInterface
  public interface Certified {
    BudgetCertificate of(double budget);
  }

  /**
   * A frontier for a chart.
   *
   * @param points how many to draw at most
   */
  public static FrontierView of(BudgetFrontier frontier, int points) {
    FrontierCurve curve = frontier.curve(points);
    return new FrontierView(curve.cost(), curve.profit(), frontier::profitAtCost, frontier::at);
  }
}
