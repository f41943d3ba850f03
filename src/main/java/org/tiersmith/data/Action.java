package org.tiersmith.data;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an import does with a row that a rule meets. */
public enum Action {
  /** The row is left out and kept among the rejects. */
  @JsonProperty("reject")
  REJECT,
  /** The row is imported as it is; the report counts it. */
  @JsonProperty("keep")
  KEEP,
  /** The row is mended, as the rule says, and imported. */
  @JsonProperty("repair")
  REPAIR
}
