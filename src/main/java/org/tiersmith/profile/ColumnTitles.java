package org.tiersmith.profile;

import java.util.Map;
import org.tiersmith.model.Text;

/** What the columns of portraits are called for a person; the data's own stay as they are. */
final class ColumnTitles {
  private static final Map<String, Text> KNOWN =
      Map.ofEntries(
          Map.entry("recency_days", Text.of("column.recency-days", "Days since last purchase")),
          Map.entry("orders", Text.of("column.orders", "Orders")),
          Map.entry("revenue", Text.of("column.revenue", "Revenue")),
          Map.entry("margin", Text.of("column.margin", "Margin")),
          Map.entry("basket", Text.of("column.basket", "Mean order value")),
          Map.entry("events", Text.of("column.events", "Events")),
          Map.entry("views", Text.of("column.views", "Views")),
          Map.entry("tenure_days", Text.of("column.tenure-days", "Days since first seen")),
          Map.entry("first_seen", Text.of("column.first-seen", "First seen")),
          Map.entry("last_seen", Text.of("column.last-seen", "Last seen")),
          Map.entry("r", Text.of("column.r", "Recency score (1-5)")),
          Map.entry("f", Text.of("column.f", "Frequency score (1-5)")),
          Map.entry("m", Text.of("column.m", "Monetary score (1-5)")),
          Map.entry("rfm", Text.of("column.rfm", "RFM cell")),
          Map.entry("price_level", Text.of("column.price-level", "Price level (0-1)")),
          Map.entry(
              "discount_affinity", Text.of("column.discount-affinity", "Discount affinity (0-1)")),
          Map.entry("mean_discount", Text.of("column.mean-discount", "Mean discount")),
          Map.entry("top_category", Text.of("column.top-category", "Favourite category")),
          Map.entry(
              "category_share", Text.of("column.category-share", "Share of favourite category")),
          Map.entry("top_brand", Text.of("column.top-brand", "Favourite brand")),
          Map.entry("brand_share", Text.of("column.brand-share", "Share of favourite brand")),
          Map.entry("season", Text.of("column.season", "Season")),
          Map.entry("season_strength", Text.of("column.season-strength", "Season strength (0-1)")),
          Map.entry("churn_risk", Text.of("column.churn-risk", "Churn risk (0-1)")),
          Map.entry("topic", Text.of("column.topic", "Topic")),
          Map.entry("topic_share", Text.of("column.topic-share", "Share of topic")),
          Map.entry("keywords", Text.of("column.keywords", "Keywords")));

  private ColumnTitles() {}

  static Text of(String column) {
    return KNOWN.getOrDefault(column, Text.of("name.as-is", "{0}", column));
  }
}
