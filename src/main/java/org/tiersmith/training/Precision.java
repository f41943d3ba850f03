package org.tiersmith.training;

/** How the encoder's matrix products are computed. */
public enum Precision {
  /** In bfloat16 where that was measured to be faster on the device, else as {@link #EXACT}. */
  FAST,
  /** In float32: on a CPU the same run gives the same weights, bit for bit. */
  EXACT
}
