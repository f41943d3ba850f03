package org.tiersmith.data;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of several values is taken where a product or customer should have one. */
public enum Wins {
  /** The one found most often, the earliest row deciding a draw. */
  @JsonProperty("most")
  MOST,
  /** The one of the first row. */
  @JsonProperty("first")
  FIRST,
  /** The one of the latest event. */
  @JsonProperty("latest")
  LATEST
}
