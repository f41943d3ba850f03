package org.tiersmith.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.model.PairGrid;
import org.tiersmith.profile.PairNumbers.History;
import org.tiersmith.task.JobContext;

/** Every active customer with every product on offer, as of the day after the last event. */
final class GridBuilder {
  private final FeatureSpace space;
  private final JobContext context;
  private final int day;
  private final int[] customers;
  private final int[] products;
  private final Map<Integer, Integer> columns = new HashMap<>();
  private final double[] prices;

  GridBuilder(FeatureSpace space, JobContext context) {
    this.space = space;
    this.context = context;
    this.day = space.log().lastDay() + 1;
    this.customers = PairList.activeCustomers(space);
    this.products = PairList.productsOnOffer(space);
    this.prices = new double[products.length];
    for (int p = 0; p < products.length; p++) {
      columns.put(products[p], p);
      prices[p] = space.priceAsOf(products[p], day);
    }
  }

  PairGrid grid() {
    LocalDate date = LocalDate.ofEpochDay(day);
    int width = space.pairNumbers().set().width();
    float[] offers = new float[Math.multiplyExact(products.length, width)];
    double[] cost = new double[products.length];
    List<String> productIds = new ArrayList<>();
    for (int p = 0; p < products.length; p++) {
      // Rows of a feature table are made in the order of first use: one for each, in this order.
      space.productAsOf(products[p], day, date);
      space.pairNumbers().write(History.NONE, products[p], day, prices[p], offers, p * width);
      cost[p] = space.catalogue().products().get(products[p]).cost();
      productIds.add(space.catalogue().products().get(products[p]).id());
    }
    List<String> customerIds = new ArrayList<>();
    for (int customer : customers) {
      context.checkCancelled();
      space.customerAsOf(customer, day);
      customerIds.add(space.catalogue().customerIds().get(customer));
    }
    return new PairGrid(
        space.customers(),
        space.products(),
        List.copyOf(customerIds),
        List.copyOf(productIds),
        space.pairNumbers().set().columns(),
        offers,
        history(width),
        prices,
        cost);
  }

  private PairGrid.History history(int width) {
    int[] from = new int[customers.length + 1];
    List<Integer> met = new ArrayList<>();
    List<float[]> numbers = new ArrayList<>();
    for (int c = 0; c < customers.length; c++) {
      context.checkCancelled();
      Histories.of(space, customers[c], day)
          .forEach(
              (product, history) -> {
                Integer column = columns.get(product);
                if (column != null) {
                  float[] own = new float[width];
                  space.pairNumbers().write(history, product, day, prices[column], own, 0);
                  met.add(column);
                  numbers.add(own);
                }
              });
      from[c + 1] = met.size();
    }
    float[] all = new float[Math.multiplyExact(met.size(), width)];
    for (int i = 0; i < numbers.size(); i++) {
      System.arraycopy(numbers.get(i), 0, all, i * width, width);
    }
    return new PairGrid.History(from, met.stream().mapToInt(Integer::intValue).toArray(), all);
  }
}
