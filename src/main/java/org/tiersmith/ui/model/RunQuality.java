package org.tiersmith.ui.model;

import java.util.List;
import org.tiersmith.training.metrics.Confusion;
import org.tiersmith.training.metrics.Curve;
import org.tiersmith.training.metrics.DiscountMoney;
import org.tiersmith.training.metrics.SegmentMetrics;

/** How good a run's answers on the test examples are. Every method answers at once. */
interface RunQuality {
  /** What of the ranking a curve shows. */
  enum Kind {
    ROC,
    PRECISION_RECALL,
    GAIN,
    LIFT
  }

  Curve curve(Kind kind);

  /** How it turns out to expect a purchase from that probability on. */
  Confusion at(double threshold);

  /** What a discount for those less likely to buy at list price would have cost and brought. */
  DiscountMoney money(double threshold, double rate);

  /** The same figures per segment. */
  List<SegmentMetrics> segments(double threshold);
}
