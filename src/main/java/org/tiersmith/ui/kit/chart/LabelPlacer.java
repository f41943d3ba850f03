package org.tiersmith.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds room for labels one after the other: each gets the best free place around its point, wholly
 * inside the plot and on no label or dot placed before, and off the lines where that is possible.
 */
final class LabelPlacer {
  /** A rectangle in the chart's coordinates. */
  record Box(double left, double top, double right, double bottom) {

    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean holds(double x, double y) {
      return x > left && x < right && y > top && y < bottom;
    }

    boolean within(Box outer) {
      return left >= outer.left
          && top >= outer.top
          && right <= outer.right
          && bottom <= outer.bottom;
    }

    double middleX() {
      return (left + right) / 2;
    }

    double middleY() {
      return (top + bottom) / 2;
    }
  }

  /** A step further from the point costs one; so much costs a spot of a line under the label. */
  private static final int ON_LINE = 6;

  private static final double[] REACHES = {1, 1.7};

  /**
   * Directions from the point, the preferred first: right, left, then the corners, above, below.
   */
  private static final double[][] DIRECTIONS = {
    {1, 0}, {-1, 0}, {1, 0.8}, {-1, 0.8}, {1, -0.8}, {-1, -0.8}, {0, -1}, {0, 1}
  };

  private final Box room;
  private final List<Box> taken = new ArrayList<>();
  private final List<double[]> lines = new ArrayList<>();

  LabelPlacer(Box room) {
    this.room = room;
  }

  /** No label may lie on this. */
  void avoid(Box box) {
    taken.add(box);
  }

  /** Labels should rather not lie on this spot of a line. */
  void shun(double x, double y) {
    lines.add(new double[] {x, y});
  }

  /**
   * Takes the best place beside a point.
   *
   * @param gap distance between the point and the label
   * @return null where there is none
   */
  @Nullable Box beside(double x, double y, double gap, double width, double height) {
    return best(around(x, y, gap, width, height));
  }

  /** The same, but null where every place lies on a line. */
  @Nullable Box clearBeside(double x, double y, double gap, double width, double height) {
    return best(
        around(x, y, gap, width, height).stream().filter(box -> crossings(box) == 0).toList());
  }

  private static List<Box> around(double x, double y, double gap, double width, double height) {
    List<Box> places = new ArrayList<>();
    for (double reach : REACHES) {
      for (double[] direction : DIRECTIONS) {
        double middleX = x + direction[0] * (gap * reach + width / 2);
        double middleY = y + direction[1] * (gap * reach + height / 2);
        places.add(around(middleX, middleY, width, height));
      }
    }
    return places;
  }

  /** Takes the best of these places; null where none is free. */
  @Nullable Box best(List<Box> places) {
    Box best = null;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < places.size(); i++) {
      Box place = places.get(i);
      if (place.within(room) && taken.stream().noneMatch(place::meets)) {
        int cost = i + ON_LINE * crossings(place);
        if (cost < least) {
          least = cost;
          best = place;
        }
      }
    }
    if (best != null) {
      taken.add(best);
    }
    return best;
  }

  static Box around(double middleX, double middleY, double width, double height) {
    return new Box(
        middleX - width / 2, middleY - height / 2, middleX + width / 2, middleY + height / 2);
  }

  private int crossings(Box place) {
    int count = 0;
    for (double[] spot : lines) {
      count += place.holds(spot[0], spot[1]) ? 1 : 0;
    }
    return count;
  }
}
