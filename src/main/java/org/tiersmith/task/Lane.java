package org.tiersmith.task;

/** Which jobs may run beside each other. */
public enum Lane {
  /** Runs beside others: previews, figures, exports. */
  LIGHT,
  /** One at a time: fine-tuning, scoring and imports, which want all cores and much memory. */
  HEAVY
}
