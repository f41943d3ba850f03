package org.tiersmith.ui.customers;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.CustomerHistory.Happening;
import org.tiersmith.profile.CustomerHistory.Likely;
import org.tiersmith.profile.CustomerPortrait;
import org.tiersmith.profile.CustomerTraits;
import org.tiersmith.profile.Interest;
import org.tiersmith.profile.churn.ChurnFeature;
import org.tiersmith.profile.churn.RiskModel;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.profile.text.Keyword;
import org.tiersmith.service.CustomerPages;
import org.tiersmith.service.CustomerQuery;
import org.tiersmith.service.TextPreview;
import org.tiersmith.task.JobContext;

/** An invented customer. */
final class FakePerson implements PersonDesk {
  private static final String TEXT =
      "gold member, 25 to 34. bought: French press, grinder. searched: gooseneck kettle.";

  private static final List<Happening> EVENTS =
      IntStream.range(0, 240)
          .mapToObj(
              i ->
                  new Happening(
                      LocalDateTime.of(2026, 3, 20, 9, 30).minusHours(7L * i),
                      i % 3 == 0 ? "purchase" : "search",
                      i % 3 == 0 ? "陶瓷手冲咖啡壶 600 ml" : "gooseneck kettle",
                      i % 3 == 0 ? 1 + i % 2 : Double.NaN,
                      i % 3 == 0 ? 168 : Double.NaN,
                      i % 3 == 0 ? 0.1 : Double.NaN))
          .toList();

  @Override
  public CustomerPortrait portrait(String customerId) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("membership", "gold");
    attributes.put("age_band", "25-34");
    attributes.put("city", "杭州");
    return new CustomerPortrait(
        customerId,
        attributes,
        7,
        1_284.6,
        LocalDateTime.of(2025, 6, 1, 12, 0),
        LocalDateTime.of(2026, 3, 20, 9, 30),
        TEXT);
  }

  @Override
  public void prepare(CustomerQuery query, JobContext context) {}

  @Override
  public CustomerPages.Page customers(
      CustomerQuery query, long offset, int limit, JobContext context) {
    List<CustomerPages.Entry> all =
        FakeSegments.entries(query.scheme()).stream()
            .filter(each -> query.segment() == null || each.segment().equals(query.segment()))
            .filter(each -> each.customerId().contains(query.search()))
            .toList();
    return new CustomerPages.Page(all.stream().skip(offset).limit(limit).toList(), all.size());
  }

  @Override
  public SortedMap<String, Long> kinds(String customerId, JobContext context) {
    return new TreeMap<>(
        EVENTS.stream().collect(Collectors.groupingBy(Happening::type, Collectors.counting())));
  }

  @Override
  public List<Happening> history(
      String customerId, @Nullable String kind, long offset, int limit, JobContext context) {
    return EVENTS.stream()
        .filter(each -> kind == null || each.type().equals(kind))
        .skip(offset)
        .limit(limit)
        .toList();
  }

  @Override
  public CustomerTraits traits(String customerId, JobContext context) {
    return new CustomerTraits(
        new CustomerTraits.Scores(5, 4, 4),
        "Champions",
        12L,
        183.5,
        0.62,
        0.35,
        0.072,
        0.18,
        FakeSegments.CHURN,
        List.of(
            new RiskModel.Reason(ChurnFeature.RECENCY, 12, -0.9),
            new RiskModel.Reason(ChurnFeature.FREQUENCY, 7, -0.4),
            new RiskModel.Reason(ChurnFeature.OVERDUE, 1.4, 0.2)),
        "Winter",
        0.3,
        List.of(
            new Keyword("gooseneck kettle", 0.9),
            new Keyword("手冲咖啡壶", 0.7),
            new Keyword("grinder", 0.5),
            new Keyword("filter", 0.2)),
        List.of(
            new Interest("coffee grinder kettle", 0.7, 0.3),
            new Interest("tea matcha 茶具", 0.2, 0.3),
            new Interest("camping tent stove", 0.1, 0.4)),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Override
  public List<Likely> likely(String customerId, int most, JobContext context) {
    return customerId.endsWith("1")
        ? List.of()
        : List.of(
            new Likely("P-1", "陶瓷手冲咖啡壶 600 ml", 0.41),
            new Likely("P-2", "Noise-cancelling headset, black", 0.22),
            new Likely("P-3", "Cast-iron pan, 28 cm", 0.08));
  }

  @Override
  public TextPreview reads(String customerId, JobContext context) {
    return new TextPreview(TextSide.CUSTOMER, customerId, TEXT, 24);
  }
}
