package org.tiersmith.profile;

import java.util.List;
import org.tiersmith.data.Tables;

/** The schemes that the data allows. */
@SuppressWarnings("DoNotCallSuggester")
public final class SegmentSchemes {
  private SegmentSchemes() {}

  /**
   * Membership and age first, then other categorical columns, and RFM where there are purchases.
   */
  public static List<SegmentScheme> available(Tables tables) {
    throw new UnsupportedOperationException();
  }
}
