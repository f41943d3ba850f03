package org.tiersmith.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tiersmith.sample.SampleExposures.Exposure;

/** How much of the truth can be learned, and from what: later exposures are told from earlier. */
class LearnabilityTest {
  private static final List<Exposure> EXPOSURES = SampleExposures.read();
  private static final int TRAINED = EXPOSURES.size() * 4 / 5;
  private static final boolean[] BOUGHT = SampleExposures.bought(EXPOSURES);

  @Test
  void numbersWithoutTextsStayClearlyBehind() {
    double auc = testAuc(new NumbersOnly().features(EXPOSURES));
    assertThat(auc).isBetween(0.55, trueAuc() - 0.08);
  }

  @Test
  void whatTheTextsTellIsEnough() {
    double auc = testAuc(told());
    assertThat(auc).isGreaterThan(trueAuc() - 0.015);
  }

  @Test
  void everyAboutTellsKindTasteAndBrands() {
    Shop shop = Shop.of(SampleSettings.defaults());
    for (ShopCustomer customer : shop.customers()) {
      String about = customer.about();
      List<String> habits = shop.words().list(customer.kind().section("habit"));
      assertThat(habits).anyMatch(about::contains);
      if (customer.brand() != null) {
        assertThat(about).contains(customer.brand());
      }
      for (Department loved : customer.loved()) {
        assertThat(shop.words().list(loved.section("love"))).anyMatch(about::contains);
      }
    }
  }

  /** Taste, kind, discount and price as a reader of both texts would note them down. */
  private static List<double[]> told() {
    Shop shop = Shop.of(SampleSettings.defaults());
    PriceBook prices = new PriceBook(shop.products());
    Map<String, ShopCustomer> customers = new HashMap<>();
    shop.customers().forEach(customer -> customers.put(customer.id(), customer));
    Map<String, ShopProduct> products = new HashMap<>();
    shop.products().forEach(product -> products.put(product.id(), product));
    List<double[]> rows = new ArrayList<>(EXPOSURES.size());
    for (Exposure exposure : EXPOSURES) {
      ShopCustomer customer = customers.get(exposure.event().get("customer_id"));
      ShopProduct product = products.get(exposure.event().get("product_id"));
      rows.add(told(customer, product, exposure.rate(), prices));
    }
    return rows;
  }

  private static double[] told(
      ShopCustomer customer, ShopProduct product, double rate, PriceBook prices) {
    int kinds = Kind.values().length;
    double[] row = new double[3 * kinds + 3];
    boolean loved = customer.loved().contains(product.department());
    double price = prices.relative(product, Shop.OFFERS_FROM);
    row[customer.kind().ordinal()] = loved ? 0 : rate;
    row[kinds + customer.kind().ordinal()] = loved ? rate : 0;
    row[2 * kinds + customer.kind().ordinal()] = price;
    row[3 * kinds] = loved ? 1 : 0;
    row[3 * kinds + 1] = customer.disliked() == product.department() ? 1 : 0;
    row[3 * kinds + 2] = product.brand().equals(customer.brand()) ? 1 : 0;
    return row;
  }

  private static double testAuc(List<double[]> rows) {
    Logistic model = Logistic.fit(rows.subList(0, TRAINED), Arrays.copyOf(BOUGHT, TRAINED));
    return Auc.of(model.scores(rows.subList(TRAINED, rows.size())), later());
  }

  private static double trueAuc() {
    double[] p = EXPOSURES.stream().skip(TRAINED).mapToDouble(Exposure::p).toArray();
    return Auc.of(p, later());
  }

  private static boolean[] later() {
    return Arrays.copyOfRange(BOUGHT, TRAINED, BOUGHT.length);
  }
}
