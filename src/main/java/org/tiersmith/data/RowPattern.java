package org.tiersmith.data;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.tiersmith.model.Text;

/**
 * What tells rows that are no products or no purchases from others.
 *
 * @param column a role ({@code product_id}, {@code title}, {@code type}, ...), {@code invoice} or
 *     {@code status} (the attribute that by its name is one), or an attribute's name; where a file
 *     has no such column the pattern meets nothing
 * @param match how the column's value is compared, whatever its case
 * @param values what it is compared with; one that matches suffices. A whole value of one or two
 *     characters counts only where most values are longer than three, for there it can't be a code
 *     like the others
 * @param what what a row that matches is
 */
public record RowPattern(String column, Match match, List<String> values, What what) {

  public RowPattern {
    values = List.copyOf(values);
  }

  /** How values are compared. */
  public enum Match {
    /** The whole value is one of those. */
    @JsonProperty("equals")
    EQUALS,
    /** The value begins so. */
    @JsonProperty("starts")
    STARTS,
    /** The value holds the word, with no letter or digit beside it. */
    @JsonProperty("word")
    WORD,
    /** The regular expression (RE2 syntax) matches somewhere in the value. */
    @JsonProperty("regex")
    REGEX
  }

  /** What a row is that is no purchase of a product. */
  public enum What {
    @JsonProperty("postage")
    POSTAGE(Text.of("what.postage", "postage")),
    @JsonProperty("fee")
    FEE(Text.of("what.fee", "a fee")),
    @JsonProperty("adjustment")
    ADJUSTMENT(Text.of("what.adjustment", "an adjustment")),
    @JsonProperty("gift-card")
    GIFT_CARD(Text.of("what.gift-card", "a gift card")),
    @JsonProperty("sample")
    SAMPLE(Text.of("what.sample", "a sample or gift")),
    @JsonProperty("manual")
    MANUAL(Text.of("what.manual", "a manual entry")),
    @JsonProperty("test")
    TEST(Text.of("what.test", "a test")),
    @JsonProperty("cancellation")
    CANCELLATION(Text.of("what.cancellation", "a cancellation"));

    private final Text text;

    What(Text text) {
      this.text = text;
    }

    /** For a person. */
    public Text text() {
      return text;
    }
  }

  /** SQL that is true of a value that matches. */
  String condition(String value, boolean longIds) {
    List<String> tests =
        values.stream()
            .filter(v -> match != Match.EQUALS || longIds || v.length() > 2)
            .map(v -> test("lower(trim(" + value + "))", v))
            .toList();
    return tests.isEmpty() ? "false" : "(" + String.join(" OR ", tests) + ")";
  }

  private String test(String value, String given) {
    String wanted = given.toLowerCase(Locale.ROOT);
    return switch (match) {
      case EQUALS -> value + " = " + Duck.text(wanted);
      case STARTS -> "starts_with(" + value + ", " + Duck.text(wanted) + ")";
      case WORD ->
          String.format(
              "regexp_matches(%s, %s)",
              value, Duck.text("(^|[^\\pL\\pN])" + quoted(wanted) + "($|[^\\pL\\pN])"));
      case REGEX -> String.format("regexp_matches(%s, %s, 'i')", value, Duck.text(given));
    };
  }

  private static String quoted(String word) {
    return word.replaceAll("([^\\pL\\pN\\s])", "\\\\$1");
  }
}
