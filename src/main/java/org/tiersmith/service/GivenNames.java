package org.tiersmith.service;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * The names that the program itself gives to segments, scenarios and events. They are kept in
 * English, in the project as in plan.csv, so that the same plan reads the same everywhere; a window
 * shows them in its language. A name that a person or the data gave stays as it is.
 */
public final class GivenNames {
  private static final Map<String, Text> SEGMENTS =
      byEnglish(
          Text.of("segment.champions", "Champions"),
          Text.of("segment.loyal", "Loyal Customers"),
          Text.of("segment.potential", "Potential Loyalists"),
          Text.of("segment.new", "New Customers"),
          Text.of("segment.promising", "Promising"),
          Text.of("segment.needs-attention", "Needs Attention"),
          Text.of("segment.about-to-sleep", "About To Sleep"),
          Text.of("segment.at-risk", "At Risk"),
          Text.of("segment.cant-lose", "Can''t Lose Them"),
          Text.of("segment.hibernating", "Hibernating"),
          Text.of("segment.lost", "Lost"),
          Text.of("segment.no-purchase", "No purchase yet"),
          Text.of("segment.other", "other"));

  /** Of what the names of clusters are made. */
  private static final Map<String, Text> TRAITS =
      byEnglish(
          Text.of("trait.lapsed", "lapsed"),
          Text.of("trait.recent", "recent"),
          Text.of("trait.frequent", "frequent"),
          Text.of("trait.rare", "rare"),
          Text.of("trait.big-spenders", "big spenders"),
          Text.of("trait.small-spenders", "small spenders"),
          Text.of("trait.large-baskets", "large baskets"),
          Text.of("trait.small-baskets", "small baskets"),
          Text.of("trait.discount", "buy at discount"),
          Text.of("trait.full-price", "pay full price"),
          Text.of("trait.premium", "premium products"),
          Text.of("trait.low-priced", "low-priced products"),
          Text.of("trait.average", "average"));

  private static final String BETWEEN_TRAITS = ", ";

  private static final Map<String, Text> SEASONS =
      byEnglish(
          Text.of("season.winter", "Winter"),
          Text.of("season.spring", "Spring"),
          Text.of("season.summer", "Summer"),
          Text.of("season.autumn", "Autumn"));

  private static final Map<String, Text> EVENTS =
      byEnglish(
          Text.of("event.view", "view"),
          Text.of("event.search", "search"),
          Text.of("event.cart", "cart"),
          Text.of("event.purchase", "purchase"),
          Text.of("event.review", "review"),
          Text.of("event.chat", "chat"),
          Text.of("event.rating", "rating"),
          Text.of("event.redemption", "redemption"),
          Text.of("event.exposure", "exposure"));

  /** A default name's argument is the number that makes it one of its own, if it needs one. */
  private static final Map<String, Text> SCENARIOS =
      byEnglish(
          Text.of("scenario.classic", "Classic{0}", ""),
          Text.of("scenario.target", "Target{0}", ""),
          Text.of("scenario.similarity", "Similarity{0}", ""),
          Text.of("scenario.fixed", "Fixed{0}", ""),
          Text.of("scenario.segment", "By segment{0}", ""),
          Text.of("scenario.profit", "Profit{0}", ""),
          Text.of("scenario.budget", "Budget{0}", ""));

  private static final Pattern NUMBERED = Pattern.compile("(.*?)( \\d+)?");

  private GivenNames() {}

  /**
   * A segment's name: one of the RFM cells, the rest, a cluster's traits, or a value of the data.
   */
  public static Text segment(String name) {
    int first = name.indexOf(BETWEEN_TRAITS);
    @Nullable Text trait = first < 0 ? null : TRAITS.get(name.substring(0, first));
    if (trait != null) {
      String others = name.substring(first + BETWEEN_TRAITS.length());
      return Text.of("trait.joined", "{0}, {1}", trait, segment(others));
    }
    return SEGMENTS.getOrDefault(name, TRAITS.getOrDefault(name, asIs(name)));
  }

  /** A season of the year, as the portraits hold it. */
  public static Text season(String name) {
    return SEASONS.getOrDefault(name, asIs(name));
  }

  /** A kind of event, as the events table holds it. */
  public static Text event(String type) {
    return EVENTS.getOrDefault(type, asIs(type));
  }

  /** The kinds of event that the program names itself, as the events table holds them. */
  public static Set<String> eventTypes() {
    return EVENTS.keySet();
  }

  /** A scenario's or plan's name: a default one, numbered or not, or one that a person typed. */
  public static Text scenario(String name) {
    Matcher numbered = NUMBERED.matcher(name);
    if (!numbered.matches() || !SCENARIOS.containsKey(numbered.group(1))) {
      return asIs(name);
    }
    Text plain = SCENARIOS.get(numbered.group(1));
    String number = numbered.group(2) == null ? "" : numbered.group(2);
    return new Text(plain.key(), plain.pattern(), List.of(number));
  }

  private static Text asIs(String name) {
    return Text.of("name.as-is", "{0}", name);
  }

  private static Map<String, Text> byEnglish(Text... names) {
    return Stream.of(names).collect(Collectors.toMap(Text::english, Function.identity()));
  }
}
