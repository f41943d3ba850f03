package org.tiersmith.profile;

import java.util.List;
import org.tiersmith.data.Duck;
import org.tiersmith.data.PurchaseSql;
import org.tiersmith.data.Tables;
import org.tiersmith.profile.text.Corpus;
import org.tiersmith.profile.text.Lexicon;
import org.tiersmith.task.JobContext;

/**
 * What customers read and write: titles of the products that they bought and saw (where a product
 * has none, its category), what they searched for, reviewed and said. Bought counts {@value
 * #BOUGHT} times, in the cart {@value #CART}, searched {@value #SEARCHED}, anything else once.
 *
 * @param lexicon the terms of every different text
 * @param corpus a document for each customer, in the order of {@code person}
 */
record PortraitTexts(Lexicon lexicon, Corpus corpus) {
  private static final int BOUGHT = 3;
  private static final int CART = 2;
  private static final int SEARCHED = 2;

  /** Reads the texts; {@code person} must be there. */
  static PortraitTexts read(Duck duck, Tables tables, JobContext context) {
    define(duck, tables);
    List<String> texts = duck.list("SELECT words FROM wording ORDER BY id", row -> row.words(0));
    Lexicon lexicon = Lexicon.of(texts, context);
    Corpus.Builder corpus = new Corpus.Builder((int) duck.whole("SELECT count(*) FROM person"));
    // Three small numbers in one: reading a number from a row costs more than taking it apart.
    duck.each(
        "SELECT (person_no::BIGINT << 32) | (text_no << 4) | weight FROM worded JOIN (SELECT"
            + " customer_id, row_number() OVER (ORDER BY customer_id) - 1 AS person_no FROM person)"
            + " USING (customer_id)",
        row -> {
          long packed = row.whole(0);
          corpus.add((int) (packed >>> 32), (int) (packed >>> 4) & 0xfffffff, (int) packed & 15);
        });
    return new PortraitTexts(lexicon, corpus.build());
  }

  /**
   * Makes {@code wording} (id, words: every different text) and the view {@code worded}
   * (customer_id, text_no, weight: which text counts how often for whom).
   */
  static void define(Duck duck, Tables tables) {
    String events = Duck.parquet(tables.events());
    duck.run(
        "CREATE TABLE titled AS SELECT product_id, coalesce(title, category) AS words FROM "
            + Duck.parquet(tables.products())
            + " WHERE coalesce(title, category) IS NOT NULL AND product_id IN (SELECT product_id"
            + " FROM "
            + events
            + ")");
    duck.run(
        "CREATE TABLE wording AS SELECT row_number() OVER (ORDER BY words) - 1 AS id, words FROM"
            + " (SELECT words FROM titled UNION SELECT text FROM "
            + events
            + " WHERE text IS NOT NULL)");
    duck.run(
        "CREATE TABLE title_no AS SELECT product_id, id FROM titled JOIN wording USING (words)");
    duck.run(
        String.format(
            "CREATE VIEW worded AS SELECT customer_id, id AS text_no, CASE WHEN %s THEN %d WHEN"
                + " type = 'cart' THEN %d ELSE 1 END AS weight FROM %s JOIN title_no USING"
                + " (product_id) UNION ALL SELECT customer_id, id, CASE WHEN type = 'search' THEN"
                + " %d ELSE 1 END FROM %s JOIN wording ON text = words",
            PurchaseSql.IS_PURCHASE, BOUGHT, CART, events, SEARCHED, events));
  }
}
