package org.tiersmith.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is really so in a sample shop. Purchase follows an additive hazard, {@code p(d) = 1 - (1 -
 * p0) exp(-k d)} with {@code p0 = 1 - exp(-h0)} and
 *
 * <pre>ln h0 = base + taste + brand + attitude(kind) * relative price + season + membership</pre>
 *
 * Every term follows from what the shop's files hold.
 */
public final class SampleTruth {
  /** The day after the last event: what is scored is scored as of it. */
  public static final LocalDate TODAY = Shop.END;

  static final double BASE = -4.7;
  static final double LOVED = 4.2;
  static final double DISLIKED = -1.5;
  static final double FAVOURITE_BRAND = 0.6;
  static final double SEASON = 0.25;
  static final double MEMBERSHIP_STEP = 0.08;

  private static final int MONTHS = 12;
  private static final int CENTS = 100;

  private final Map<String, ShopCustomer> customers;
  private final Map<String, ShopProduct> products;
  private final PriceBook prices;
  private final Vocabulary words;

  SampleTruth(List<ShopCustomer> customers, List<ShopProduct> products, Vocabulary words) {
    this.customers = index(customers, ShopCustomer::id);
    this.products = index(products, ShopProduct::id);
    this.prices = new PriceBook(products);
    this.words = words;
  }

  private static <T> Map<String, T> index(List<T> entities, Function<T, String> id) {
    return entities.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  /**
   * The probability, in (0, 1), that the customer buys the product at that day's list price.
   *
   * @throws IllegalArgumentException for an id that the shop does not have
   */
  public double p0(String customerId, String productId, LocalDate day) {
    return p0(customer(customerId), product(productId), day);
  }

  /**
   * The probability, in (0, 1), that the customer buys the product on a day at a price of one's
   * own.
   *
   * @param listPrice in the shop's currency, above 0
   * @throws IllegalArgumentException for an id that the shop does not have
   */
  public double p0(String customerId, String productId, LocalDate day, double listPrice) {
    ShopProduct product = product(productId);
    double relative = prices.relative(product, Math.round(listPrice * CENTS));
    return p0(customer(customerId), product, day, relative);
  }

  /** Whether these are a customer's id and a product of the shop with its usual price and cost. */
  public boolean knows(String customerId, String productId, double listPrice, double unitCost) {
    ShopProduct product = products.get(productId);
    return customers.containsKey(customerId)
        && product != null
        && product.priceCents() == Math.round(listPrice * CENTS)
        && product.costCents() == Math.round(unitCost * CENTS);
  }

  /**
   * The pair's sensitivity k, about 0.08 to 3.5: how much the hazard grows per unit of discount
   * rate.
   *
   * @throws IllegalArgumentException for an id that the shop does not have
   */
  public double k(String customerId, String productId) {
    return k(customer(customerId), product(productId));
  }

  /**
   * The customer's kind, in the shop's language, such as "bargain hunter".
   *
   * @throws IllegalArgumentException for an id that the shop does not have
   */
  public String kind(String customerId) {
    return kind(customer(customerId));
  }

  /** The purchase probability at a discount rate, by the additive hazard. */
  public static double atDiscount(double p0, double k, double rate) {
    return 1 - (1 - p0) * StrictMath.exp(-k * rate);
  }

  double p0(ShopCustomer customer, ShopProduct product, LocalDate day) {
    return p0(customer, product, day, prices.relative(product, day));
  }

  private static double p0(
      ShopCustomer customer, ShopProduct product, LocalDate day, double relativePrice) {
    double logHazard =
        BASE
            + taste(customer, product.department())
            + (product.brand().equals(customer.brand()) ? FAVOURITE_BRAND : 0)
            + customer.kind().priceAttitude() * relativePrice
            + season(product.department(), day)
            + MEMBERSHIP_STEP * customer.membership();
    return -StrictMath.expm1(-StrictMath.exp(logHazard));
  }

  double k(ShopCustomer customer, ShopProduct product) {
    return customer.kind().sensitivity() * product.department().discountFactor();
  }

  String kind(ShopCustomer customer) {
    return words.word(customer.kind().section("name"));
  }

  private static double taste(ShopCustomer customer, Department department) {
    if (customer.loved().contains(department)) {
      return LOVED;
    }
    return customer.disliked() == department ? DISLIKED : 0;
  }

  private static double season(Department department, LocalDate day) {
    int monthsFromPeak = day.getMonthValue() - department.peakMonth();
    return SEASON * StrictMath.cos(2 * StrictMath.PI * monthsFromPeak / MONTHS);
  }

  private ShopCustomer customer(String id) {
    return known(customers.get(id), id);
  }

  private ShopProduct product(String id) {
    return known(products.get(id), id);
  }

  private static <T> T known(@Nullable T entity, String id) {
    if (entity == null) {
      throw new IllegalArgumentException("the sample shop has no " + id);
    }
    return entity;
  }
}
