package org.tiersmith.data;

import org.tiersmith.model.Text;

/**
 * One thing that was noticed about the data.
 *
 * @param level how much it matters
 * @param count rows or values concerned
 * @param text what it is and what was done about it
 */
public record Finding(Level level, long count, Text text) {

  /** How much a finding matters. */
  public enum Level {
    /** Mended or harmless. */
    NOTE,
    /** Worth a look: it may bear on the results. */
    WARNING,
    /** Rows were left out. */
    REJECTED
  }
}
