package org.tiersmith.profile;

import java.util.List;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.task.JobContext;

/** The language that a shop's texts are written in. */
public enum LanguageGuess {
  ENGLISH("en"),
  CHINESE("zh");

  private static final double CHINESE_SHARE = 0.2;

  private final String code;

  LanguageGuess(String code) {
    this.code = code;
  }

  /** The texts that a model reads unless a person has said otherwise. */
  public TextTemplates templates() {
    return this == CHINESE ? TextTemplates.CHINESE : TextTemplates.ENGLISH;
  }

  /** ISO 639 code. */
  public String code() {
    return code;
  }

  /** Chinese where a fifth or more of the letters of titles and event texts are CJK ideographs. */
  public static LanguageGuess of(Tables tables) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      List<String> texts =
          duck.list(
              "(SELECT concat_ws(' ', title, category, description) FROM "
                  + Duck.parquet(tables.products())
                  + " LIMIT 500) UNION ALL (SELECT text FROM "
                  + Duck.parquet(tables.events())
                  + " WHERE text IS NOT NULL LIMIT 500)",
              row -> row.words(0));
      return of(texts);
    }
  }

  static LanguageGuess of(List<String> texts) {
    long letters = 0;
    long ideographs = 0;
    for (String text : texts) {
      letters += text.codePoints().filter(Character::isLetter).count();
      ideographs += text.codePoints().filter(Character::isIdeographic).count();
    }
    return ideographs > CHINESE_SHARE * Math.max(1, letters) ? CHINESE : ENGLISH;
  }
}
