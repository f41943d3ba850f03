package org.tiersmith.sample;

/**
 * A product of the shop.
 *
 * @param priceCents usual list price in hundredths of the currency
 * @param costCents what the shop pays for it
 * @param type what it is, such as "Espresso Machine"
 * @param variant size or colour
 * @param model the maker's name for it
 * @param feature one sentence without its full stop
 */
record ShopProduct(
    String id,
    Department department,
    String brand,
    String title,
    String description,
    long priceCents,
    long costCents,
    String type,
    String variant,
    String model,
    String feature) {

  /** Fills the product's words into a pattern such as {@code {brand} {type}}. */
  String fill(String pattern) {
    return pattern
        .replace("{brand}", brand)
        .replace("{model}", model)
        .replace("{type}", type)
        .replace("{variant}", variant)
        .replace("{feature}", feature);
  }
}
