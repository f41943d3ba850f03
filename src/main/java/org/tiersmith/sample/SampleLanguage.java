package org.tiersmith.sample;

import org.tiersmith.model.Problem;

/** The language that the sample shop's texts are written in. */
public enum SampleLanguage {
  ENGLISH("en", ". ", "english", 1),
  CHINESE("zh", "。", "chinese", 5);

  private final String code;
  private final String stop;
  private final String resource;
  private final int priceScale;

  SampleLanguage(String code, String stop, String resource, int priceScale) {
    this.code = code;
    this.stop = stop;
    this.resource = resource;
    this.priceScale = priceScale;
  }

  /**
   * The language of a command-line code.
   *
   * @param code {@code en} or {@code zh}
   * @throws Problem for any other code
   */
  public static SampleLanguage of(String code) {
    for (SampleLanguage language : values()) {
      if (language.code.equals(code)) {
        return language;
      }
    }
    throw Problem.of(
        "sample.language",
        "The sample shop speaks en (English) or zh (Chinese), not \"{0}\".",
        code);
  }

  /** The two-letter code, {@code en} or {@code zh}. */
  public String code() {
    return code;
  }

  /** What ends a sentence and parts it from the next. */
  String stop() {
    return stop;
  }

  /** The base name of this language's resources. */
  String resource() {
    return resource;
  }

  /** How many units of this shop's currency make one unit of the vocabulary's usual prices. */
  int priceScale() {
    return priceScale;
  }
}
