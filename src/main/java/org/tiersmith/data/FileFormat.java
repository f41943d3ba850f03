package org.tiersmith.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;

/**
 * How a file is written, as far as it is known: what a person chose, where nothing chosen means
 * that it is found out, or what was found out.
 *
 * @param encoding name of the character set, for example {@code GB18030}
 * @param delimiter the one character between fields, or {@code tab}
 * @param quote the one character around fields; empty where fields have no quotes
 * @param decimal the decimal sign of numbers, {@code .} or {@code ,}
 * @param dayFirst whether 5/11/2018 is 5 November
 * @param sheet name of the sheet of a workbook
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileFormat(
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable String quote,
    @Nullable String decimal,
    @JsonProperty("day_first") @Nullable Boolean dayFirst,
    @Nullable String sheet) {
  /** Everything is found out. */
  public static final FileFormat GUESSED = new FileFormat(null, null, null, null, null, null);

  private static final String TAB = "tab";

  /** Throws a {@link Problem} where a part can't be. */
  public FileFormat {
    if (encoding != null) {
      charset(encoding);
    }
    require(delimiter == null || delimiter.equals(TAB) || isOne(delimiter), "delimiter", delimiter);
    require(quote == null || quote.isEmpty() || isOne(quote), "quote", quote);
    require(decimal == null || decimal.equals(".") || decimal.equals(","), "decimal", decimal);
  }

  public FileFormat withEncoding(@Nullable String other) {
    return new FileFormat(other, delimiter, quote, decimal, dayFirst, sheet);
  }

  public FileFormat withDelimiter(@Nullable String other) {
    return new FileFormat(encoding, other, quote, decimal, dayFirst, sheet);
  }

  public FileFormat withQuote(@Nullable String other) {
    return new FileFormat(encoding, delimiter, other, decimal, dayFirst, sheet);
  }

  public FileFormat withDecimal(@Nullable String other) {
    return new FileFormat(encoding, delimiter, quote, other, dayFirst, sheet);
  }

  public FileFormat withDayFirst(@Nullable Boolean other) {
    return new FileFormat(encoding, delimiter, quote, decimal, other, sheet);
  }

  public FileFormat withSheet(@Nullable String other) {
    return new FileFormat(encoding, delimiter, quote, decimal, dayFirst, other);
  }

  /** The chosen character set, or null. */
  @Nullable Charset charset() {
    return encoding == null ? null : charset(encoding);
  }

  /** The dialect with what was chosen in place of its own. */
  Dialect over(Dialect found) {
    char between = delimiter == null ? found.delimiter() : delimiterChar(delimiter);
    char around = quote == null ? found.quote() : quoteChar(quote);
    return new Dialect(between, around == between ? '\0' : around);
  }

  /** The way to name a delimiter here. */
  static String named(char delimiter) {
    return delimiter == '\t' ? TAB : String.valueOf(delimiter);
  }

  private static char delimiterChar(String delimiter) {
    return delimiter.equals(TAB) ? '\t' : delimiter.charAt(0);
  }

  private static char quoteChar(String quote) {
    return quote.isEmpty() ? '\0' : quote.charAt(0);
  }

  private static boolean isOne(String sign) {
    return sign.length() == 1 && sign.charAt(0) != '\n' && sign.charAt(0) != '\r';
  }

  private static void require(boolean fits, String what, @Nullable String value) {
    if (!fits) {
      throw Problem.of(
          "format.bad",
          "\"{0}\" can''t be the {1} of a file: give one character (a decimal sign is . or ,).",
          String.valueOf(value),
          what);
    }
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(
          name.equalsIgnoreCase("Shift_JIS") || name.equalsIgnoreCase("SJIS")
              ? "windows-31j"
              : name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Problem(
          org.tiersmith.model.Text.of(
              "format.encoding",
              "There is no encoding \"{0}\". Usual ones are UTF-8, GB18030, windows-1252,"
                  + " ISO-8859-1, Shift_JIS and UTF-16.",
              name),
          e);
    }
  }
}
