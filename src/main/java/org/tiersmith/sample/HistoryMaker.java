package org.tiersmith.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tiersmith.sample.ShopEvent.Type;

/** Makes what customers do by themselves: visits with searches, views, carts and purchases. */
final class HistoryMaker {
  private static final int FEWEST_VISITS = 2;
  private static final int VISIT_SPREAD = 5;
  private static final double BEFORE_OFFERS = 0.75;
  private static final double BY_TASTE = 0.85;
  private static final double SEARCHES = 0.6;
  private static final double SECOND_VIEW = 0.4;
  private static final double CARTS = 0.45;
  private static final double BUYS = 0.7;
  private static final double REVIEWS = 0.45;
  private static final double[] RATINGS = {4, 6, 15, 35, 40};

  private final Shop shop;

  HistoryMaker(Shop shop) {
    this.shop = shop;
  }

  List<ShopEvent> make() {
    List<ShopEvent> events = new ArrayList<>();
    for (int number = 0; number < shop.customers().size(); number++) {
      Draws draws = Draws.of(shop.settings().seed(), Draws.Stream.HISTORY, number);
      int visits = FEWEST_VISITS + draws.below(VISIT_SPREAD);
      for (int i = 0; i < visits; i++) {
        visit(draws, shop.customers().get(number), events);
      }
    }
    return events;
  }

  private void visit(Draws draws, ShopCustomer customer, List<ShopEvent> events) {
    LocalDate from = draws.chance(BEFORE_OFFERS) ? Shop.OPENING : Shop.OFFERS_FROM;
    LocalDate to = from.equals(Shop.OPENING) ? Shop.OFFERS_FROM : Shop.END;
    LocalDateTime time = Moments.between(draws, from, to);
    ShopProduct product = draws.chance(BY_TASTE) ? shop.toTaste(draws, customer) : shop.any(draws);
    Visit visit = new Visit(customer, time, events);
    if (draws.chance(SEARCHES)) {
      visit.add(0, Type.SEARCH, null, query(draws, customer, product), null);
    }
    visit.add(1, Type.VIEW, product, "", null);
    if (draws.chance(SECOND_VIEW)) {
      visit.add(3, Type.VIEW, shop.toTaste(draws, customer), "", null);
    }
    if (draws.chance(CARTS)) {
      visit.add(5, Type.CART, product, "", null);
      buy(draws, visit, product);
    }
  }

  private void buy(Draws draws, Visit visit, ShopProduct product) {
    if (!draws.chance(BUYS)) {
      return;
    }
    visit.add(8, Type.PURCHASE, product, "", null);
    int minutesLater = (3 + draws.below(12)) * 24 * 60 + draws.below(300);
    if (draws.chance(REVIEWS) && visit.time.plusMinutes(minutesLater).isBefore(end())) {
      int rating = 1 + draws.weighted(RATINGS);
      visit.add(minutesLater, Type.REVIEW, product, review(draws, product, rating), rating);
    }
  }

  private static LocalDateTime end() {
    return Shop.END.atStartOfDay();
  }

  private String query(Draws draws, ShopCustomer customer, ShopProduct product) {
    List<String> patterns = new ArrayList<>(shop.words().list("search"));
    patterns.addAll(shop.words().list("search." + customer.kind().name().toLowerCase(Locale.ROOT)));
    String topic = draws.pick(shop.words().list(product.department().section("topic")));
    return product.fill(draws.pick(patterns).replace("{topic}", topic)).toLowerCase(Locale.ROOT);
  }

  private String review(Draws draws, ShopProduct product, int rating) {
    String pattern = draws.pick(shop.words().list("review." + rating));
    return product.fill(pattern);
  }

  /** One customer's stay in the shop: events are added by minutes after its start. */
  private record Visit(ShopCustomer customer, LocalDateTime time, List<ShopEvent> events) {

    void add(
        int minutes,
        Type type,
        @Nullable ShopProduct product,
        String text,
        @Nullable Integer rating) {
      @Nullable Boolean purchased = type == Type.PURCHASE ? true : null;
      events.add(
          new ShopEvent(
              time.plusMinutes(minutes),
              events.size(),
              type,
              customer,
              product,
              0,
              purchased,
              text,
              rating));
    }
  }
}
