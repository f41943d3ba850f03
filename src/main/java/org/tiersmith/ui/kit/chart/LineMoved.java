package org.tiersmith.ui.kit.chart;

/** Told where a person moves a line of a chart to. */
@FunctionalInterface
public interface LineMoved {

  /**
   * The line was moved.
   *
   * @param gesture the same for all moves of one drag, so that one undo takes them back together;
   *     empty for a key, which stands for itself
   * @param value in the axis's units, within its ends
   */
  void moved(String gesture, double value);
}
