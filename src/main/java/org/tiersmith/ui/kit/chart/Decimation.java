package org.tiersmith.ui.kit.chart;

/**
 * Thins a line to what its pixels can show: per pixel column the first, least, greatest and last
 * value, in that order of x, so no peak is lost and a million points cost as much as the width.
 */
final class Decimation {
  private final double[] x;
  private final double[] y;
  private int size;

  private Decimation(int capacity) {
    x = new double[capacity];
    y = new double[capacity];
  }

  /** The points to draw, in plot coordinates. */
  static Decimation of(Series series, Plot plot) {
    int columns = (int) Math.ceil(plot.width()) + 2;
    if (series.size() <= 2 * columns) {
      Decimation all = new Decimation(series.size());
      for (int i = 0; i < series.size(); i++) {
        all.add(plot.atX(series.x()[i]), plot.atY(series.y()[i]));
      }
      return all;
    }
    Decimation thinned = new Decimation(4 * columns + 4);
    thinned.reduce(series, plot);
    return thinned;
  }

  private void reduce(Series series, Plot plot) {
    double[] xs = series.x();
    double[] ys = series.y();
    int from = 0;
    while (from < xs.length) {
      double next = Math.floor(plot.atX(xs[from])) + 1;
      double end = plot.x().valueAt((next - plot.left()) / plot.width());
      int low = from;
      int high = from;
      int to = from + 1;
      while (to < xs.length && xs[to] < end) {
        low = ys[to] < ys[low] ? to : low;
        high = ys[to] > ys[high] ? to : high;
        to++;
      }
      addInOrder(series, plot, from, low, high, to - 1);
      from = to;
    }
  }

  private void addInOrder(Series series, Plot plot, int first, int low, int high, int last) {
    int[] order = {first, Math.min(low, high), Math.max(low, high), last};
    int previous = -1;
    for (int i : order) {
      if (i != previous && size < x.length) {
        add(plot.atX(series.x()[i]), plot.atY(series.y()[i]));
      }
      previous = i;
    }
  }

  private void add(double px, double py) {
    x[size] = px;
    y[size] = py;
    size++;
  }

  int size() {
    return size;
  }

  double x(int i) {
    return x[i];
  }

  double y(int i) {
    return y[i];
  }
}
