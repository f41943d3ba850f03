package org.tiersmith.data;

import java.util.List;

/**
 * DuckDB macros that read texts as numbers: plain ones first, which are most; then those with
 * thousands separators, decimal commas, currencies, percent signs, the negatives of accountants and
 * digits in full width. What a single comma or point before three digits means is decided for the
 * column as a whole, see {@link DecimalSign}; any other number has one meaning only.
 */
final class NumberMacros {
  private static final String SIGNS = "$€£¥￥₹元円圆₩₽₺฿₫₴₪";

  private static final String CODES =
      "usd|eur|gbp|cny|rmb|jpy|inr|chf|aud|cad|hkd|sgd|nzd|twd|krw|sek|nok|dkk|pln|czk|huf|ron|brl"
          + "|mxn|zar|rub|try|thb|idr|myr|php|vnd|aed|sar|ils|us|hk|nt|r|rs\\.?|kr\\.?|zł|kč|ft";

  private static final String SPACES = "\\s\\x{00a0}\\x{202f}\\x{2009}\\x{2007}";
  private static final int LONGEST = 60;

  static final List<String> ALL =
      List.of(
          """
          CREATE MACRO ts_finite(x) AS CASE WHEN isfinite(x) THEN x END\
          """,
          // ="00123" keeps a spreadsheet from taking digits for a number, as a leading ' does.
          """
          CREATE MACRO ts_unquoted(s) AS CASE
            WHEN starts_with(s, '="') AND ends_with(s, '"') AND length(s) > 3
              THEN substr(s, 3, length(s) - 3)
            WHEN starts_with(s, '''') AND substr(s, 2, 1) BETWEEN '0' AND '9' THEN substr(s, 2)
            ELSE s END\
          """,
          """
          CREATE MACRO ts_ascii(s) AS translate(s, '０１２３４５６７８９．，－−＋（）％＄：／',
            '0123456789.,--+()%$:/')\
          """,
          // Without currency signs; then without currency codes at the ends.
          String.format(
              """
              CREATE MACRO ts_unpriced(s) AS regexp_replace(
                regexp_replace(ts_ascii(ts_unquoted(s)), '[%1$s%%]', '', 'g'),
                '(?i)^[%2$s]*([(+-]*)[%2$s]*(?:%3$s)?[%2$s]*([(+-]*[0-9.,].*?)[%2$s]*(?:%3$s)?[%2$s]*$',
                '\\1\\2')\
              """,
              SIGNS, SPACES, CODES),
          // Without what divides thousands and is no decimal sign; with the minus in front.
          String.format(
              """
              CREATE MACRO ts_bare(s) AS regexp_replace(regexp_replace(
                regexp_replace(ts_unpriced(s), '[%1$s''’](\\d{3}\\b)', '\\1', 'g'),
                '^\\((.+)\\)$', '-\\1'), '^([^-].*)-$', '-\\1')\
              """,
              SPACES),
          """
          CREATE MACRO ts_written(t, comma) AS CASE
            WHEN regexp_full_match(t, '[+-]?\\d{1,3}(,\\d{2,3})*,\\d{3}(\\.\\d*|,\\d{3})')
              THEN try_cast(replace(t, ',', '') AS DOUBLE)
            WHEN regexp_full_match(t, '[+-]?\\d{1,3}(\\.\\d{3})+,\\d*')
              THEN try_cast(replace(replace(t, '.', ''), ',', '.') AS DOUBLE)
            WHEN regexp_full_match(t, '[+-]?\\d{1,3}(,\\d{2})+,\\d{3}')
              OR (regexp_full_match(t, '[+-]?[1-9]\\d{0,2},\\d{3}') AND NOT comma)
              THEN try_cast(replace(t, ',', '') AS DOUBLE)
            WHEN regexp_full_match(t, '[+-]?\\d{1,3}(\\.\\d{3}){2,}')
              OR (regexp_full_match(t, '[+-]?[1-9]\\d{0,2}\\.\\d{3}') AND comma)
              THEN try_cast(replace(t, '.', '') AS DOUBLE)
            WHEN regexp_full_match(t, '[+-]?\\d*,\\d+')
              THEN try_cast(replace(t, ',', '.') AS DOUBLE)
            WHEN regexp_full_match(t, '[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?')
              THEN try_cast(t AS DOUBLE)
            END\
          """,
          // A percentage is a hundredth. The list makes that the text is worked out once.
          String.format(
              """
              CREATE MACRO ts_odd_number(s, comma) AS CASE WHEN length(s) <= %d
                THEN list_transform([ts_bare(s)], lambda t: ts_written(t, comma))[1]
                  / CASE WHEN contains(s, '%%') OR contains(s, '％') THEN 100 ELSE 1 END END\
              """,
              LONGEST),
          """
          CREATE MACRO ts_number(s, comma) AS ts_finite(coalesce(
            CASE WHEN NOT comma THEN try_cast(s AS DOUBLE)
            WHEN NOT contains(s, '.') THEN try_cast(replace(s, ',', '.') AS DOUBLE) END,
            ts_odd_number(s, comma)))\
          """,
          // A discount as share or percent.
          """
          CREATE MACRO ts_share(s, percent, comma) AS ts_number(s, comma)
            / CASE WHEN percent AND NOT contains(s, '%') AND NOT contains(s, '％') THEN 100
              ELSE 1 END\
          """);

  private NumberMacros() {}
}
