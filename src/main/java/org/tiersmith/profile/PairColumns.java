package org.tiersmith.profile;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.model.CandidatePairs;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.profile.PairNumbers.History;
import org.tiersmith.task.JobContext;

/** Candidate pairs as of the day after the last event. */
final class PairColumns {
  private final FeatureSpace space;
  private final PairList pairs;
  private final JobContext context;
  private final int day;

  PairColumns(FeatureSpace space, PairList pairs, JobContext context) {
    this.space = space;
    this.pairs = pairs;
    this.context = context;
    this.day = space.log().lastDay() + 1;
  }

  CandidatePairs candidates() {
    int n = pairs.size();
    int width = space.pairNumbers().set().width();
    int[] customer = new int[n];
    int[] product = new int[n];
    float[] numbers = new float[Math.multiplyExact(n, width)];
    double[] price = new double[n];
    double[] cost = new double[n];
    LocalDate date = LocalDate.ofEpochDay(day);
    Map<Integer, Double> prices = new HashMap<>();
    Map<Integer, History> histories = Map.of();
    int of = -1;
    for (int i = 0; i < n; i++) {
      int who = pairs.customer()[i];
      int what = pairs.product()[i];
      if (who != of) {
        histories = Histories.of(space, who, day);
        of = who;
        context.checkCancelled();
      }
      customer[i] = space.customerAsOf(who, day);
      product[i] = space.productAsOf(what, day, date);
      price[i] = prices.computeIfAbsent(what, p -> space.priceAsOf(p, day));
      cost[i] = space.catalogue().products().get(what).cost();
      History history = histories.getOrDefault(what, History.NONE);
      space.pairNumbers().write(history, what, day, price[i], numbers, i * width);
    }
    PairFeatures features =
        new PairFeatures(
            space.customers(),
            space.products(),
            customer,
            product,
            space.pairNumbers().set().columns(),
            numbers);
    return new CandidatePairs(features, ids(customer, true), ids(product, false), price, cost);
  }

  /** The ids behind the rows of a feature table, which were made in the order of first use. */
  private List<String> ids(int[] rows, boolean customers) {
    int most = -1;
    List<String> ids = new java.util.ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] > most) {
        most = rows[i];
        ids.add(
            customers
                ? space.catalogue().customerIds().get(pairs.customer()[i])
                : space.catalogue().products().get(pairs.product()[i]).id());
      }
    }
    return List.copyOf(ids);
  }
}
