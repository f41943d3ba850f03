package org.tiersmith.profile.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tiersmith.task.JobContext;

/** The weights against the formula, and laws that hold for any documents. */
class TfIdfTest {
  private static final List<String> TEXTS =
      List.of("red kettle", "blue kettle", "garden hose", "hose reel", "保温杯 kettle");

  @Test
  void weighsByTheFormula() {
    Corpus.Builder documents = new Corpus.Builder(3);
    documents.add(0, 0, 3);
    documents.add(0, 0, 3);
    documents.add(0, 2, 1);
    documents.add(1, 1, 1);
    List<List<Keyword>> words = keywords(documents, 2 + 1);
    double red = (1 + Math.log(6)) * (1 + Math.log(3.0 / 2));
    double kettle = (1 + Math.log(6)) * (1 + Math.log(3.0 / 3));
    double garden = 1 + Math.log(3.0 / 2);
    double length = Math.sqrt(red * red + kettle * kettle + 2 * garden * garden);
    assertThat(words.get(0)).extracting(Keyword::word).startsWith("red", "kettle");
    assertThat(words.get(0).get(0).weight()).isEqualTo(red / length, within(1e-12));
    assertThat(words.get(0).get(1).weight()).isEqualTo(kettle / length, within(1e-12));
    assertThat(words.get(2)).isEmpty();
  }

  @Test
  void hasWordsOfEitherLanguage() {
    Corpus.Builder documents = new Corpus.Builder(2);
    documents.add(0, 4, 1);
    documents.add(1, 1, 1);
    assertThat(keywords(documents, 2).getFirst())
        .extracting(Keyword::word)
        .containsExactly("保温杯", "kettle");
  }

  @Property(tries = 60)
  void theOrderOfWhatHappenedChangesNothing(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int entries) {
    Random random = new Random(seed);
    List<int[]> all = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      all.add(new int[] {random.nextInt(5), random.nextInt(TEXTS.size()), 1 + random.nextInt(15)});
    }
    List<List<Keyword>> before = keywords(all);
    Collections.shuffle(all, random);
    assertThat(keywords(all)).isEqualTo(before);
  }

  @Property(tries = 60)
  void weightsFallAndHaveTheLengthOne(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int entries) {
    Random random = new Random(seed);
    List<int[]> all = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      all.add(new int[] {random.nextInt(5), random.nextInt(TEXTS.size()), 1 + random.nextInt(15)});
    }
    for (List<Keyword> words : keywords(all)) {
      double squares = words.stream().mapToDouble(w -> w.weight() * w.weight()).sum();
      assertThat(squares).isBetween(words.isEmpty() ? 0 : 1 - 1e-9, 1 + 1e-9);
      assertThat(words)
          .isSortedAccordingTo(
              (a, b) ->
                  Math.abs(a.weight() - b.weight()) < 1e-5
                      ? 0
                      : Double.compare(b.weight(), a.weight()));
    }
  }

  private static List<List<Keyword>> keywords(List<int[]> entries) {
    Corpus.Builder documents = new Corpus.Builder(5);
    entries.forEach(each -> documents.add(each[0], each[1], each[2]));
    return keywords(documents, 5);
  }

  private static List<List<Keyword>> keywords(Corpus.Builder documents, int count) {
    JobContext context = JobContext.detached();
    TfIdf tfIdf = new TfIdf(Lexicon.of(TEXTS, context), documents.build(), context);
    List<List<Keyword>> words = new ArrayList<>(Collections.nCopies(count, List.of()));
    tfIdf.keywords(99, words::set, context);
    return words;
  }
}
