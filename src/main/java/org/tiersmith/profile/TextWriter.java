package org.tiersmith.profile;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what the model reads of customers and products, in the language of the shop. */
final class TextWriter {
  private static final int CUSTOMER_WORDS = 60;
  private static final int ABOUT_WORDS = 36;
  private static final int ATTRIBUTE_WORDS = 24;
  private static final int TITLE_WORDS = 6;
  private static final int REVIEW_WORDS = 10;
  private static final int DESCRIPTION_WORDS = 25;
  private static final int SEARCHES = 3;
  private static final int TITLES = 4;
  private static final int REVIEWS = 1;
  private static final int CATEGORIES = 8;
  private static final int USUAL_FROM = 2;
  private static final int LOOK_BACK = 400;
  private static final String LOOSE_END = "[,;:，；：]+$";

  private final Catalogue catalogue;
  private final EventLog log;
  private final boolean chinese;

  TextWriter(Catalogue catalogue, EventLog log, LanguageGuess language) {
    this.catalogue = catalogue;
    this.log = log;
    this.chinese = language == LanguageGuess.CHINESE;
  }

  /** The customer as known before a day: attributes, then habits, then the latest doings. */
  String customer(int customer, int asOf) {
    Set<String> searches = new LinkedHashSet<>();
    Set<String> bought = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    Set<String> wrote = new LinkedHashSet<>();
    Map<String, Integer> purchases = new LinkedHashMap<>();
    int end = log.before(customer, asOf);
    int start = Math.max(log.from(customer), end - LOOK_BACK);
    for (int e = end - 1; e >= start; e--) {
      switch (log.kind(e)) {
        case SEARCH -> add(searches, log.text(e), SEARCHES, TITLE_WORDS);
        case PURCHASE -> {
          add(bought, title(e), TITLES, TITLE_WORDS);
          purchases.merge(category(e), 1, Integer::sum);
        }
        case CART, VIEW -> add(seen, title(e), TITLES, TITLE_WORDS);
        case REVIEW -> add(wrote, log.text(e), REVIEWS, REVIEW_WORDS);
        case OTHER -> {}
      }
    }
    seen.removeAll(bought);
    StringBuilder text = new StringBuilder();
    String about = catalogue.about().get(customer);
    sentence(text, Words.cut(about, ABOUT_WORDS));
    sentence(text, Words.cut(catalogue.attributes().get(customer), ATTRIBUTE_WORDS));
    if (about.isBlank()) {
      // Where it is known what customers say of themselves, that takes less room and tells more.
      say(text, chinese ? "常买" : "Often buys", usual(purchases));
    }
    say(text, chinese ? "搜索" : "Searched", searches);
    say(text, chinese ? "买过" : "Bought", bought);
    say(text, chinese ? "看过" : "Viewed", seen);
    say(text, chinese ? "评价" : "Wrote", wrote);
    return Words.cut(text.toString(), CUSTOMER_WORDS).replaceFirst(LOOSE_END, "");
  }

  /** The product, in a month of the year. */
  String product(int product, Month month) {
    Catalogue.Product p = catalogue.products().get(product);
    StringBuilder text = new StringBuilder();
    sentence(text, p.title().isEmpty() && p.category().isEmpty() ? p.id() : p.title());
    sentence(text, p.category());
    sentence(text, p.brand());
    sentence(text, Words.cut(p.description(), DESCRIPTION_WORDS));
    sentence(text, p.words());
    sentence(text, month(month));
    return text.toString();
  }

  private String month(Month month) {
    return chinese
        ? month.getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE)
        : "in " + month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  /** The categories bought most, the latest first among equals; once is not a habit. */
  private static Set<String> usual(Map<String, Integer> purchases) {
    return purchases.entrySet().stream()
        .filter(bought -> bought.getValue() >= USUAL_FROM && !bought.getKey().isBlank())
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(CATEGORIES)
        .map(bought -> Words.cut(bought.getKey(), TITLE_WORDS))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String category(int event) {
    int product = log.product(event);
    return product < 0 ? "" : catalogue.products().get(product).category();
  }

  private String title(int event) {
    int product = log.product(event);
    if (product < 0) {
      return "";
    }
    Catalogue.Product p = catalogue.products().get(product);
    return p.title().isEmpty() ? p.category() : p.title();
  }

  private static void add(Set<String> to, @Nullable String text, int most, int words) {
    if (text != null && !text.isBlank() && to.size() < most) {
      to.add(Words.cut(text, words).replaceFirst(LOOSE_END, ""));
    }
  }

  private void say(StringBuilder text, String label, Set<String> things) {
    if (!things.isEmpty()) {
      text.append(text.isEmpty() ? "" : " ").append(label).append(chinese ? "：" : ": ");
      text.append(String.join(chinese ? "；" : "; ", things)).append(chinese ? "。" : ".");
    }
  }

  private void sentence(StringBuilder text, String words) {
    if (!words.isBlank()) {
      text.append(text.isEmpty() ? "" : " ").append(words.strip());
      boolean ended = ".!?。！？".indexOf(text.charAt(text.length() - 1)) >= 0;
      text.append(ended ? "" : chinese ? "。" : ".");
    }
  }
}
