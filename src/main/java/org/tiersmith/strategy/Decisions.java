package org.tiersmith.strategy;

import org.jspecify.annotations.Nullable;
import org.tiersmith.model.TierLadder;

/**
 * What a scenario gives to each pair; columnar, not to be written to.
 *
 * @param tiers the scenario's ladder
 * @param tier per pair, the tier granted: an index into the ladder
 * @param asked per pair, the tier that the policy alone asked for, before any guardrail or budget
 * @param boundBy per pair, the {@link BoundBy#index}
 * @param otherwise per pair, the tier it would have if the guardrail that bound it were lifted and
 *     all else stayed; the granted one where none did
 * @param certificate where a budget decided: of the budget policy, and of the profit optimum held
 *     to a budget
 * @param groupPrices where groups have budgets of their own
 */
public record Decisions(
    TierLadder tiers,
    byte[] tier,
    byte[] asked,
    byte[] boundBy,
    byte[] otherwise,
    @Nullable BudgetCertificate certificate,
    @Nullable GroupPrices groupPrices) {

  /** What no budget decided. */
  public Decisions(TierLadder tiers, byte[] tier, byte[] asked, byte[] boundBy, byte[] otherwise) {
    this(tiers, tier, asked, boundBy, otherwise, null, null);
  }

  public int size() {
    return tier.length;
  }

  /** The discount rate granted to a pair. */
  public double rate(int pair) {
    return tiers.rates().get(tier[pair]).value();
  }

  Decisions with(BudgetCertificate proof, @Nullable GroupPrices prices) {
    return new Decisions(tiers, tier, asked, boundBy, otherwise, proof, prices);
  }

  /** What one more unit of the budget that holds a pair would earn; NaN where none decided. */
  double shadowPrice(int pair) {
    if (certificate == null) {
      return Double.NaN;
    }
    return groupPrices == null
        ? certificate.shadowPrice()
        : groupPrices.of(pair, certificate.shadowPrice());
  }

  void set(int pair, int granted, int wish, BoundBy by, int lifted) {
    set(pair, granted, wish, by.index(), lifted);
  }

  void set(int pair, int granted, int wish, byte by, int lifted) {
    tier[pair] = (byte) granted;
    asked[pair] = (byte) wish;
    boundBy[pair] = by;
    otherwise[pair] = (byte) lifted;
  }
}
