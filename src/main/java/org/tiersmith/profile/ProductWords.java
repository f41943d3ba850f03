package org.tiersmith.profile;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.template.Slot;
import org.tiersmith.profile.template.TextTemplate;
import org.tiersmith.profile.template.Words;

/** What the placeholders of a product's text say, as known before a day. */
final class ProductWords {
  private static final List<String> SEASONS = List.of("winter", "spring", "summer", "autumn");
  private static final List<String> CHINESE_SEASONS = List.of("冬季", "春季", "夏季", "秋季");

  private final TextTemplate template;
  private final Catalogue catalogue;
  private final NamedColumns columns;
  private final ProductLog log;
  private final CategoryPrices prices;

  ProductWords(
      TextTemplate template,
      Catalogue catalogue,
      NamedColumns columns,
      ProductLog log,
      CategoryPrices prices) {
    this.template = template;
    this.catalogue = catalogue;
    this.columns = columns;
    this.log = log;
    this.prices = prices;
  }

  /** The value of a placeholder in the month of a date; null where there is nothing to say. */
  @Nullable String value(Slot slot, int product, int asOf, LocalDate date) {
    Catalogue.Product p = catalogue.products().get(product);
    String words =
        switch (slot.placeholder()) {
          case TITLE -> p.title().isEmpty() && p.category().isEmpty() ? p.id() : p.title();
          case CATEGORY -> p.category();
          case BRAND -> p.brand();
          case DESCRIPTION -> p.description();
          case PRODUCT_ATTRIBUTES -> p.words();
          case PRODUCT_ATTRIBUTE -> columns.value(slot.column(), product);
          case PRICE_BAND -> PriceLevels.band(price(product, asOf), usual(product, date), template);
          case MONTH -> month(date.getMonth());
          case SEASON -> season(date.getMonth());
          default -> throw new IllegalArgumentException("not of a product: " + slot);
        };
    String cut = Words.cut(words, slot.words());
    return cut.isBlank() ? null : cut;
  }

  private double price(int product, int asOf) {
    double listed = log.listPrice(product, asOf);
    return listed > 0 ? listed : catalogue.products().get(product).price();
  }

  private double usual(int product, LocalDate date) {
    return prices.usual(product, (int) date.toEpochDay());
  }

  private String month(Month month) {
    return month.getDisplayName(
        TextStyle.FULL, template.chinese() ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
  }

  /** The meteorological season: winter begins in December. */
  private String season(Month month) {
    return (template.chinese() ? CHINESE_SEASONS : SEASONS).get(month.getValue() % 12 / 3);
  }
}
