package org.tiersmith.sample;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tiersmith.sample.SampleExposures.Exposure;

/**
 * What can be said of an exposure without reading a text: discount, price, month, membership, age
 * and what the customer and the product did strictly before.
 */
final class NumbersOnly {
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final List<String> MEMBERSHIPS = List.of("silver", "gold", "platinum");
  private static final List<String> AGES = List.of("18-24", "25-34", "35-44", "45-54", "55-64");

  private final Map<String, Map<String, String>> customers;
  private final Map<String, Map<String, String>> products;
  private final Map<String, Double> medianPrice;

  /** Events, exposures, purchases and last time of a customer so far; events of a product. */
  private final Map<String, double[]> past = new HashMap<>();

  private final Map<String, LocalDateTime> last = new HashMap<>();

  NumbersOnly() {
    customers = SampleFiles.byId(SampleExposures.DIR.resolve("customers.csv"), "customer_id");
    products = SampleFiles.byId(SampleExposures.DIR.resolve("products.csv"), "product_id");
    medianPrice =
        products.values().stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.get("category"),
                    Collectors.collectingAndThen(Collectors.toList(), NumbersOnly::median)));
  }

  private static double median(List<Map<String, String>> products) {
    double[] prices =
        products.stream().mapToDouble(p -> Double.parseDouble(p.get("price"))).sorted().toArray();
    return prices[prices.length / 2];
  }

  /** The features of exposures, which must come in order of time with all events between them. */
  List<double[]> features(List<Exposure> exposures) {
    Map<String, Exposure> byEvent =
        exposures.stream()
            .collect(Collectors.toMap(e -> e.event().get("event_id"), exposure -> exposure));
    List<double[]> rows = new ArrayList<>(exposures.size());
    for (Map<String, String> event : SampleFiles.rows(SampleExposures.DIR.resolve("events.csv"))) {
      Exposure exposure = byEvent.get(event.get("event_id"));
      if (exposure != null) {
        rows.add(row(exposure));
      }
      remember(event);
    }
    return rows;
  }

  private double[] row(Exposure exposure) {
    Map<String, String> event = exposure.event();
    Map<String, String> customer = customers.get(event.get("customer_id"));
    Map<String, String> product = products.get(event.get("product_id"));
    LocalDateTime time = LocalDateTime.parse(event.get("timestamp"), MINUTES);
    double price = Double.parseDouble(event.get("list_price"));
    double rate = exposure.rate();
    double[] done = past.getOrDefault(event.get("customer_id"), new double[3]);
    double popularity = past.getOrDefault(event.get("product_id"), new double[3])[0];
    double taken = (done[2] + 1) / (done[1] + 4);
    LocalDateTime before = last.getOrDefault(event.get("customer_id"), time.minusYears(1));
    List<Double> row = new ArrayList<>();
    row.addAll(List.of(rate, rate * rate, Math.log(price), taken, rate * taken));
    row.add(Math.log(price / medianPrice.get(product.get("category"))));
    row.addAll(List.of(Math.log1p(done[0]), Math.log1p(popularity)));
    row.add(Math.log1p(ChronoUnit.HOURS.between(before, time)));
    row.add((double) time.getMonthValue());
    oneHot(row, MEMBERSHIPS, customer.get("membership"), rate);
    oneHot(row, AGES, customer.get("age_band"), rate);
    return row.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void oneHot(List<Double> row, List<String> levels, String level, double rate) {
    for (String each : levels) {
      row.add(each.equals(level) ? 1.0 : 0.0);
      row.add(each.equals(level) ? rate : 0.0);
    }
  }

  private void remember(Map<String, String> event) {
    double[] done = past.computeIfAbsent(event.get("customer_id"), _ -> new double[3]);
    done[0]++;
    done[1] += "exposure".equals(event.get("type")) ? 1 : 0;
    done[2] += "true".equals(event.get("purchased")) ? 1 : 0;
    past.computeIfAbsent(event.get("product_id"), _ -> new double[3])[0]++;
    last.put(event.get("customer_id"), LocalDateTime.parse(event.get("timestamp"), MINUTES));
  }
}
