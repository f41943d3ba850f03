package org.tiersmith.sample;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the randomised offers: pair, day and discount are drawn without a look at one another, and
 * whether the customer buys is drawn from the truth.
 */
final class ExposureMaker {
  /** The discount rates on offer, each as likely as the others. */
  static final List<Double> RATES = List.of(0.0, 0.05, 0.1, 0.15, 0.2, 0.3);

  private static final double TO_TASTE = 0.12;

  private final Shop shop;

  ExposureMaker(Shop shop) {
    this.shop = shop;
  }

  List<ShopEvent> make() {
    List<ShopEvent> events = new ArrayList<>(shop.settings().exposures());
    for (int number = 0; number < shop.settings().exposures(); number++) {
      events.add(exposure(number));
    }
    return events;
  }

  private ShopEvent exposure(int number) {
    Draws draws = Draws.of(shop.settings().seed(), Draws.Stream.EXPOSURE, number);
    ShopCustomer customer = draws.pick(shop.customers());
    ShopProduct product = draws.chance(TO_TASTE) ? shop.toTaste(draws, customer) : shop.any(draws);
    LocalDateTime time = Moments.between(draws, Shop.OFFERS_FROM, Shop.END);
    double rate = draws.pick(RATES);
    double p0 = shop.truth().p0(customer, product, time.toLocalDate());
    double p = SampleTruth.atDiscount(p0, shop.truth().k(customer, product), rate);
    return new ShopEvent(
        time.truncatedTo(ChronoUnit.MINUTES),
        number,
        ShopEvent.Type.EXPOSURE,
        customer,
        product,
        rate,
        draws.chance(p),
        "",
        null);
  }
}
