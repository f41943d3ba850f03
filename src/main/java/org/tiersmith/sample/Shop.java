package org.tiersmith.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The shop's inhabitants, shared by those who make its events. */
record Shop(
    SampleSettings settings,
    Vocabulary words,
    List<ShopCustomer> customers,
    List<ShopProduct> products,
    Map<Department, List<ShopProduct>> shelves,
    SampleTruth truth) {

  /** The first day of history. */
  static final LocalDate OPENING = LocalDate.of(2025, 7, 1);

  /** The first day of randomised offers. */
  static final LocalDate OFFERS_FROM = LocalDate.of(2026, 1, 1);

  /** The day after the last event. */
  static final LocalDate END = LocalDate.of(2026, 7, 1);

  private static final double FAVOURITE_BRAND_CHANCE = 0.3;

  static Shop of(SampleSettings settings) {
    Vocabulary words = Vocabulary.of(settings.language());
    CustomerMaker maker = new CustomerMaker(words, settings.seed());
    List<ShopCustomer> customers = new ArrayList<>(settings.customers());
    for (int number = 0; number < settings.customers(); number++) {
      customers.add(maker.make(number));
    }
    List<ShopProduct> products = ProductMaker.make(words, settings.seed(), settings.products());
    Map<Department, List<ShopProduct>> shelves = new EnumMap<>(Department.class);
    for (ShopProduct product : products) {
      shelves.computeIfAbsent(product.department(), _ -> new ArrayList<>()).add(product);
    }
    SampleTruth truth = new SampleTruth(customers, products, words);
    return new Shop(settings, words, customers, products, shelves, truth);
  }

  /** A product from a loved department, now and then of a favourite brand. */
  ShopProduct toTaste(Draws draws, ShopCustomer customer) {
    List<ShopProduct> shelf =
        shelves.getOrDefault(draws.pick(List.copyOf(customer.loved())), products);
    List<ShopProduct> favourites =
        shelf.stream().filter(product -> product.brand().equals(customer.brand())).toList();
    boolean favourite = draws.chance(FAVOURITE_BRAND_CHANCE) && !favourites.isEmpty();
    return draws.pick(favourite ? favourites : shelf);
  }

  /** Any product. */
  ShopProduct any(Draws draws) {
    return draws.pick(products);
  }
}
