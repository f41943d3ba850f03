package org.tiersmith.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.tiersmith.model.Problem;

/**
 * Fits every family of curves to exposures, in all and per segment. Rows are counted by segment and
 * rate first, so the time is linear in them and the result does not depend on their order, but for
 * the last digits of mean rates.
 */
public final class ResponseFitter {
  private static final int BOUGHT = 1;
  private static final int HELD_OUT = 2;
  private static final int BUCKET = 4;
  private static final int CHECK_EVERY = 256;

  private final Exposures exposures;
  private final RateBuckets buckets;
  private final double[] rates;
  private final int[] start;
  private final byte[] codes;

  private ResponseFitter(Exposures exposures, int segments) {
    this.exposures = exposures;
    buckets = RateBuckets.of(exposures.rate());
    rates = buckets.rates();
    start = new int[segments + 2];
    codes = new byte[exposures.size()];
    sort();
  }

  /**
   * Fits the exposures that are not held out and checks the fits on those that are.
   *
   * @param segments how many segments; those without exposures take the fit of all
   * @param cancelled asked now and then
   * @throws Problem when there is nothing to fit
   * @throws CancellationException when told to stop
   */
  public static ResponseFits fit(Exposures exposures, int segments, BooleanSupplier cancelled) {
    return new ResponseFitter(exposures, segments).run(segments, cancelled);
  }

  /** A counting sort: the rows' codes by segment, those without a segment first. */
  private void sort() {
    for (int segment : exposures.segment()) {
      if (segment < -1 || segment > start.length - 3) {
        throw new IllegalArgumentException("there is no segment " + segment);
      }
      start[segment + 1]++;
    }
    int[] next = new int[start.length];
    for (int s = 1; s < start.length; s++) {
      next[s] = next[s - 1] + start[s - 1];
    }
    System.arraycopy(next, 0, start, 0, start.length);
    for (int i = 0; i < codes.length; i++) {
      codes[next[exposures.segment()[i] + 1]++] = code(i);
    }
  }

  private byte code(int i) {
    return (byte)
        (buckets.of(exposures.rate()[i]) * BUCKET
            + (exposures.purchased()[i] ? BOUGHT : 0)
            + (exposures.heldOut()[i] ? HELD_OUT : 0));
  }

  private ResponseFits run(int segments, BooleanSupplier cancelled) {
    RateCounts fitted = new RateCounts(rates);
    RateCounts heldOut = new RateCounts(rates);
    count(0, codes.length, fitted, heldOut);
    if (fitted.exposures() == 0) {
      throw Problem.of(
          "response.no-exposures",
          "There are no exposures to fit a response to. Import events that say at which discount"
              + " customers bought or did not.");
    }
    SegmentFit all = SegmentFit.ofAll(fitted, heldOut);
    double constant = fitted.meanRate();
    List<SegmentFit> fits = new ArrayList<>(segments);
    HeldOutLoss loss = new HeldOutLoss(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    for (int s = 0; s < segments; s++) {
      if (s % CHECK_EVERY == 0 && cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      fitted.clear();
      heldOut.clear();
      count(start[s + 1], start[s + 2], fitted, heldOut);
      fits.add(SegmentFit.of(fitted, heldOut, all, constant));
      loss = loss.plus(fits.getLast().heldOut());
    }
    return new ResponseFits(
        Arrays.stream(rates).boxed().toList(), all, fits, loss, FitFindings.of(all, fits, loss));
  }

  private void count(int from, int to, RateCounts fitted, RateCounts heldOut) {
    for (int i = from; i < to; i++) {
      int code = codes[i];
      RateCounts counts = (code & HELD_OUT) == 0 ? fitted : heldOut;
      counts.add(code / BUCKET, (code & BOUGHT) != 0);
    }
  }
}
