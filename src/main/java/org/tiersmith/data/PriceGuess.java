package org.tiersmith.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/** Tells prices of a unit from amounts of a line, and list prices from paid ones, by numbers. */
final class PriceGuess {
  private static final double CLOSE = 0.02;
  private static final double MOSTLY = 0.9;
  private static final int FEWEST = 8;

  private final List<ColumnSample> columns;
  private final Map<String, RoleGuess> taken;

  /**
   * @param taken the guesses so far, changed by {@link #settle}
   */
  PriceGuess(List<ColumnSample> columns, Map<String, RoleGuess> taken) {
    this.columns = columns;
    this.taken = taken;
  }

  /** Corrects the guesses about prices. */
  void settle() {
    lineAmount("list_price");
    lineAmount("paid_price");
    paidBesideList();
    discountMoney();
  }

  /** A price that grows with the quantity was paid for the line. */
  private void lineAmount(String role) {
    ColumnSample price = column(role);
    ColumnSample quantity = column("quantity");
    ColumnSample product = column("product_id");
    if (price == null || quantity == null || product == null || taken.containsKey("amount")) {
      return;
    }
    if (growsWith(price, quantity, product)) {
      move(
          role,
          "amount",
          Text.of(
              "guess.line",
              "it grows with \"{0}\", so it was paid for the line, not for a unit",
              quantity.name()));
    }
  }

  /** Of two prices the one that is never above the other is what was paid. */
  private void paidBesideList() {
    ColumnSample list = column("list_price");
    ColumnSample paid = column("paid_price");
    if (list == null || paid == null) {
      return;
    }
    int above = 0;
    int below = 0;
    for (int i = 0; i < list.cells().size(); i++) {
      double difference =
          ColumnSample.number(list.cells().get(i)) - ColumnSample.number(paid.cells().get(i));
      above += difference > 1e-9 ? 1 : 0;
      below += difference < -1e-9 ? 1 : 0;
    }
    if (below > 0 && above == 0) {
      Text reason =
          Text.of("guess.paid", "it is never above \"{0}\", so it is what was paid", paid.name());
      taken.put("list_price", renamed("list_price", paid, reason));
      taken.put("paid_price", renamed("paid_price", list, reason));
    }
  }

  /** A column called a discount whose values can't be shares is money off. */
  private void discountMoney() {
    if (taken.containsKey("discount_rate") || taken.containsKey("discount_amount")) {
      return;
    }
    for (ColumnSample column : columns) {
      boolean free = taken.values().stream().noneMatch(g -> g.column().equals(column.name()));
      if (free
          && column.isNumeric()
          && RoleNames.fits(TableKind.EVENTS, "discount_rate", column.name())) {
        taken.put(
            "discount_amount",
            renamed(
                "discount_amount",
                column,
                Text.of(
                    "guess.money-off",
                    "it is called a discount and its values, for example {0}, are no shares",
                    column.example())));
      }
    }
  }

  /** Whether, within products, x / quantity varies less than x. */
  private static boolean growsWith(ColumnSample x, ColumnSample quantity, ColumnSample product) {
    Map<String, List<double[]>> byProduct = new HashMap<>();
    for (int i = 0; i < x.cells().size(); i++) {
      double value = ColumnSample.number(x.cells().get(i));
      double n = ColumnSample.number(quantity.cells().get(i));
      if (value > 0 && n > 0) {
        byProduct
            .computeIfAbsent(product.cells().get(i), key -> new ArrayList<>())
            .add(new double[] {value, n});
      }
    }
    int perUnit = 0;
    int perLine = 0;
    for (List<double[]> rows : byProduct.values()) {
      double[] first = rows.getFirst();
      for (double[] row : rows) {
        if (row[1] != first[1]) {
          perUnit += isClose(row[0], first[0]) ? 1 : 0;
          perLine += isClose(row[0] / row[1], first[0] / first[1]) ? 1 : 0;
        }
      }
    }
    return perLine >= FEWEST && perLine >= MOSTLY * (perLine + perUnit);
  }

  private static boolean isClose(double a, double b) {
    return Math.abs(a - b) <= CLOSE * Math.max(a, b);
  }

  private @Nullable ColumnSample column(String role) {
    RoleGuess guess = taken.get(role);
    return guess == null
        ? null
        : columns.stream().filter(c -> c.name().equals(guess.column())).findFirst().orElse(null);
  }

  private void move(String from, String to, Text reason) {
    ColumnSample column = column(from);
    if (column != null) {
      taken.remove(from);
      taken.put(to, renamed(to, column, reason));
    }
  }

  private static RoleGuess renamed(String role, ColumnSample column, Text reason) {
    return new RoleGuess(role, column.name(), 0.75, reason, List.of());
  }
}
