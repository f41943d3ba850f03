package org.tiersmith.training;

import org.tiersmith.model.Text;

/**
 * Something that gives the outcome away.
 *
 * @param strength how surely, to compare by: from 0.45 for |AUC - 0.5| to 0.5 for no exception
 * @param text what a person is told
 */
record Leak(double strength, Text text) {
  /** From this distance of AUC to one half on. */
  static final double NEARLY_PERFECT = 0.45;
}
