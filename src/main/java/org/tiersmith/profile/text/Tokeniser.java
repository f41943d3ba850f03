package org.tiersmith.profile.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Divides texts of any mixture of languages into words: runs of ideographs by Lucene's hidden
 * Markov model of simplified Chinese, the rest by the word boundaries of Unicode (UAX #29). Words
 * are in lower case and without possessive s; stop words, numbers, measures, units, codes, single
 * ideographs and words of fewer than {@value #SHORTEST} letters are left out, but for those of two
 * that name goods (TV) and for names with digits (PS5). To be used by one thread.
 */
public final class Tokeniser {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 40;

  private final StopWords stopWords;
  private final @Nullable ShortNames shortNames;
  private final Tokenizer standard = new StandardTokenizer();
  private final Tokenizer chinese = new HMMChineseTokenizer();
  private final CharTermAttribute standardTerm = standard.addAttribute(CharTermAttribute.class);
  private final CharTermAttribute chineseTerm = chinese.addAttribute(CharTermAttribute.class);

  /** A tokeniser with stop words of its own. */
  public Tokeniser() {
    this(StopWords.load());
  }

  Tokeniser(StopWords stopWords) {
    this(stopWords, new ShortNames(stopWords));
  }

  private Tokeniser(StopWords stopWords, @Nullable ShortNames shortNames) {
    this.stopWords = stopWords;
    this.shortNames = shortNames;
  }

  /**
   * One that knows no words with digits or of two letters, as what models read never had them: a
   * model's texts must stay those that it was trained with.
   */
  public static Tokeniser ofModels() {
    return new Tokeniser(StopWords.load(), null);
  }

  /** The words of a text, as often as they occur. */
  public List<String> words(String written) {
    // Unicode keeps a word together over a colon, as Swedish does; shops divide by it.
    String text = written.replace(':', ' ');
    List<String> words = new ArrayList<>();
    boolean ideographs = text.codePoints().anyMatch(Character::isIdeographic);
    try {
      if (ideographs) {
        read(chinese, chineseTerm, text, words, true);
      }
      if (!ideographs
          || text.codePoints()
              .anyMatch(c -> Character.isLetter(c) && !Character.isIdeographic(c))) {
        read(standard, standardTerm, text, words, false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private void read(
      Tokenizer tokenizer,
      CharTermAttribute term,
      String text,
      List<String> to,
      boolean wantIdeographs)
      throws IOException {
    tokenizer.setReader(new StringReader(text));
    tokenizer.reset();
    while (tokenizer.incrementToken()) {
      if (Character.isIdeographic(Character.codePointAt(term, 0)) == wantIdeographs) {
        String word = term.toString();
        if (wantIdeographs) {
          addChinese(word, to);
        } else {
          addOther(word, to);
        }
      }
    }
    tokenizer.end();
    tokenizer.close();
  }

  private void addChinese(String word, List<String> to) {
    if (word.length() > 1 && word.length() <= LONGEST && !stopWords.inChinese(word)) {
      to.add(word);
    }
  }

  private void addOther(String token, List<String> to) {
    String word = bare(token.toLowerCase(Locale.ROOT).replace('’', '\''));
    if (shortNames != null && shortNames.contains(word)) {
      to.add(word);
    } else if (word.length() >= SHORTEST
        && word.length() <= LONGEST
        && word.codePoints().noneMatch(Character::isDigit)
        && word.codePoints().anyMatch(Character::isLetter)
        && !stopWords.inEnglish(word)) {
      to.add(word);
    }
  }

  private static String bare(String word) {
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }
}
