package org.tiersmith.profile.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.task.JobContext;

/**
 * The terms of a set of texts. Each text is divided into words once; words with one stem are one
 * term, which is shown as its commonest word.
 */
public final class Lexicon {
  private final int[][] termsOfText;
  private final List<String> shown;

  private Lexicon(int[][] termsOfText, List<String> shown) {
    this.termsOfText = termsOfText;
    this.shown = shown;
  }

  /** Reads texts, which get their places in the list as numbers. */
  public static Lexicon of(List<String> texts, JobContext context) {
    @Nullable String[][] words = new String[texts.size()][];
    StopWords stopWords = StopWords.load();
    Slices.each(
        texts.size(),
        () -> {
          Tokeniser tokeniser = new Tokeniser(stopWords);
          return text -> words[text] = tokeniser.words(texts.get(text)).toArray(new String[0]);
        },
        context);
    return new Builder().build(words);
  }

  /** How many terms there are; they are numbered from 0. */
  public int terms() {
    return shown.size();
  }

  /** The terms of a text, as often as they occur in it; not to be changed. */
  public int[] termsOf(int text) {
    return termsOfText[text];
  }

  /** Adds a number to the count of each term of a text. */
  public void count(int text, double number, double[] counts) {
    for (int term : Arrays.stream(termsOfText[text]).distinct().toArray()) {
      counts[term] += number;
    }
  }

  /** The term as it is written most often. */
  public String word(int term) {
    return shown.get(term);
  }

  /** Numbers the terms in the order in which they turn up. */
  private static final class Builder {
    private final Stemmer stemmer = new Stemmer();
    private final Map<String, Integer> termOfStem = new HashMap<>();
    private final Map<String, Surface> surfaces = new HashMap<>();
    private final List<Surface> best = new ArrayList<>();

    private Lexicon build(String[][] words) {
      int[][] terms = new int[words.length][];
      for (int text = 0; text < words.length; text++) {
        terms[text] = Arrays.stream(words[text]).mapToInt(this::term).toArray();
        words[text] = new String[0];
      }
      surfaces.values().forEach(this::compare);
      return new Lexicon(terms, best.stream().map(surface -> surface.word).toList());
    }

    private int term(String word) {
      Surface surface = surfaces.computeIfAbsent(word, this::surface);
      surface.uses++;
      return surface.term;
    }

    private Surface surface(String word) {
      int term = termOfStem.computeIfAbsent(stemmer.stem(word), stem -> termOfStem.size());
      Surface surface = new Surface(word, term);
      if (term == best.size()) {
        best.add(surface);
      }
      return surface;
    }

    private void compare(Surface surface) {
      Surface other = best.get(surface.term);
      if (surface.uses > other.uses
          || (surface.uses == other.uses && surface.word.compareTo(other.word) < 0)) {
        best.set(surface.term, surface);
      }
    }
  }

  private static final class Surface {
    private final String word;
    private final int term;
    private int uses;

    private Surface(String word, int term) {
      this.word = word;
      this.term = term;
    }
  }
}
