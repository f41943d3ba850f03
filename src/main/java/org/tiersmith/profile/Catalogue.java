package org.tiersmith.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Row;
import org.tiersmith.data.Tables;

/**
 * Customers and products by number, in the order of their ids.
 *
 * @param customerIds id of each customer
 * @param about free text about each customer
 * @param attributes what the other attributes of each customer say
 * @param products each product
 */
record Catalogue(
    List<String> customerIds,
    Map<String, Integer> customerIndex,
    List<String> about,
    List<String> attributes,
    List<Product> products,
    Map<String, Integer> productIndex) {

  /**
   * A product.
   *
   * @param words its categorical attributes
   * @param price NaN where unknown
   * @param cost NaN where unknown
   */
  record Product(
      String id,
      String title,
      String category,
      String brand,
      String description,
      String words,
      double price,
      double cost) {}

  static Catalogue read(Duck duck, Tables tables) {
    List<String> customerIds = new ArrayList<>();
    List<String> about = new ArrayList<>();
    List<String> attributes = new ArrayList<>();
    AttributeWords words = AttributeWords.ofCustomers(duck, tables.customers());
    duck.each(
        "SELECT customer_id"
            + words.select()
            + " FROM "
            + Duck.parquet(tables.customers())
            + " ORDER BY customer_id",
        row -> {
          customerIds.add(row.words(0));
          about.add(words.texts(row, 1));
          attributes.add(words.values(row, 1));
        });
    List<Product> products = new ArrayList<>();
    AttributeWords extra = AttributeWords.ofProducts(duck, tables.products());
    duck.each(
        "SELECT product_id, title, category, brand, description, price, cost"
            + extra.select()
            + " FROM "
            + Duck.parquet(tables.products())
            + " ORDER BY product_id",
        row -> products.add(product(row, extra.values(row, 7))));
    return new Catalogue(
        customerIds,
        index(customerIds),
        about,
        attributes,
        products,
        index(products.stream().map(Product::id).toList()));
  }

  /** The customer's number, or -1 where it is unknown. */
  int customer(String id) {
    return customerIndex.getOrDefault(id, -1);
  }

  /** The product's number, or -1 where it is unknown. */
  int product(String id) {
    return productIndex.getOrDefault(id, -1);
  }

  private static Product product(Row row, String words) {
    return new Product(
        row.words(0),
        row.words(1),
        row.words(2),
        row.words(3),
        row.words(4),
        words,
        row.number(5),
        row.number(6));
  }

  private static Map<String, Integer> index(List<String> ids) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      index.put(ids.get(i), i);
    }
    return index;
  }
}
