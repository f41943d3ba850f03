package org.tiersmith.profile.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Light English stemming (Krovetz), for grouping only; other words stay as they are. */
final class Stemmer {
  private final KeywordTokenizer word = new KeywordTokenizer();
  private final TokenStream stemmed = new KStemFilter(word);
  private final CharTermAttribute term = stemmed.addAttribute(CharTermAttribute.class);

  String stem(String surface) {
    try {
      word.setReader(new StringReader(surface));
      stemmed.reset();
      String stem = stemmed.incrementToken() ? term.toString() : surface;
      stemmed.end();
      stemmed.close();
      return stem;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
