package org.tiersmith.training.metrics;

import java.util.Arrays;

/**
 * A polyline.
 *
 * @param x nondecreasing
 * @param y as many
 */
public record Curve(double[] x, double[] y) {
  /** Steps per unit of either axis that a drawing shows. */
  private static final int CELLS = 250;

  /** The height at a place, between points by a straight line; NaN without points. */
  public double at(double place) {
    if (x.length == 0) {
      return Double.NaN;
    }
    int found = Arrays.binarySearch(x, place);
    if (found >= 0) {
      return y[found];
    }
    int above = -found - 1;
    if (above == 0 || above == x.length) {
      return y[Math.min(above, x.length - 1)];
    }
    double share = (place - x[above - 1]) / (x[above] - x[above - 1]);
    return y[above - 1] + share * (y[above] - y[above - 1]);
  }

  /** Collects points and leaves out those that nobody would see. */
  static final class Pen {
    private double[] x = new double[64];
    private double[] y = new double[64];
    private int kept;
    private double lastX;
    private double lastY;
    private boolean pending;

    /** Adds a point; the curve stays within a cell of it. */
    void add(double toX, double toY) {
      if (kept == 0) {
        keep(toX, toY);
      } else if (seen(toX - x[kept - 1], toY - y[kept - 1])) {
        if (pending && seen(toX - lastX, toY - lastY)) {
          keep(lastX, lastY);
        }
        keep(toX, toY);
        pending = false;
      } else {
        pending = true;
      }
      lastX = toX;
      lastY = toY;
    }

    private static boolean seen(double dx, double dy) {
      return Math.abs(dx) * CELLS >= 1 || Math.abs(dy) * CELLS >= 1;
    }

    private void keep(double toX, double toY) {
      if (kept == x.length) {
        x = Arrays.copyOf(x, 2 * kept);
        y = Arrays.copyOf(y, 2 * kept);
      }
      x[kept] = toX;
      y[kept++] = toY;
    }

    Curve done() {
      if (pending) {
        keep(lastX, lastY);
      }
      return new Curve(Arrays.copyOf(x, kept), Arrays.copyOf(y, kept));
    }
  }
}
