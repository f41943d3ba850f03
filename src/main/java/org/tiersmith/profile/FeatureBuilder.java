package org.tiersmith.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Row;
import org.tiersmith.data.Tables;
import org.tiersmith.model.CandidatePairs;
import org.tiersmith.model.Examples;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.PairGrid;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Split;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/** Makes what the model reads: texts and numbers, known strictly before the day they stand for. */
public final class FeatureBuilder {
  private FeatureBuilder() {}

  /** As {@link #examples(Tables, Path, ModelReading, JobContext)}, of what a new model reads. */
  public static Examples examples(Tables tables, Path examples, JobContext context) {
    return examples(tables, examples, ModelReading.usual(tables), context);
  }

  /**
   * The features of each example, in the order of the examples file. A customer is described as of
   * the start of the 28-day period of the example, a product as of the start of its month, the pair
   * as of its day.
   *
   * @throws Problem if a template names a column that the tables lack; so do all others here
   */
  public static Examples examples(
      Tables tables, Path examples, ModelReading reading, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      context.progress(0, Text.of("features.reading", "Reading the history"));
      FeatureSpace space = new FeatureSpace(duck, tables, reading);
      int n = (int) duck.whole("SELECT count(*) FROM " + Duck.parquet(examples));
      ExampleColumns columns = new ExampleColumns(space, n, context);
      duck.each(
          "SELECT event_id, customer_id, product_id, date_diff('day', DATE '1970-01-01',"
              + " \"timestamp\"::DATE), list_price, discount_rate, purchased, split FROM "
              + Duck.parquet(examples)
              + " ORDER BY example_id",
          columns::add);
      return columns.examples();
    }
  }

  /** As {@link #pairs(Tables, PairRequest, ModelReading, PairRejects, JobContext)} by default. */
  public static CandidatePairs pairs(
      Tables tables, PairRequest request, PairRejects rejects, JobContext context) {
    return pairs(tables, request, ModelReading.usual(tables), rejects, context);
  }

  /**
   * The features of pairs as of the day after the last event.
   *
   * @param rejects takes the listed pairs that name an unknown customer or product, or one without
   *     a price
   * @throws Problem where no pair is left, or there are too many
   */
  public static CandidatePairs pairs(
      Tables tables,
      PairRequest request,
      ModelReading reading,
      PairRejects rejects,
      JobContext context) {
    try (Duck duck = Duck.open(context)) {
      context.progress(0, Text.of("features.reading", "Reading the history"));
      FeatureSpace space = new FeatureSpace(duck, tables, reading);
      PairList pairs = PairList.of(duck, space, request, rejects);
      context.progress(0.4, Text.of("features.pairs", "Describing {0} pairs", pairs.size()));
      return new PairColumns(space, pairs, context).candidates();
    }
  }

  /** As {@link #grid(Tables, ModelReading, JobContext)}, of what a new model reads. */
  public static PairGrid grid(Tables tables, JobContext context) {
    return grid(tables, ModelReading.usual(tables), context);
  }

  /**
   * Every active customer with every product on offer, as of the day after the last event.
   *
   * @throws Problem where there is no customer or no product
   */
  public static PairGrid grid(Tables tables, ModelReading reading, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      context.progress(0, Text.of("features.reading", "Reading the history"));
      PairGrid grid = new GridBuilder(new FeatureSpace(duck, tables, reading), context).grid();
      if (grid.size() == 0) {
        throw PairList.none();
      }
      return grid;
    }
  }

  /** Examples while they are read. */
  private static final class ExampleColumns {
    private final FeatureSpace space;
    private final JobContext context;
    private final PairNumbers own;
    private final int width;
    private final int[] customer;
    private final int[] product;
    private final float[] numbers;
    private final float[] discount;
    private final boolean[] purchased;
    private final byte[] split;
    private final List<String> eventIds = new ArrayList<>();

    private ExampleColumns(FeatureSpace space, int n, JobContext context) {
      this.space = space;
      this.context = context;
      own = space.pairNumbers();
      width = own.set().width();
      customer = new int[n];
      product = new int[n];
      numbers = new float[n * width];
      discount = new float[n];
      purchased = new boolean[n];
      split = new byte[n];
    }

    private void add(Row row) {
      int i = eventIds.size();
      eventIds.add(row.words(0));
      int who = known(space.catalogue().customer(row.words(1)), row.words(1));
      int what = known(space.catalogue().product(row.words(2)), row.words(2));
      int day = (int) row.whole(3);
      customer[i] = space.customerInPeriod(who, day);
      product[i] = space.productInMonth(what, day);
      own.write(space.history(who, what, day), what, day, row.number(4), numbers, i * width);
      discount[i] = (float) row.number(5);
      purchased[i] = row.flag(6);
      split[i] = (byte) Split.valueOf(row.words(7).toUpperCase(java.util.Locale.ROOT)).ordinal();
      if (i % 1000 == 0) {
        context.checkCancelled();
        context.progress(
            0.2 + 0.8 * i / customer.length,
            Text.of("features.examples", "Describing {0} examples", customer.length));
      }
    }

    private static int known(int index, String id) {
      if (index < 0) {
        throw new IllegalStateException("examples name an unknown id: " + id);
      }
      return index;
    }

    private Examples examples() {
      PairFeatures features =
          new PairFeatures(
              space.customers(), space.products(), customer, product, own.set().columns(), numbers);
      return new Examples(features, discount, purchased, split, List.copyOf(eventIds));
    }
  }
}
