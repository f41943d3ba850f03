package org.tiersmith.profile;

import java.util.List;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Segmentation;
import org.tiersmith.task.JobContext;

/** Divides customers into segments and describes these. */
@SuppressWarnings("DoNotCallSuggester")
public final class Segments {
  private Segments() {}

  /** Each customer's segment. */
  public static Segmentation assign(Tables tables, SegmentScheme scheme, JobContext context) {
    throw new UnsupportedOperationException();
  }

  /** A summary of each segment, in the segmentation's order. */
  public static List<SegmentSummary> summarise(
      Tables tables, Segmentation segmentation, JobContext context) {
    throw new UnsupportedOperationException();
  }
}
