package org.tiersmith.response;

import java.util.ArrayList;
import java.util.List;
import org.tiersmith.model.Text;

/** Says in sentences how far fits can be trusted. */
final class FitFindings {

  private FitFindings() {}

  static List<Text> of(SegmentFit all, List<SegmentFit> segments, HeldOutLoss heldOut) {
    List<Text> findings = new ArrayList<>();
    onResponse(all, findings);
    onSegments(all, segments, findings);
    if (heldOut.exposures() == 0) {
      findings.add(
          Text.of(
              "response.nothing-held-out",
              "No exposures of these segments were held out, so the fits are unchecked."));
    } else if (!heldOut.beatsConstant() && all.curves().k() > 0) {
      findings.add(
          Text.of(
              "response.no-better",
              "On {0} held-out exposures no fitted curve foretells purchases better than their mean"
                  + " rate: the answer to discounts is weak or has changed.",
              heldOut.exposures()));
    }
    return findings;
  }

  private static void onResponse(SegmentFit all, List<Text> findings) {
    if (all.points().size() < 2) {
      findings.add(
          Text.of(
              "response.one-rate",
              "All {0} exposures were at a discount of {1,number,percent}. What buyers answer to"
                  + " another can''t be learned; every fitted response is level.",
              all.exposures(),
              all.points().getFirst().rate()));
    } else if (all.purchases() == 0) {
      findings.add(
          Text.of(
              "response.no-purchases",
              "None of {0} exposures ended in a purchase, so every fitted response is level.",
              all.exposures()));
    } else if (all.curves().k() == 0) {
      findings.add(
          Text.of(
              "response.level",
              "Purchases do not rise with the discount over {0} exposures, so the fitted response"
                  + " is level and alpha has no upper bound.",
              all.exposures()));
    }
  }

  private static void onSegments(SegmentFit all, List<SegmentFit> segments, List<Text> findings) {
    long pooled = segments.stream().filter(fit -> !fit.own()).count();
    if (pooled > 0) {
      findings.add(
          Text.of(
              "response.pooled",
              "{0} of {1} segments have too few purchases or discounts for a fit of their own and"
                  + " take that of all customers.",
              pooled,
              segments.size()));
    }
    long level = segments.stream().filter(fit -> fit.own() && fit.curves().k() == 0).count();
    if (level > 0 && all.curves().k() > 0) {
      findings.add(
          Text.of(
              "response.level-segments",
              "In {0} of {1} segments purchases do not rise with the discount; their alpha has no"
                  + " upper bound.",
              level,
              segments.size()));
    }
  }
}
