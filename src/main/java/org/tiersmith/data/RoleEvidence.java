package org.tiersmith.data;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * Signs that a column plays a role: its name, and its values.
 *
 * @param confidence 0 to 1
 * @param reason for a person
 */
record RoleEvidence(double confidence, Text reason) {
  private static final double MOSTLY = 0.9;
  private static final double NEARLY_ALL = 0.75;
  private static final double HALF = 0.5;

  /** Less than for any name that shops are known to use as it stands. */
  private static final double COMPOSED = 0.74;

  private static final int SHORTEST_PART = 5;

  /**
   * The strongest sign that a column plays a role; null where there is none, or where its values
   * forbid it.
   *
   * @param ids values of ids that other files have, by role
   */
  static @Nullable RoleEvidence of(
      TableKind kind, String role, ColumnSample column, Map<String, Set<String>> ids) {
    if (!suits(role, column)) {
      return null;
    }
    RoleEvidence name = byName(kind, role, column.name());
    RoleEvidence values = byValues(role, column, ids);
    if (name == null || values == null) {
      return name == null ? values : name;
    }
    return name.confidence >= values.confidence ? name : values;
  }

  private static @Nullable RoleEvidence byName(TableKind kind, String role, String column) {
    List<String> names = RoleNames.of(kind, role);
    String plain = RoleNames.plain(column);
    int at = names.indexOf(plain);
    if (at >= 0) {
      double confidence = 0.97 - 0.22 * at / names.size();
      return new RoleEvidence(
          confidence,
          isChinese(plain)
              ? Text.of("guess.name-zh", "its Chinese name is one that shops use for this")
              : Text.of("guess.name-en", "its name is one that shops use for this"));
    }
    if (RoleNames.isComposed(kind, role, plain)) {
      return new RoleEvidence(
          COMPOSED, Text.of("guess.name-en", "its name is one that shops use for this"));
    }
    for (String name : names) {
      int enough = isChinese(name) ? 2 : SHORTEST_PART;
      if (name.length() >= enough && (plain.startsWith(name) || plain.endsWith(name))) {
        return new RoleEvidence(
            0.55, Text.of("guess.name-part", "its name holds \"{0}\", a name for this", name));
      }
    }
    return null;
  }

  private static @Nullable RoleEvidence byValues(
      String role, ColumnSample column, Map<String, Set<String>> ids) {
    return switch (role) {
      case "customer_id", "product_id" -> byIds(role, column, ids.getOrDefault(role, Set.of()));
      case "timestamp" ->
          column.type() == ColumnType.DATE
              ? new RoleEvidence(
                  0.6,
                  Text.of("guess.dates", "its values are dates, for example {0}", column.example()))
              : null;
      case "type" ->
          column.share(value -> Values.typeOf(value) != null) >= MOSTLY
              ? new RoleEvidence(
                  0.85,
                  Text.of(
                      "guess.type-words",
                      "its values are words for what happened, for example {0}",
                      column.example()))
              : null;
      case "text" ->
          column.share(ColumnSample::isProse) >= HALF
              ? new RoleEvidence(0.6, Text.of("guess.sentences", "its values are sentences"))
              : null;
      case "list_price", "price" ->
          column.isNumeric()
                  && column.mostNumbers(x -> x > 0)
                  && column.share(v -> v.matches("\\D*[\\d.,]*\\d[.,]\\d{1,2}\\D*")) >= HALF
              ? new RoleEvidence(
                  0.4,
                  Text.of(
                      "guess.decimals",
                      "its values are numbers with cents, for example {0}",
                      column.example()))
              : null;
      case "quantity" ->
          column.isNumeric()
                  && column.share(v -> ColumnSample.number(v) == 1) >= HALF
                  && column.distinct() < HALF
                  && column.ids().size() > 2
              ? new RoleEvidence(
                  0.4, Text.of("guess.ones", "its values are small numbers, mostly 1"))
              : null;
      default -> null;
    };
  }

  private static @Nullable RoleEvidence byIds(String role, ColumnSample column, Set<String> known) {
    if (known.isEmpty() || column.values().isEmpty()) {
      return null;
    }
    double within = column.within(known);
    if (within < HALF) {
      return null;
    }
    String file = role.equals("customer_id") ? "customers" : "products";
    return new RoleEvidence(
        0.6 + 0.3 * within,
        Text.of(
            "guess.known-ids",
            "{0,number,percent} of its values are ids of the {1} file",
            within,
            file));
  }

  /** Whether a column's first values can play a role at all. */
  private static boolean suits(String role, ColumnSample column) {
    if (column.values().isEmpty()) {
      return true;
    }
    return switch (role) {
      case "event_id" -> column.distinct() >= NEARLY_ALL;
      case "timestamp" -> column.type() == ColumnType.DATE || !isSmallNumbers(column);
      case "discount_rate" -> isRate(column);
      case "customer_id", "product_id" -> column.type() != ColumnType.DATE;
      case "quantity",
          "list_price",
          "price",
          "cost",
          "rating",
          "paid_price",
          "amount",
          "discount_amount" ->
          column.share(v -> !v.matches("[^0-9]*")) >= HALF && column.type() != ColumnType.DATE;
      case "purchased" ->
          column.share(
                  v ->
                      ColumnSample.lower(v)
                          .matches("0|1|true|false|t|f|yes|no|y|n|是|否|0\\.0|1\\.0"))
              >= MOSTLY;
      case "text" -> column.share(v -> v.matches("[-+0-9.,]+")) < MOSTLY;
      default -> true;
    };
  }

  private static boolean isSmallNumbers(ColumnSample column) {
    return column.share(v -> v.matches("[-+0-9.]{1,7}")) >= MOSTLY;
  }

  /**
   * Whether a discount is a share or a percentage, not an amount of money: signs of percent, values
   * up to 1, or few different values up to 100.
   */
  private static boolean isRate(ColumnSample column) {
    if (column.share(RoleEvidence::isPercent) >= HALF) {
      return true;
    }
    boolean numbers =
        column.share(v -> isPercent(v) || !Double.isNaN(ColumnSample.number(v))) >= MOSTLY;
    if (!numbers
        || column.share(v -> !isPercent(v) && Math.abs(ColumnSample.number(v)) > 100) > 0) {
      return false;
    }
    boolean share = column.share(v -> Math.abs(ColumnSample.number(v)) <= 1) >= MOSTLY;
    boolean whole = column.mostNumbers(x -> x == Math.rint(x));
    return share || whole || new HashSet<>(column.values()).size() <= 12;
  }

  private static boolean isPercent(String value) {
    return value.contains("%") || value.contains("％");
  }

  private static boolean isChinese(String word) {
    return word.codePoints().anyMatch(c -> c >= 0x4e00 && c <= 0x9fff);
  }
}
