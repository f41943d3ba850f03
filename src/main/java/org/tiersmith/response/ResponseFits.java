package org.tiersmith.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tiersmith.model.Text;

/**
 * How purchases answer discounts, in all and per segment, as fitted on exposures.
 *
 * <p>The hazard is the family to compare segments by: where discounts were given at random, the k
 * of a mixture of pairs that share one k is that k, whatever their probabilities; the slope of a
 * logit shrinks in a mixture.
 *
 * @param rates where the isotonic gains are given, rising from 0
 * @param all over all exposures, those without a segment too
 * @param segments in the order of the segments asked for
 * @param heldOut over the held-out exposures of all segments, each foretold by its segment's curves
 * @param findings what a person should know of these fits
 */
public record ResponseFits(
    List<Double> rates,
    SegmentFit all,
    List<SegmentFit> segments,
    HeldOutLoss heldOut,
    List<Text> findings) {

  public ResponseFits {
    rates = List.copyOf(rates);
    segments = List.copyOf(segments);
    findings = List.copyOf(findings);
  }

  /** The family that foretells the held-out exposures best. */
  public ResponseKind best() {
    return heldOut.best();
  }

  /** The fitted parameters, to decide with. */
  public SegmentResponses responses() {
    int n = segments.size();
    double[] k = new double[n];
    double[] b = new double[n];
    double[][] gain = new double[n][];
    Arrays.setAll(k, s -> segments.get(s).curves().k());
    Arrays.setAll(b, s -> segments.get(s).curves().b());
    Arrays.setAll(gain, s -> segments.get(s).curves().isotonic().gain());
    return new SegmentResponses(
        k, b, rates.stream().mapToDouble(Double::doubleValue).toArray(), gain);
  }

  /** The same fits with one finding more. */
  public ResponseFits with(Text finding) {
    List<Text> more = new ArrayList<>(findings);
    more.add(finding);
    return new ResponseFits(rates, all, segments, heldOut, more);
  }
}
