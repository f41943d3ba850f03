package org.tiersmith.sample;

import java.util.Locale;
import java.util.regex.Pattern;

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

  /** A capital that begins an ordinary word: the first of "Red", none of "USB". */
  private static final Pattern CAPITAL = Pattern.compile("\\b\\p{Lu}(?=\\p{Ll})");

  /** Fills the product's words into a running text such as {@code a good {type} by {brand}}. */
  String fill(String pattern) {
    return pattern
        .replace("{brand}", brand)
        .replace("{model}", model)
        .replace("{type}", typeInText())
        .replace("{variant}", variant)
        .replace("{feature}", feature);
  }

  /** The type as it stands within a sentence: without capitals, but for abbreviations. */
  private String typeInText() {
    return CAPITAL.matcher(type).replaceAll(match -> match.group().toLowerCase(Locale.ROOT));
  }
}
