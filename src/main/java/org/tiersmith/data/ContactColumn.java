package org.tiersmith.data;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A column by which a person could be known.
 *
 * @param file the file's name
 * @param what what it holds
 * @param byContents whether its values told so, not its name
 * @param dropped whether it was left out
 */
public record ContactColumn(
    String file, String column, What what, boolean byContents, boolean dropped) {

  /** What a contact column holds. */
  public enum What {
    @JsonProperty("name")
    NAME,
    @JsonProperty("e-mail")
    E_MAIL,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("address")
    ADDRESS,
    @JsonProperty("birthday")
    BIRTHDAY,
    @JsonProperty("internet-address")
    INTERNET_ADDRESS,
    @JsonProperty("card-number")
    CARD_NUMBER,
    @JsonProperty("identity-number")
    IDENTITY_NUMBER
  }
}
