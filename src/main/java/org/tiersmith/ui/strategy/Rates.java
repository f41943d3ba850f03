package org.tiersmith.ui.strategy;

import org.tiersmith.ui.kit.Formats;

/** How discount rates are written: whole percents without decimals. */
final class Rates {
  private static final double DUST = 1e-6;

  private Rates() {}

  static String text(Formats formats, double rate) {
    return formats.percent(rate, Math.abs(Math.rint(rate * 100) - rate * 100) < DUST ? 0 : 1);
  }
}
