package org.tiersmith.profile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.EventLog.Kind;
import org.tiersmith.profile.template.Placeholder;
import org.tiersmith.profile.template.Slot;
import org.tiersmith.profile.template.TextTemplate;
import org.tiersmith.profile.template.Words;

/** What the placeholders of a customer's text say, as known before a day. */
final class CustomerWords {
  private static final int USUAL_FROM = 2;
  private static final int LOOK_BACK = 400;

  private final TextTemplate template;
  private final Catalogue catalogue;
  private final NamedColumns columns;
  private final EventLog log;
  private final PriceLevels levels;
  private final Keywords keywords;
  private final RfmAsOf rfm;

  CustomerWords(
      TextTemplate template,
      Catalogue catalogue,
      NamedColumns columns,
      EventLog log,
      CategoryPrices prices) {
    this.template = template;
    this.catalogue = catalogue;
    this.columns = columns;
    this.log = log;
    this.levels = new PriceLevels(log, prices, template.chinese());
    this.keywords = new Keywords(catalogue, log);
    this.rfm = new RfmAsOf(log, catalogue.customerIds().size(), template.chinese());
  }

  /** The values of a customer; null where there is nothing to say. */
  Function<Slot, @Nullable String> of(int customer, int asOf) {
    int end = log.before(customer, asOf);
    Span span = new Span(Math.max(log.from(customer), end - LOOK_BACK), end);
    return slot ->
        switch (slot.placeholder()) {
          case ABOUT -> said(catalogue.about().get(customer), slot);
          case CUSTOMER_ATTRIBUTES -> said(catalogue.attributes().get(customer), slot);
          case CUSTOMER_ATTRIBUTE -> said(columns.value(slot.column(), customer), slot);
          case PRICE_LEVEL -> levels.of(span.from, span.to, asOf);
          case RFM -> rfm.name(customer, asOf);
          default -> joined(list(slot, span));
        };
  }

  /**
   * The latest events.
   *
   * @param from first of them
   * @param to one behind the last
   */
  private record Span(int from, int to) {}

  private Set<String> list(Slot slot, Span span) {
    return switch (slot.placeholder()) {
      case SEARCHED -> latest(slot, span, Set.of(Kind.SEARCH), log::text);
      case WROTE -> latest(slot, span, Set.of(Kind.REVIEW), log::text);
      case CHAT -> latest(slot, span, Set.of(Kind.CHAT), log::text);
      case BOUGHT -> latest(slot, span, Set.of(Kind.PURCHASE), this::title);
      case VIEWED -> viewed(slot, span);
      case USUAL_CATEGORIES -> usual(slot, span, Catalogue.Product::category);
      case USUAL_BRANDS -> usual(slot, span, Catalogue.Product::brand);
      case KEYWORDS -> keywords.of(span.from, span.to, slot.count());
      default -> throw new IllegalArgumentException("not a customer's list: " + slot);
    };
  }

  private Set<String> viewed(Slot slot, Span span) {
    Set<String> viewed = latest(slot, span, Set.of(Kind.VIEW, Kind.CART), this::title);
    for (Slot bought : template.slots(Placeholder.BOUGHT)) {
      viewed.removeAll(list(bought, span));
    }
    return viewed;
  }

  private Set<String> latest(Slot slot, Span span, Set<Kind> kinds, EventText words) {
    Set<String> latest = new LinkedHashSet<>();
    for (int e = span.to - 1; e >= span.from && latest.size() < slot.count(); e--) {
      String said = kinds.contains(log.kind(e)) ? words.of(e) : null;
      if (said != null && !said.isBlank()) {
        latest.add(Words.cutTidily(said, slot.words()));
      }
    }
    return latest;
  }

  /** What an event says. */
  private interface EventText {
    @Nullable String of(int event);
  }

  /** What was bought most, the latest first among equals; once is not a habit. */
  private Set<String> usual(Slot slot, Span span, Function<Catalogue.Product, String> of) {
    Map<String, Integer> purchases = new LinkedHashMap<>();
    for (int e = span.to - 1; e >= span.from; e--) {
      if (log.kind(e) == Kind.PURCHASE) {
        int product = log.product(e);
        purchases.merge(
            product < 0 ? "" : of.apply(catalogue.products().get(product)), 1, Integer::sum);
      }
    }
    return purchases.entrySet().stream()
        .filter(bought -> bought.getValue() >= USUAL_FROM && !bought.getKey().isBlank())
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(slot.count())
        .map(bought -> Words.cut(bought.getKey(), slot.words()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String title(int event) {
    int product = log.product(event);
    if (product < 0) {
      return "";
    }
    Catalogue.Product p = catalogue.products().get(product);
    return p.title().isEmpty() ? p.category() : p.title();
  }

  private @Nullable String joined(Set<String> things) {
    return things.isEmpty() ? null : String.join(template.chinese() ? "；" : "; ", things);
  }

  private static @Nullable String said(String words, Slot slot) {
    String cut = Words.cut(words, slot.words());
    return cut.isBlank() ? null : cut;
  }
}
