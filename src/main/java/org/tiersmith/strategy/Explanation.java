package org.tiersmith.strategy;

import java.util.List;
import org.tiersmith.model.Text;

/**
 * Why one pair got its discount.
 *
 * @param p0 purchase probability at list price
 * @param probability purchase probability {@code p(d)} at the granted rate
 * @param hazard {@code h = -ln(1 - p0)}
 * @param rawRate the rule's rate before the tiers; NaN where the policy chooses among tiers itself
 * @param askedRate the tier that the policy asked for, before guardrails and budget
 * @param rate the granted tier
 * @param boundBy what changed the tier
 * @param incrementalProfit expected, against no discount; NaN when the cost is unknown
 * @param waste {@code p0 P d}
 * @param options what each tier of the ladder would bring, in their order
 * @param nextTierAt the purchase probability at list price (for the similarity rule the cosine) at
 *     which the rule would ask for the next higher tier; NaN where there is none
 * @param shadowPrice what one more unit of the budget that holds the pair earns, of its group's or
 *     the whole; NaN without a budget policy
 * @param reason one sentence
 */
public record Explanation(
    double p0,
    double probability,
    double hazard,
    double rawRate,
    double askedRate,
    double rate,
    BoundBy boundBy,
    double incrementalProfit,
    double waste,
    List<Option> options,
    double nextTierAt,
    double shadowPrice,
    Text reason) {

  /**
   * One tier for the pair.
   *
   * @param rate discount rate
   * @param probability {@code p(d)}
   * @param discountCost {@code p(d) P d}
   * @param incrementalProfit against no discount; NaN when the cost is unknown
   * @param allowed whether the guardrails on this pair let it have this tier
   */
  public record Option(
      double rate,
      double probability,
      double discountCost,
      double incrementalProfit,
      boolean allowed) {}

  public Explanation {
    options = List.copyOf(options);
  }

  /**
   * How far a policy that chooses among tiers itself is from the next one: what the tier above the
   * granted one would earn more, as money; NaN at the top and where the cost is unknown.
   */
  public double nextTierEarns() {
    return options.stream()
        .filter(option -> option.rate() > rate)
        .findFirst()
        .map(next -> next.incrementalProfit() - incrementalProfit)
        .orElse(Double.NaN);
  }
}
