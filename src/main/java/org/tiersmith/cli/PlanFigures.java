package org.tiersmith.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.plan.FrozenPlan;
import org.tiersmith.strategy.Figures;

/** A plan's figures for scripts and for a person's table. */
final class PlanFigures {
  static final String HEADER =
      String.format(
          "%-22s %12s %14s %14s %14s %14s %9s %9s",
          "policy", "units", "revenue", "profit", "incremental", "discounts", "waste", "coverage");

  private PlanFigures() {}

  /** The figures by their names in the contract; a figure that is not known is null. */
  static Map<String, @Nullable Object> json(FrozenPlan plan) {
    Figures all = plan.totals();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rows", plan.rows());
    json.put("units", known(all.units()));
    json.put("revenue", known(all.revenue()));
    json.put("profit", known(all.profit()));
    json.put("incremental_profit", known(all.incrementalProfit()));
    json.put("discount_cost", known(all.discountCost()));
    json.put("waste", known(all.waste()));
    json.put("coverage", known(all.coverage()));
    if (plan.certificate() != null) {
      json.put("gap", known(plan.certificate().gap()));
    }
    return json;
  }

  /** One line under {@link #HEADER}. */
  static String line(FrozenPlan plan) {
    Figures all = plan.totals();
    return String.format(
        "%-22s %12s %14s %14s %14s %14s %9s %9s",
        plan.name(),
        money(all.units()),
        money(all.revenue()),
        money(all.profit()),
        money(all.incrementalProfit()),
        money(all.discountCost()),
        share(all.wasteShare()),
        share(all.coverage()));
  }

  private static @Nullable Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static String money(double value) {
    return Double.isNaN(value) ? "unknown" : String.format("%,.0f", value);
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "-" : String.format("%.0f %%", 100 * value);
  }
}
