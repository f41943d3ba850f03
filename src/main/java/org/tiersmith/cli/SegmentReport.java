package org.tiersmith.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.training.metrics.SegmentMetrics;

/** A run's test by segment, for scripts and for a person. */
final class SegmentReport {
  private static final String ROW = "  %-24s %10s %8s %8s %8s %9s %8s";
  private static final int LONGEST_NAME = 24;

  private SegmentReport() {}

  static List<Map<String, Object>> json(List<SegmentMetrics> segments) {
    return segments.stream().map(SegmentReport::json).toList();
  }

  private static Map<String, Object> json(SegmentMetrics segment) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("segment", segment.segment());
    json.put("rows", segment.rows());
    json.put("base_rate", segment.baseRate());
    json.put("auc", segment.auc());
    json.put("log_loss", segment.logLoss());
    json.put("ece", segment.ece());
    json.put("precision", segment.confusion().precision());
    json.put("recall", segment.confusion().recall());
    return json;
  }

  /** A table; no line where there is but one segment. */
  static List<String> lines(List<SegmentMetrics> segments) {
    if (segments.size() < 2) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(ROW, "segment", "exposures", "bought", "AUC", "ECE", "precision", "recall"));
    for (SegmentMetrics segment : segments) {
      String name = segment.segment();
      lines.add(
          String.format(
              ROW,
              name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name,
              String.format("%,d", segment.rows()),
              TestReport.number(segment.baseRate()),
              TestReport.number(segment.auc()),
              TestReport.number(segment.ece()),
              TestReport.number(segment.confusion().precision()),
              TestReport.number(segment.confusion().recall())));
    }
    return lines;
  }
}
