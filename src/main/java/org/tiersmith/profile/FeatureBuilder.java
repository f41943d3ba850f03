package org.tiersmith.profile;

import java.nio.file.Path;
import org.tiersmith.data.Tables;
import org.tiersmith.model.CandidatePairs;
import org.tiersmith.model.Examples;
import org.tiersmith.task.JobContext;

/** Makes what the model reads: texts and numbers, known strictly before the day they stand for. */
@SuppressWarnings("DoNotCallSuggester")
public final class FeatureBuilder {
  private FeatureBuilder() {}

  /** The features of each example, in the order of the examples file. */
  public static Examples examples(Tables tables, Path examples, JobContext context) {
    throw new UnsupportedOperationException();
  }

  /** The features of pairs as of the day after the last event. */
  public static CandidatePairs pairs(Tables tables, PairRequest request, JobContext context) {
    throw new UnsupportedOperationException();
  }
}
