package org.tiersmith.plan;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.tiersmith.model.DiscountRate;
import org.tiersmith.model.TierLadder;
import org.tiersmith.strategy.Reasons;

/** The cells of a verdict as bytes, with the commas and the line end around them. */
final class VerdictCells {
  final int tier;
  final PriceShare share;

  /** {@code discount_rate} and a comma. */
  final byte[] discount;

  /** {@code tier} and {@code bound_by} with commas before, between and after. */
  final byte[] label;

  /** A comma, {@code reason} and the line end. */
  final byte[] reason;

  VerdictCells(Verdict verdict, TierLadder tiers) {
    DiscountRate rate = tiers.rates().get(verdict.tier());
    BigDecimal decimal =
        rate.value() == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(rate.value()).stripTrailingZeros();
    tier = verdict.tier();
    share = new PriceShare(decimal);
    discount = utf8(decimal.toPlainString() + ",");
    label =
        utf8("," + CsvText.cell(Reasons.label(rate)) + "," + CsvText.cell(verdict.boundBy()) + ",");
    reason = utf8("," + CsvText.cell(verdict.reason()) + "\r\n");
  }

  private static byte[] utf8(String cells) {
    return cells.getBytes(StandardCharsets.UTF_8);
  }
}
