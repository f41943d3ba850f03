package org.tiersmith.profile;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.profile.text.Keyword;
import org.tiersmith.profile.text.Lexicon;
import org.tiersmith.task.JobContext;

/**
 * The words that tell some customers from the rest, by weighted log-odds with an informative prior
 * (Monroe, Colaresi, Quinn 2008): with y the customers that have a text with the word, summed over
 * texts, and a prior of {@value #PRIOR} such uses spread as among all customers, the weight is the
 * difference of the two groups' log-odds in units of its standard error. Words below {@value
 * #TELLING} tell nothing for certain and are left out.
 */
final class TellingWords {
  private static final double PRIOR = 100;
  private static final double TELLING = 3;

  private TellingWords() {}

  /**
   * The words, the weightiest first.
   *
   * @param duck holds {@code member} (customer_id): those of whom to tell
   */
  static List<Keyword> of(Duck duck, Tables tables, int most, JobContext context) {
    PortraitTexts.define(duck, tables);
    List<String> texts = duck.list("SELECT words FROM wording ORDER BY id", row -> row.words(0));
    Lexicon lexicon = Lexicon.of(texts, context);
    double[] inside = new double[lexicon.terms()];
    double[] outside = new double[lexicon.terms()];
    duck.each(
        "SELECT text_no, m.customer_id IS NOT NULL, count(DISTINCT w.customer_id) FROM worded AS w"
            + " LEFT JOIN member AS m USING (customer_id) GROUP BY ALL",
        row -> lexicon.count((int) row.whole(0), row.whole(2), row.flag(1) ? inside : outside));
    return telling(lexicon, inside, outside, most);
  }

  private static List<Keyword> telling(
      Lexicon lexicon, double[] inside, double[] outside, int most) {
    double in = sum(inside);
    double out = sum(outside);
    return IntStream.range(0, inside.length)
        .mapToObj(term -> new Keyword(lexicon.word(term), z(inside[term], in, outside[term], out)))
        .filter(word -> word.weight() >= TELLING)
        .sorted(
            Comparator.comparingDouble((Keyword word) -> -word.weight())
                .thenComparing(Keyword::word))
        .limit(most)
        .toList();
  }

  /** The difference of the log-odds of a word in two groups, over its standard error. */
  static double z(double inside, double allInside, double outside, double allOutside) {
    double prior = PRIOR * (inside + outside) / (allInside + allOutside);
    double a = inside + prior;
    double b = outside + prior;
    double difference =
        Math.log(a / (allInside + PRIOR - a)) - Math.log(b / (allOutside + PRIOR - b));
    return difference / Math.sqrt(1 / a + 1 / b);
  }

  private static double sum(double[] counts) {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    return sum;
  }
}
