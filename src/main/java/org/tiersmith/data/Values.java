package org.tiersmith.data;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
          // Numbers: plain, with thousands separators, with decimal comma, with currency signs.
          """
          CREATE MACRO ts_finite(x) AS CASE WHEN isfinite(x) THEN x END\
          """,
          """
          CREATE MACRO ts_bare(s) AS regexp_replace(s, '[\\s\\x{00a0}$€£¥￥元'']', '', 'g')\
          """,
          """
          CREATE MACRO ts_written(t, comma) AS CASE
            WHEN regexp_full_match(t, '[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?')
                 AND NOT (comma AND NOT contains(t, '.'))
              THEN try_cast(replace(t, ',', '') AS DOUBLE)
            WHEN regexp_full_match(t, '[+-]?(\\d{1,3}(\\.\\d{3})+|\\d+),\\d+')
              THEN try_cast(replace(replace(t, '.', ''), ',', '.') AS DOUBLE)
            WHEN regexp_full_match(t, '[+-]?\\d{1,3}(\\.\\d{3})+') AND comma
              THEN try_cast(replace(t, '.', '') AS DOUBLE)
            WHEN regexp_full_match(t, '[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?')
              THEN try_cast(t AS DOUBLE)
            END\
          """,
          """
          CREATE MACRO ts_may_count(s) AS left(s, 1) BETWEEN '0' AND '9'
            OR left(s, 1) IN ('+', '-', '.', '$', '€', '£', '¥', '￥')\
          """,
          """
          CREATE MACRO ts_number(s, comma) AS ts_finite(
            CASE WHEN comma THEN ts_written(ts_bare(s), true)
            ELSE coalesce(try_cast(s AS DOUBLE), ts_written(ts_bare(s), false)) END)\
          """,
          // What an expression gave: not a number is no value.
          """
          CREATE MACRO ts_computed(s) AS CASE
            WHEN s NOT IN ('nan', '-nan', 'inf', '-inf') THEN nullif(trim(s), '') END\
          """,
          // Ids that a program took for numbers: 17850.0, 9e+05.
          """
          CREATE MACRO ts_id(s) AS CASE
            WHEN ends_with(s, '.0') AND try_cast(left(s, length(s) - 2) AS UBIGINT) IS NOT NULL
              THEN left(s, length(s) - 2)
            WHEN contains(s, '+') AND regexp_full_match(s, '\\d+(\\.\\d+)?[eE]\\+\\d{1,2}')
              THEN CAST(CAST(try_cast(s AS DOUBLE) AS HUGEINT) AS VARCHAR)
            ELSE s END\
          """,
          """
          CREATE MACRO ts_flag(s) AS CASE
            WHEN lower(s) IN ('1', 'true', 't', 'yes', 'y', '1.0', '是', '有') THEN true
            WHEN lower(s) IN ('0', 'false', 'f', 'no', 'n', '0.0', '否', '无') THEN false END\
          """,
          // A discount as share or percent.
          """
          CREATE MACRO ts_share(s, percent, comma) AS CASE
            WHEN contains(s, '%') OR contains(s, '％')
              THEN ts_number(replace(replace(s, '%', ''), '％', ''), comma) / 100
            WHEN percent THEN ts_number(s, comma) / 100
            ELSE ts_number(s, comma) END\
          """,
          """
          CREATE MACRO ts_epoch(s) AS CASE
            WHEN regexp_full_match(s, '\\d{9,10}(\\.\\d+)?')
              THEN make_timestamp(CAST(try_cast(s AS DOUBLE) * 1000000 AS BIGINT))
            WHEN regexp_full_match(s, '\\d{12,13}')
              THEN make_timestamp(try_cast(s AS BIGINT) * 1000)
            WHEN regexp_full_match(s, '\\d{8}') THEN try_strptime(s, '%Y%m%d')
            WHEN regexp_full_match(s, '\\d{14}') THEN try_strptime(s, '%Y%m%d%H%M%S') END\
          """,
          """
          CREATE MACRO ts_dmy(t) AS try_strptime(t, ['%d/%m/%Y', '%d/%m/%Y %H:%M',
            '%d/%m/%Y %H:%M:%S', '%d/%m/%y', '%d/%m/%y %H:%M', '%d/%m/%y %H:%M:%S',
            '%d/%m/%Y %I:%M %p', '%d/%m/%Y %I:%M:%S %p'])\
          """,
          """
          CREATE MACRO ts_mdy(t) AS try_strptime(t, ['%m/%d/%Y', '%m/%d/%Y %H:%M',
            '%m/%d/%Y %H:%M:%S', '%m/%d/%y', '%m/%d/%y %H:%M', '%m/%d/%y %H:%M:%S',
            '%m/%d/%Y %I:%M %p', '%m/%d/%Y %I:%M:%S %p'])\
          """,
          """
          CREATE MACRO ts_slashed(t, day_first) AS CASE WHEN day_first
            THEN coalesce(ts_dmy(t), ts_mdy(t)) ELSE coalesce(ts_mdy(t), ts_dmy(t)) END\
          """,
          """
          CREATE MACRO ts_worded(s) AS try_strptime(s, ['%d %b %Y', '%d %B %Y', '%b %d, %Y',
            '%B %d, %Y', '%d-%b-%Y', '%d-%b-%y', '%d %b %Y %H:%M', '%d %b %Y %H:%M:%S',
            '%b %d, %Y %H:%M', '%a, %d %b %Y %H:%M:%S', '%Y年%m月%d日', '%Y年%m月%d日 %H:%M',
            '%Y年%m月%d日 %H:%M:%S', '%Y.%m.%d', '%Y.%m.%d %H:%M:%S', '%Y-%m-%d %I:%M:%S %p'])\
          """,
          """
          CREATE MACRO ts_sane(t) AS CASE WHEN year(t) BETWEEN 1900 AND 2200 THEN t END\
          """,
          """
          CREATE MACRO ts_time(s, day_first) AS ts_sane(coalesce(
            CASE WHEN left(s, 1) BETWEEN '0' AND '9' THEN try_cast(s AS TIMESTAMP) END,
            CASE WHEN regexp_full_match(s, '\\d+(\\.\\d+)?') THEN ts_epoch(s)
            WHEN regexp_full_match(s, '\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}\\b.*')
              THEN ts_slashed(regexp_replace(s, '^(\\d+)[./-](\\d+)[./-]', '\\1/\\2/'),
                day_first OR regexp_full_match(s, '\\d+\\.\\d+\\..*'))
            ELSE ts_worded(s) END))\
          """);

  private Values() {}

  static void define(Duck duck) {
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

  /** The kinds of events, for a person. */
  static String typeNames() {
    return String.join(", ", TYPES.keySet());
  }
}
