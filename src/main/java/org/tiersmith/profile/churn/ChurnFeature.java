package org.tiersmith.profile.churn;

import org.tiersmith.model.Text;

/** What the risk is worked out from. */
public enum ChurnFeature {
  /** Days since the last purchase. */
  RECENCY(Text.of("churn.recency", "Days since the last purchase")),
  /** Days with a purchase. */
  FREQUENCY(Text.of("churn.frequency", "Number of orders")),
  /** Days since the first purchase. */
  TENURE(Text.of("churn.tenure", "Days since the first purchase")),
  /** How many of its usual gaps between orders the customer has been away. */
  OVERDUE(Text.of("churn.overdue", "Time away, in usual gaps between orders")),
  /** What was paid. */
  MONETARY(Text.of("churn.monetary", "Amount spent"));

  private final Text title;

  ChurnFeature(Text title) {
    this.title = title;
  }

  /** Its name for a person. */
  public Text title() {
    return title;
  }
}
