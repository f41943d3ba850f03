package org.tiersmith.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.PairRejects;
import org.tiersmith.project.ScoreSet;

/**
 * Pairs that a run's model has scored.
 *
 * @param pairs how many
 * @param pairsPerSecond scored a second, reading and saving not counted; NaN where not measured
 * @param rejected listed rows that could not be scored; 0 for scores of an earlier session
 * @param firstRejected file, line and reason of the first of them
 * @param resumed where the scoring went on after a stop; null where it began anew, and for scores
 *     of an earlier session
 */
public record ScoreView(
    long id,
    long runId,
    long pairs,
    Instant created,
    double pairsPerSecond,
    long rejected,
    @Nullable Text firstRejected,
    @Nullable Resumed resumed) {

  static ScoreView of(
      ScoreSet scores, double pairsPerSecond, PairRejects rejects, @Nullable Resumed resumed) {
    return new ScoreView(
        scores.id(),
        scores.runId(),
        scores.pairCount(),
        scores.created(),
        pairsPerSecond,
        rejects.count(),
        rejects.first(),
        resumed);
  }

  /**
   * Where a scoring went on.
   *
   * @param from pairs or texts that were there
   * @param of how many there are
   * @param texts whether texts are counted: two towers read each once, and pairs take seconds
   */
  public record Resumed(long from, long of, boolean texts) {
    /** As a sentence. */
    public Text text() {
      return texts
          ? Text.of("score.resumed-texts", "Went on from {0} of {1} texts.", from, of)
          : Text.of("score.resumed-pairs", "Went on from {0} of {1} pairs.", from, of);
    }

    /** Share of the work that was left. */
    double shareLeft() {
      return 1 - (double) from / of;
    }
  }
}
