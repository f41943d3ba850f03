package org.tiersmith.data;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.SplitKind;

/**
 * How the table of chosen events is divided.
 *
 * @param kind by what
 * @param expression the split of a row, in SQL
 * @param join what the expression needs beside the table
 * @param validationFrom first instant of the validation examples; null unless divided by time
 * @param testFrom first instant of the test examples; null unless divided by time
 */
record ExampleSplit(
    SplitKind kind,
    String expression,
    String join,
    @Nullable LocalDateTime validationFrom,
    @Nullable LocalDateTime testFrom) {

  /**
   * Finds where to divide.
   *
   * @throws Problem where a part would stay empty
   */
  static ExampleSplit of(Duck duck, ExampleSettings settings) {
    return switch (settings.split()) {
      case TIME -> byTime(duck, settings);
      case CUSTOMER -> byCustomer(duck, settings);
    };
  }

  /** Validation follows training, test follows validation; one instant's examples stay together. */
  private static ExampleSplit byTime(Duck duck, ExampleSettings settings) {
    long n = duck.whole("SELECT count(*) FROM chosen");
    double train = settings.trainShare();
    LocalDateTime validationFrom = at(duck, (long) Math.floor(train * n));
    LocalDateTime testFrom = at(duck, (long) Math.floor((train + settings.validationShare()) * n));
    boolean ordered =
        duck.list(
                String.format(
                    "SELECT count_if(\"timestamp\" < %1$s) > 0 AND count_if(\"timestamp\" >= %1$s"
                        + " AND \"timestamp\" < %2$s) > 0 FROM chosen",
                    instant(validationFrom), instant(testFrom)),
                row -> row.flag(0))
            .getFirst();
    if (!ordered) {
      throw Problem.of(
          "examples.one-time",
          "The events can''t be split by time: too many happened at {0}. Import events of more"
              + " days.",
          validationFrom.toString());
    }
    String expression =
        String.format(
            "CASE WHEN \"timestamp\" < %s THEN 'train' WHEN \"timestamp\" < %s THEN 'validation'"
                + " ELSE 'test' END",
            instant(validationFrom), instant(testFrom));
    return new ExampleSplit(SplitKind.TIME, expression, "", validationFrom, testFrom);
  }

  private static LocalDateTime at(Duck duck, long index) {
    return duck.list(
            "SELECT strftime(\"timestamp\", '%Y-%m-%dT%H:%M:%S.%f') FROM chosen ORDER BY"
                + " \"timestamp\" LIMIT 1 OFFSET "
                + index,
            row -> LocalDateTime.parse(row.words(0)))
        .getFirst();
  }

  private static String instant(LocalDateTime time) {
    return "TIMESTAMP '" + time.toString().replace('T', ' ') + "'";
  }

  /**
   * Customers in the order of a seeded hash, each wholly in the part where its first example falls:
   * the shares hold however much single customers did.
   */
  private static ExampleSplit byCustomer(Duck duck, ExampleSettings settings) {
    double validationEnd = settings.trainShare() + settings.validationShare();
    duck.run(
        String.format(
            "CREATE TABLE parts AS SELECT customer_id, CASE WHEN share < %s THEN 'train' WHEN share"
                + " < %s THEN 'validation' ELSE 'test' END AS part FROM (SELECT customer_id,"
                + " (sum(n) OVER (ORDER BY md5('%d:' || customer_id), customer_id ROWS UNBOUNDED"
                + " PRECEDING) - n) / sum(n) OVER () AS share FROM (SELECT customer_id, count(*) AS"
                + " n FROM chosen GROUP BY 1))",
            settings.trainShare(), validationEnd, settings.seed()));
    long parts = duck.whole("SELECT count(DISTINCT part) FROM parts");
    if (parts < 3) {
      throw Problem.of(
          "examples.few-customers",
          "{0} customers are too few to divide the examples by customer. Nothing was started; split"
              + " by time, or import events of more customers.",
          duck.whole("SELECT count(*) FROM parts"));
    }
    return new ExampleSplit(
        SplitKind.CUSTOMER, "part", " JOIN parts USING (customer_id)", null, null);
  }
}
