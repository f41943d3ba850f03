package org.tiersmith.data;

import java.util.List;
import java.util.Locale;

/** The three tables that a shop's files become, each with the roles that its columns may play. */
public enum TableKind {
  CUSTOMERS,
  PRODUCTS,
  EVENTS;

  /** Roles of products that an events file may also play, for want of a products file. */
  public static final List<String> PRODUCT_WORDS =
      List.of("title", "category", "brand", "description", "cost");

  /** Roles of events from which list prices and discount rates are worked out. */
  public static final List<String> PAID = List.of("paid_price", "amount", "discount_amount");

  /** Roles with a fixed meaning, in the order of the table's columns. */
  public List<String> roles() {
    return switch (this) {
      case CUSTOMERS -> List.of("customer_id");
      case PRODUCTS ->
          List.of("product_id", "title", "category", "brand", "description", "price", "cost");
      case EVENTS ->
          List.of(
              "event_id",
              "customer_id",
              "product_id",
              "timestamp",
              "type",
              "quantity",
              "list_price",
              "discount_rate",
              "paid_price",
              "amount",
              "discount_amount",
              "purchased",
              "text",
              "rating",
              "store");
    };
  }

  /** Roles without which no row of the file can be used. */
  public List<String> required() {
    return switch (this) {
      case CUSTOMERS -> List.of("customer_id");
      case PRODUCTS -> List.of("product_id");
      case EVENTS -> List.of("customer_id", "timestamp");
    };
  }

  /** The role that a mapping means by a name, its aliases resolved. */
  public String roleOf(String name) {
    return switch (this) {
      case CUSTOMERS -> name;
      case PRODUCTS -> name.equals("list_price") ? "price" : name;
      case EVENTS ->
          switch (name) {
            case "price" -> "list_price";
            case "discount" -> "discount_rate";
            default -> name;
          };
    };
  }

  /** The lower-case name, as mappings write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
