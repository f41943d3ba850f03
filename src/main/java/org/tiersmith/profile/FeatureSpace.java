package org.tiersmith.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.FeatureTable;

/**
 * Rows of features, each made once: a customer as of the start of a period of {@value #PERIOD_DAYS}
 * days, a product as of the start of a month, a pair as of a day. Every source event is earlier
 * than that.
 */
final class FeatureSpace {
  static final int PERIOD_DAYS = 28;
  static final List<String> CUSTOMER_NUMBERS =
      List.of("recency_log", "frequency_log", "monetary_log", "tenure_log", "products_log");
  static final List<String> PRODUCT_NUMBERS = List.of("price_log", "popularity_log", "rating");
  private final Catalogue catalogue;
  private final EventLog log;
  private final ProductLog productLog;
  private final CategoryPrices categoryPrices;
  private final PairNumbers pairNumbers;
  private final TextWriter writer;
  private final int firstDay;
  private final Rows customers = new Rows(CUSTOMER_NUMBERS);
  private final Rows products = new Rows(PRODUCT_NUMBERS);

  /**
   * What a model reads of a shop.
   *
   * @throws org.tiersmith.model.Problem if a template names a column that the tables lack
   */
  FeatureSpace(Duck duck, Tables tables, ModelReading reading) {
    catalogue = Catalogue.read(duck, tables);
    log = EventLog.read(duck, tables, catalogue, null);
    productLog = new ProductLog(catalogue, log);
    categoryPrices = new CategoryPrices(catalogue, productLog);
    pairNumbers =
        new PairNumbers(
            reading.numbers(), categoryPrices, () -> new CategoryDemand(catalogue, log));
    writer =
        new TextWriter(duck, tables, reading.texts(), catalogue, log, productLog, categoryPrices);
    firstDay = log.firstDay();
  }

  Catalogue catalogue() {
    return catalogue;
  }

  EventLog log() {
    return log;
  }

  ProductLog productLog() {
    return productLog;
  }

  /** Numbers of pairs. */
  PairNumbers pairNumbers() {
    return pairNumbers;
  }

  FeatureTable customers() {
    return customers.table();
  }

  FeatureTable products() {
    return products.table();
  }

  /** The row of a customer as of the start of the period in which a day lies. */
  int customerInPeriod(int customer, int day) {
    int period = Math.floorDiv(day - firstDay, PERIOD_DAYS);
    return customerAsOf(customer, firstDay + period * PERIOD_DAYS);
  }

  /** The row of a customer as of a day. */
  int customerAsOf(int customer, int asOf) {
    return customers.row(
        ((long) customer << 32) | (asOf & 0xffffffffL),
        () -> writer.customer(customer, asOf),
        () -> customerNumbers(customer, asOf));
  }

  /** The row of a product as of the first day of the month in which a day lies. */
  int productInMonth(int product, int day) {
    LocalDate first = LocalDate.ofEpochDay(day).withDayOfMonth(1);
    return productAsOf(product, (int) first.toEpochDay(), first);
  }

  /** The row of a product as of a day, in the month of a date. */
  int productAsOf(int product, int asOf, LocalDate date) {
    return products.row(
        ((long) product << 32) | (asOf & 0xffffffffL),
        () -> writer.product(product, asOf, date),
        () -> productNumbers(product, asOf));
  }

  /** The price that a product has as of a day: the catalogue's, else what was last asked. */
  double priceAsOf(int product, int asOf) {
    double price = catalogue.products().get(product).price();
    return price > 0 ? price : productLog.listPrice(product, asOf);
  }

  /** What a customer did with a product before a day. */
  PairNumbers.History history(int customer, int product, int day) {
    int end = log.before(customer, day);
    int bought = 0;
    int seen = 0;
    int lastBought = Integer.MIN_VALUE;
    for (int e = log.from(customer); e < end; e++) {
      if (log.product(e) == product) {
        switch (log.kind(e)) {
          case PURCHASE -> {
            bought++;
            lastBought = log.day(e);
          }
          case VIEW, CART -> seen++;
          default -> {}
        }
      }
    }
    return new PairNumbers.History(bought, seen, bought == 0 ? -1 : day - lastBought);
  }

  private float[] customerNumbers(int customer, int asOf) {
    int from = log.from(customer);
    int end = log.before(customer, asOf);
    Set<Integer> days = new HashSet<>();
    Set<Integer> kinds = new HashSet<>();
    double spent = 0;
    int last = -1;
    for (int e = from; e < end; e++) {
      if (log.kind(e) == EventLog.Kind.PURCHASE) {
        days.add(log.day(e));
        kinds.add(log.product(e));
        spent += log.paid(e);
        last = log.day(e);
      }
    }
    return new float[] {
      last < 0 ? Float.NaN : (float) Math.log1p(asOf - last),
      (float) Math.log1p(days.size()),
      (float) Math.log1p(spent),
      from == end ? 0 : (float) Math.log1p(asOf - log.day(from)),
      (float) Math.log1p(kinds.size())
    };
  }

  private float[] productNumbers(int product, int asOf) {
    double listed = productLog.listPrice(product, asOf);
    double price = listed > 0 ? listed : catalogue.products().get(product).price();
    return new float[] {
      price > 0 ? (float) Math.log1p(price) : Float.NaN,
      (float) Math.log1p(productLog.bought(product, asOf)),
      (float) productLog.rating(product, asOf)
    };
  }

  /** Rows by key, in the order in which they were first asked for. */
  private static final class Rows {
    private final List<String> names;
    private final Map<Long, Integer> index = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final List<float[]> numbers = new ArrayList<>();

    private Rows(List<String> names) {
      this.names = names;
    }

    private int row(long key, Supplier<String> text, Supplier<float[]> own) {
      Integer known = index.get(key);
      if (known != null) {
        return known;
      }
      texts.add(text.get());
      numbers.add(own.get());
      index.put(key, texts.size() - 1);
      return texts.size() - 1;
    }

    private FeatureTable table() {
      float[] all = new float[texts.size() * names.size()];
      for (int i = 0; i < numbers.size(); i++) {
        System.arraycopy(numbers.get(i), 0, all, i * names.size(), names.size());
      }
      return new FeatureTable(List.copyOf(texts), names, all);
    }
  }
}
