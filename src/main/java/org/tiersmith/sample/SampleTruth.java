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
  static final double BASE = -4.7;
  static final double LOVED = 4.2;
  static final double DISLIKED = -1.5;
  static final double FAVOURITE_BRAND = 0.6;
  static final double SEASON = 0.25;
  static final double MEMBERSHIP_STEP = 0.08;

  private static final int MONTHS = 12;

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
    double logHazard =
        BASE
            + taste(customer, product.department())
            + (product.brand().equals(customer.brand()) ? FAVOURITE_BRAND : 0)
            + customer.kind().priceAttitude() * prices.relative(product, day)
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
