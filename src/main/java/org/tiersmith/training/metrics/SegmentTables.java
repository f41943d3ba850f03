package org.tiersmith.training.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tiersmith.model.Evaluation;
import org.tiersmith.model.Segmentation;

/** Examples by their customer's segment, each segment sorted once, so thresholds are look-ups. */
public final class SegmentTables {
  private final List<SegmentMetrics> figures;
  private final List<ThresholdTable> tables;

  private SegmentTables(List<SegmentMetrics> figures, List<ThresholdTable> tables) {
    this.figures = figures;
    this.tables = tables;
  }

  /** Divides the examples; those of customers without a segment are left out. */
  public static SegmentTables of(Evaluation examples, Segmentation segments) {
    List<SegmentMetrics> figures = new ArrayList<>();
    List<ThresholdTable> tables = new ArrayList<>();
    int[][] rows = rows(examples, segments);
    for (int s = 0; s < rows.length; s++) {
      Evaluation own = examples.rows(rows[s]);
      ThresholdTable table = ThresholdTable.of(own.p(), own.purchased());
      figures.add(figures(segments.names().get(s), own, table));
      tables.add(table);
    }
    return new SegmentTables(figures, tables);
  }

  private static int[][] rows(Evaluation examples, Segmentation segments) {
    int[] segmentOf =
        examples.customerIds().stream()
            .mapToInt(id -> segments.segmentOf().getOrDefault(id, -1))
            .toArray();
    int[] sizes = new int[segments.names().size()];
    for (int customer : examples.customer()) {
      if (segmentOf[customer] >= 0) {
        sizes[segmentOf[customer]]++;
      }
    }
    int[][] rows = new int[sizes.length][];
    Arrays.setAll(rows, s -> new int[sizes[s]]);
    int[] filled = new int[sizes.length];
    for (int i = 0; i < examples.size(); i++) {
      int segment = segmentOf[examples.customer()[i]];
      if (segment >= 0) {
        rows[segment][filled[segment]++] = i;
      }
    }
    return rows;
  }

  private static SegmentMetrics figures(String name, Evaluation own, ThresholdTable table) {
    return new SegmentMetrics(
        name,
        own.size(),
        Clusters.dense(own.customer(), new int[own.size()]),
        (double) table.positives() / table.rows(),
        Arrays.stream(own.p()).average().orElse(Double.NaN),
        table.auc(),
        Losses.log(own.p(), own.purchased()),
        Reliability.ece(Reliability.robustBins(table)),
        table.at(0.5));
  }

  /** Each segment's figures, with decisions at a threshold; in the segmentation's order. */
  public List<SegmentMetrics> at(double threshold) {
    return IntStream.range(0, figures.size())
        .mapToObj(s -> with(figures.get(s), tables.get(s).at(threshold)))
        .toList();
  }

  private static SegmentMetrics with(SegmentMetrics of, Confusion confusion) {
    return new SegmentMetrics(
        of.segment(),
        of.rows(),
        of.customers(),
        of.baseRate(),
        of.predicted(),
        of.auc(),
        of.logLoss(),
        of.ece(),
        confusion);
  }
}
