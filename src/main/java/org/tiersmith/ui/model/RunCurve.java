package org.tiersmith.ui.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.project.MetricPoint;

/** All that one run has reported while it learned, as far as it was read. */
final class RunCurve {
  private static final double SMOOTHING = 0.06;

  private final long run;
  private final Map<String, Track> tracks = new HashMap<>();
  private long lastStep;

  RunCurve(long run) {
    this.run = run;
  }

  long run() {
    return run;
  }

  /** Adds what was reported since; what is there already is left out. */
  void add(List<MetricPoint> points) {
    for (MetricPoint point : points) {
      tracks
          .computeIfAbsent(point.series(), name -> new Track(share(name)))
          .add(point.step(), point.value());
      lastStep = Math.max(lastStep, point.step());
    }
  }

  private static double share(String series) {
    return series.startsWith("validation.") || series.equals("learning-rate") ? 0 : SMOOTHING;
  }

  /** The series of that name; an empty one if nothing was reported under it. */
  Track track(String series) {
    return tracks.getOrDefault(series, new Track(0));
  }

  /** The last step that anything was reported of; 0 before. */
  long lastStep() {
    return lastStep;
  }
}
