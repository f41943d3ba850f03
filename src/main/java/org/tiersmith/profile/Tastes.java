package org.tiersmith.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.tiersmith.data.Duck;
import org.tiersmith.data.TableWriter;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Text;
import org.tiersmith.profile.text.Keyword;
import org.tiersmith.profile.text.TfIdf;
import org.tiersmith.profile.text.TopicModel;
import org.tiersmith.profile.text.Topics;
import org.tiersmith.task.JobContext;

/** What the customers' texts say of them: keywords and topics. */
final class Tastes {
  /** Keywords kept of each customer. */
  static final int KEYWORDS = 24;

  private static final int NAMED = 8;
  private static final String BETWEEN = " · ";

  private Tastes() {}

  /**
   * Makes the table {@code taste} (customer_id, topic, topic_share, keywords, words, weights,
   * topics): the main topic's label and share, the first keywords joined for a person; all keywords
   * kept, their weights, and the shares of all topics, each divided by tabs.
   */
  static TopicModel create(Duck duck, Tables tables, JobContext context) {
    context.progress(0, Text.of("portrait.words", "Reading titles, searches and reviews"));
    PortraitTexts texts = PortraitTexts.read(duck, tables, context);
    context.progress(0.3, Text.of("portrait.keywords", "Weighing words"));
    TfIdf tfIdf = new TfIdf(texts.lexicon(), texts.corpus(), context);
    int customers = texts.corpus().documents();
    List<List<Keyword>> keywords = new ArrayList<>(Collections.nCopies(customers, List.of()));
    tfIdf.keywords(KEYWORDS, keywords::set, context);
    Topics topics = Topics.find(texts.lexicon(), texts.corpus(), tfIdf, context.part(0.5, 0.95));
    write(duck, keywords, topics);
    return topics.model();
  }

  /** Writes all that the texts say as Parquet: a row for each customer, with lists. */
  static void write(Duck duck, Path out) {
    duck.run(
        "COPY (SELECT customer_id, string_split(words, chr(9)) AS words, string_split(weights,"
            + " chr(9))::FLOAT[] AS weights, string_split(topics, chr(9))::FLOAT[] AS topics FROM"
            + " taste ORDER BY customer_id) TO "
            + Duck.text(out)
            + " (FORMAT parquet, COMPRESSION zstd)");
  }

  private static void write(Duck duck, List<List<Keyword>> keywords, Topics topics) {
    duck.run(
        "CREATE TABLE taste(customer_id VARCHAR, topic VARCHAR, topic_share DOUBLE, keywords"
            + " VARCHAR, words VARCHAR, weights VARCHAR, topics VARCHAR)");
    List<String> ids = duck.list("SELECT customer_id FROM person ORDER BY 1", row -> row.words(0));
    try (TableWriter to = new TableWriter(duck, "taste")) {
      for (int c = 0; c < ids.size(); c++) {
        double[] shares = topics.shares(c);
        to.row().text(ids.get(c));
        if (shares.length == 0) {
          to.text(null).number(Double.NaN);
        } else {
          int main = main(shares);
          to.text(topics.model().topics().get(main).label()).number(shares[main]);
        }
        write(to, keywords.get(c));
        to.text(shares.length == 0 ? null : joined(shares)).end();
      }
    }
  }

  private static void write(TableWriter to, List<Keyword> keywords) {
    if (keywords.isEmpty()) {
      to.text(null).text(null).text(null);
      return;
    }
    to.text(keywords.stream().limit(NAMED).map(Keyword::word).collect(Collectors.joining(BETWEEN)))
        .text(keywords.stream().map(Keyword::word).collect(Collectors.joining("\t")))
        .text(joined(keywords.stream().mapToDouble(Keyword::weight).toArray()));
  }

  private static int main(double[] shares) {
    int main = 0;
    for (int k = 1; k < shares.length; k++) {
      main = shares[k] > shares[main] ? k : main;
    }
    return main;
  }

  private static String joined(double[] numbers) {
    StringBuilder joined = new StringBuilder();
    for (double number : numbers) {
      joined.append(joined.isEmpty() ? "" : "\t").append((float) number);
    }
    return joined.toString();
  }
}
