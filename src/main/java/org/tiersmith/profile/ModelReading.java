package org.tiersmith.profile;

import org.tiersmith.data.Tables;
import org.tiersmith.profile.season.Country;
import org.tiersmith.profile.template.TextTemplates;

/**
 * What a model reads of customers, products and pairs.
 *
 * @param texts the templates of its texts
 * @param numbers the numbers of its pairs
 */
public record ModelReading(TextTemplates texts, NumberSet numbers) {

  /** What a new model reads of a shop unless a person has said otherwise. */
  public static ModelReading usual(Tables tables) {
    LanguageGuess language = LanguageGuess.of(tables);
    return new ModelReading(
        language.templates(), NumberSet.usual(Country.likely("", language.code())));
  }
}
