package org.tiersmith.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Row;

/**
 * Attributes written as words: free texts as they are and first, then columns with few different
 * values beside their name. Codes, dates and measurements are left out.
 */
final class AttributeWords {
  private static final int MOST_VALUES = 40;
  private static final int FREE_TEXT_CHARS = 24;
  private static final Set<String> CUSTOMER_COLUMNS = Set.of("customer_id");
  private static final Set<String> PRODUCT_COLUMNS =
      Set.of("product_id", "title", "category", "brand", "description", "price", "cost");

  private final List<String> texts;
  private final List<String> values;
  private final boolean named;

  private AttributeWords(List<String> texts, List<String> values, boolean named) {
    this.texts = texts;
    this.values = values;
    this.named = named;
  }

  static AttributeWords ofCustomers(Duck duck, Path table) {
    return of(duck, table, CUSTOMER_COLUMNS, true);
  }

  static AttributeWords ofProducts(Duck duck, Path table) {
    return of(duck, table, PRODUCT_COLUMNS, false);
  }

  /** The columns to read, each after a comma. */
  String select() {
    StringBuilder select = new StringBuilder();
    texts.forEach(t -> select.append(", ").append(Duck.name(t)));
    values.forEach(v -> select.append(", ").append(Duck.name(v)));
    return select.toString();
  }

  /** The free texts of a row that has the columns from a position on. */
  String texts(Row row, int from) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      addSentence(parts, row.words(from + i));
    }
    return String.join(" ", parts);
  }

  /** The values of a row that has the columns from a position on. */
  String values(Row row, int from) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String value = row.words(from + texts.size() + i);
      if (!value.isBlank()) {
        said.add(named ? label(values.get(i)) + " " + value : value);
      }
    }
    return String.join(", ", said);
  }

  private static AttributeWords of(Duck duck, Path table, Set<String> known, boolean named) {
    List<String> texts = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<String> columns =
        duck.list(
            "SELECT column_name FROM (DESCRIBE SELECT * FROM "
                + Duck.parquet(table)
                + ") WHERE column_type = 'VARCHAR'",
            row -> row.words(0));
    for (String column : columns) {
      if (!known.contains(column)) {
        classify(duck, table, column, texts, values);
      }
    }
    return new AttributeWords(texts, values, named);
  }

  private static void classify(
      Duck duck, Path table, String column, List<String> texts, List<String> values) {
    String c = Duck.name(column);
    duck.each(
        String.format(
            "SELECT count(DISTINCT %1$s), count(%1$s), avg(length(%1$s)),"
                + " count_if(%1$s SIMILAR TO '[0-9]{4}-[0-9]{2}-[0-9]{2}.*') FROM %2$s",
            c, Duck.parquet(table)),
        row -> {
          if (row.whole(1) == 0 || row.whole(3) == row.whole(1)) {
            return;
          }
          if (row.number(2) >= FREE_TEXT_CHARS) {
            texts.add(column);
          } else if (row.whole(0) <= MOST_VALUES) {
            values.add(column);
          }
        });
  }

  private static void addSentence(List<String> parts, String text) {
    String tidy = text.strip();
    if (!tidy.isEmpty()) {
      boolean ended = ".!?。！？".indexOf(tidy.charAt(tidy.length() - 1)) >= 0;
      parts.add(ended ? tidy : tidy + ".");
    }
  }

  private static String label(String column) {
    return column.replaceAll("[_.\\s]+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
