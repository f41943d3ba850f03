package org.tiersmith.training;

import java.util.HashMap;
import java.util.Map;

/**
 * How far a run has come.
 *
 * @param step optimiser steps done
 * @param epoch the epoch it is in, from 1
 * @param batch batches done of that epoch
 * @param trained examples trained on
 * @param nanos time that steps took
 * @param best the best validation so far
 * @param stale validations since then
 */
record Progressed(
    long step, int epoch, int batch, long trained, long nanos, Validated best, int stale) {
  /**
   * A validation whose weights were kept.
   *
   * @param epoch the epoch it was in; 0 before the first
   * @param loss calibrated log loss; infinite before there is any
   * @param threshold at which the F1 score was best
   */
  record Validated(int epoch, double loss, double threshold) {
    static final Validated NONE = new Validated(0, Double.POSITIVE_INFINITY, 0.5);

    boolean exists() {
      return loss < Double.POSITIVE_INFINITY;
    }
  }

  static final Progressed START = new Progressed(0, 1, 0, 0, 0, Validated.NONE, 0);

  Progressed stepped(int examples, long time) {
    return new Progressed(
        step + 1, epoch, batch + 1, trained + examples, nanos + time, best, stale);
  }

  Progressed nextEpoch() {
    return new Progressed(step, epoch + 1, 0, trained, nanos, best, stale);
  }

  Progressed improved(Validated better) {
    return new Progressed(step, epoch, batch, trained, nanos, better, 0);
  }

  Progressed notImproved() {
    return new Progressed(step, epoch, batch, trained, nanos, best, stale + 1);
  }

  /** Training examples a second; 0 before the first step. */
  double speed() {
    return nanos == 0 ? 0 : trained * 1e9 / nanos;
  }

  Map<String, String> asMap() {
    Map<String, String> map = new HashMap<>();
    map.put("step", Long.toString(step));
    map.put("epoch", Integer.toString(epoch));
    map.put("batch", Integer.toString(batch));
    map.put("trained", Long.toString(trained));
    map.put("nanos", Long.toString(nanos));
    map.put("best.epoch", Integer.toString(best.epoch));
    map.put("best.loss", Double.toString(best.loss));
    map.put("best.threshold", Double.toString(best.threshold));
    map.put("stale", Integer.toString(stale));
    return map;
  }

  static Progressed of(Map<String, String> map) {
    return new Progressed(
        Long.parseLong(map.get("step")),
        Integer.parseInt(map.get("epoch")),
        Integer.parseInt(map.get("batch")),
        Long.parseLong(map.get("trained")),
        Long.parseLong(map.get("nanos")),
        new Validated(
            Integer.parseInt(map.get("best.epoch")),
            Double.parseDouble(map.get("best.loss")),
            Double.parseDouble(map.get("best.threshold"))),
        Integer.parseInt(map.get("stale")));
  }
}
