package org.tiersmith.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** DuckDB macros that read the texts of cells as values. */
final class Values {
  private static final Map<String, List<String>> TYPES =
      new TreeMap<>(
          Map.of(
              "view",
              List.of(
                  "view",
                  "views",
                  "viewed",
                  "pageview",
                  "page_view",
                  "click",
                  "pv",
                  "browse",
                  "product_view",
                  "view_item",
                  "detail",
                  "浏览",
                  "点击",
                  "查看"),
              "search",
              List.of("search", "searched", "query", "搜索", "检索"),
              "cart",
              List.of(
                  "cart",
                  "add_to_cart",
                  "addtocart",
                  "add-to-cart",
                  "basket",
                  "加购",
                  "加入购物车",
                  "购物车"),
              "purchase",
              List.of(
                  "purchase",
                  "purchased",
                  "purchases",
                  "buy",
                  "bought",
                  "order",
                  "transaction",
                  "sale",
                  "购买",
                  "下单",
                  "订单",
                  "成交"),
              "review",
              List.of("review", "reviewed", "comment", "评论", "评价"),
              "chat",
              List.of("chat", "message", "conversation", "客服", "咨询", "聊天"),
              "rating",
              List.of("rating", "rated", "rate", "stars", "评分", "打分"),
              "redemption",
              List.of("redemption", "redeem", "redeemed", "coupon_redemption", "核销", "用券"),
              "exposure",
              List.of("exposure", "exposed", "impression", "offer", "shown", "曝光", "展示")));

  private static final List<String> MACROS =
      List.of(
          // What an expression gave: not a number is no value.
          """
          CREATE MACRO ts_computed(s) AS CASE
            WHEN s NOT IN ('nan', '-nan', 'inf', '-inf') THEN nullif(trim(s), '') END\
          """,
          // Ids that a program took for numbers: 17850.0, 9e+05.
          """
          CREATE MACRO ts_id(s) AS CASE
            WHEN starts_with(s, '="') THEN ts_unquoted(s)
            WHEN ends_with(s, '.0') AND try_cast(left(s, length(s) - 2) AS UBIGINT) IS NOT NULL
              THEN left(s, length(s) - 2)
            WHEN contains(s, '+') AND regexp_full_match(s, '\\d+(\\.\\d+)?[eE]\\+\\d{1,2}')
              THEN coalesce(try_cast(try_cast(s AS DOUBLE) AS HUGEINT)::VARCHAR, s)
            ELSE s END\
          """,
          """
          CREATE MACRO ts_flag(s) AS CASE
            WHEN lower(s) IN ('1', 'true', 't', 'yes', 'y', '1.0', '是', '有') THEN true
            WHEN lower(s) IN ('0', 'false', 'f', 'no', 'n', '0.0', '否', '无') THEN false END\
          """);

  private Values() {}

  static void define(Duck duck) {
    NumberMacros.ALL.forEach(duck::run);
    TimeMacros.ALL.forEach(duck::run);
    MACROS.forEach(duck::run);
    StringBuilder types = new StringBuilder("CREATE MACRO ts_type(s) AS CASE");
    TYPES.forEach(
        (type, words) -> {
          String list = String.join(", ", words.stream().map(Duck::text).toList());
          types
              .append(" WHEN lower(s) IN (")
              .append(list)
              .append(") THEN ")
              .append(Duck.text(type));
        });
    duck.run(types + " END");
  }

  /** The kind of event that a word names, or null. */
  static @Nullable String typeOf(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return TYPES.entrySet().stream()
        .filter(type -> type.getValue().contains(lower))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** The kinds of events, for a person. */
  static String typeNames() {
    return String.join(", ", TYPES.keySet());
  }
}
