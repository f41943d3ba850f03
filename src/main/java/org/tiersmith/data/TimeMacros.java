package org.tiersmith.data;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * DuckDB macros that read texts as points in time: ISO 8601 first, which is most; then digits
 * alone, dates that begin with the year, dates with slashes, dates with names of months. What a
 * column as a whole decides is handed in, see {@link TimeStyle}. Times are wall times; one with an
 * offset from UTC (or with Z) becomes the wall time of UTC.
 */
final class TimeMacros {
  private static final List<String> CLOCKS =
      List.of("", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p");

  private static final String MONTHS = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";

  static final List<String> ALL =
      List.of(
          """
          CREATE MACRO ts_sane(t) AS CASE WHEN year(t) BETWEEN 1900 AND 2200 THEN t END\
          """,
          """
          CREATE MACRO ts_zoned(s) AS contains(s, ':')
            AND (NOT right(s, 1) BETWEEN '0' AND '9' OR contains(right(s, 6), '+')
              OR contains(right(s, 6), '-'))
            AND regexp_matches(s,
              ':\\d{2}.*(Z|\\b[A-Z]{3,4}|[A-Z][a-z]+/[A-Za-z_]+|[+-]\\d{2}(:?\\d{2})?)$')\
          """,
          // Without the second digit 1/1/24 would be a day of the year 1.
          """
          CREATE MACRO ts_iso(s) AS CASE
            WHEN NOT left(s, 1) BETWEEN '0' AND '9' OR NOT substr(s, 2, 1) BETWEEN '0' AND '9'
              OR NOT substr(s, 3, 1) BETWEEN '0' AND '9' THEN NULL
            WHEN ts_zoned(s) THEN timezone('UTC',
              try_cast(regexp_replace(s, '\\s+([+-])', '\\1') AS TIMESTAMPTZ))
            WHEN right(s, 1) BETWEEN '0' AND '9' THEN try_cast(s AS TIMESTAMP) END\
          """,
          // Seconds, milli-, micro- or nanoseconds since 1970, days since 1899, or a packed date.
          """
          CREATE MACRO ts_digits(s, digits) AS CASE
            WHEN regexp_full_match(s, '\\d{5}(\\.\\d+)?') THEN CASE WHEN digits = 'serial'
              THEN make_timestamp(CAST(round((try_cast(s AS DOUBLE) - 25569) * 86400) AS BIGINT)
                * 1000000) END
            WHEN regexp_full_match(s, '\\d{8}(\\.0)?') THEN try_strptime(left(s, 8), '%Y%m%d')
            WHEN regexp_full_match(s, '\\d{14}(\\.0)?')
              THEN try_strptime(left(s, 14), '%Y%m%d%H%M%S')
            WHEN regexp_full_match(s, '\\d{10}|\\d{12}') AND digits = 'packed'
              THEN try_strptime(s || left('0000', 14 - length(s)), '%Y%m%d%H%M%S')
            WHEN regexp_full_match(s, '\\d{9,10}(\\.\\d+)?')
              THEN make_timestamp(CAST(try_cast(s AS DOUBLE) * 1000000 AS BIGINT))
            WHEN regexp_full_match(s, '\\d{12,13}(\\.0)?')
              THEN make_timestamp(try_cast(replace(s, '.0', '') AS BIGINT) * 1000)
            WHEN regexp_full_match(s, '\\d{15,16}') THEN make_timestamp(try_cast(s AS BIGINT))
            WHEN regexp_full_match(s, '\\d{18,19}')
              THEN make_timestamp(try_cast(s AS BIGINT) // 1000)
            END\
          """,
          // 2019年1月5日 下午3:04, 2019.1.5, 2019-01-05 3:04 PM as 2019/1/5 3:04 PM.
          """
          CREATE MACRO ts_year_first_text(s) AS upper(rtrim(regexp_replace(regexp_replace(
            regexp_replace(regexp_replace(s,
              '^(\\d{4})\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})[日号T]?\\s*', '\\1/\\2/\\3 '),
              '(\\d{1,2})[时時點点](\\d{1,2})分?(?:(\\d{1,2})秒)?', '\\1:\\2:\\3'),
              '(?:上午|凌晨|早上|午前)\\s*([\\d:]+)', '\\1 AM'),
              '(?:下午|晚上|中午|傍晚|午後)\\s*([\\d:]+)', '\\1 PM'), ': '))\
          """,
          """
          CREATE MACRO ts_year_first_parsed(t) AS coalesce(
            CASE WHEN right(t, 1) BETWEEN '0' AND '9' THEN try_cast(t AS TIMESTAMP) END,
            try_strptime(regexp_replace(t, ':? ([AP])\\.?M\\.?$', ' \\1M'),
              ['%Y/%m/%d %I:%M %p', '%Y/%m/%d %I:%M:%S %p']),
            try_cast(regexp_replace(t, ':? PM$', '') AS TIMESTAMP))\
          """,
          """
          CREATE MACRO ts_year_first(s) AS
            list_transform([ts_year_first_text(s)], lambda t: ts_year_first_parsed(t))[1]\
          """,
          slashed("ts_dmy", "%d/%m/"),
          slashed("ts_mdy", "%m/%d/"),
          """
          CREATE MACRO ts_slashed_text(s) AS upper(regexp_replace(regexp_replace(regexp_replace(s,
            '^(\\d+)[./-](\\d+)[./-](\\d+)[,T]?\\s*', '\\1/\\2/\\3 '),
            '(:\\d{2})[.,]\\d+', '\\1'), '(?i)\\s*([ap])\\.?\\s?m\\.?\\s*$', ' \\1M'))\
          """,
          """
          CREATE MACRO ts_slashed(t, day_first) AS CASE WHEN day_first
            THEN coalesce(ts_dmy(t), ts_mdy(t)) ELSE coalesce(ts_mdy(t), ts_dmy(t)) END\
          """,
          // Sat, 5th January 2019, 3:04 p.m. as 5 JAN 2019 3:04 PM.
          String.format(
              """
              CREATE MACRO ts_worded_text(s) AS upper(trim(regexp_replace(regexp_replace(
                regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(s,
                '(?i)^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+', ''),
                '(?i)(\\d)(st|nd|rd|th)\\b', '\\1'),
                '(:\\d{2})[.,]\\d+', '\\1'),
                '(?i)\\s*([ap])\\.?m\\.?$', ' \\1m'),
                '(?i)\\b(Z|UTC|GMT)\\b|[,/.]|([a-z\\d])-|\\bat\\b', '\\2 ', 'g'),
                '(?i)%s[a-z]*', ' \\1 '), '\\s+', ' ', 'g')))\
              """,
              MONTHS),
          String.format(
              """
              CREATE MACRO ts_worded_parsed(t) AS CASE
                WHEN regexp_matches(t, ' [+-]\\d{4}$')
                  THEN timezone('UTC', try_strptime(t, '%%d %%b %%Y %%H:%%M:%%S %%z'))
                WHEN regexp_matches(t, '\\b\\d{4}\\b') THEN try_strptime(t, [%s])
                ELSE try_strptime(t, [%s]) END\
              """,
              forms(List.of("%d %b %Y", "%b %d %Y", "%Y %b %d")) + ", '%b %d %H:%M:%S %Y'",
              forms(List.of("%d %b %y", "%b %d %y"))),
          """
          CREATE MACRO ts_worded(s) AS CASE WHEN length(s) <= 60
            THEN list_transform([ts_worded_text(s)], lambda t: ts_worded_parsed(t))[1] END\
          """,
          """
          CREATE MACRO ts_odd_time(s, day_first, digits) AS CASE
            WHEN regexp_full_match(s, '\\d+(\\.\\d+)?') THEN ts_digits(s, digits)
            WHEN regexp_full_match(s, '\\d{8}[T ]\\d{6}Z?')
              THEN try_strptime(left(s, 8) || substr(s, 10, 6), '%Y%m%d%H%M%S')
            WHEN regexp_full_match(s, '\\d{8}[T ]\\d{1,2}:.*') THEN try_cast(
              left(s, 4) || '-' || substr(s, 5, 2) || '-' || substr(s, 7) AS TIMESTAMP)
            WHEN regexp_full_match(s, '\\d{4}\\s*[年./-].*') THEN ts_year_first(s)
            WHEN regexp_full_match(s, '\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}(\\d{2})?(\\D.*)?')
              THEN list_transform([trim(ts_slashed_text(s))], lambda t: ts_slashed(t, day_first))[1]
            WHEN regexp_matches(s, '\\d') THEN ts_worded(s) END\
          """,
          """
          CREATE MACRO ts_time(s, day_first, digits) AS ts_sane(coalesce(ts_iso(s),
            list_transform([ts_ascii(ts_unquoted(s))],
              lambda x: ts_odd_time(x, day_first, digits))[1]))\
          """);

  private TimeMacros() {}

  /** Dates with slashes in one order, whose years have four digits or two. */
  private static String slashed(String name, String order) {
    return String.format(
        "CREATE MACRO %s(t) AS CASE WHEN regexp_matches(t, '^\\d+/\\d+/\\d{4}\\b')"
            + " THEN try_strptime(t, [%s]) ELSE try_strptime(t, [%s]) END",
        name, forms(List.of(order + "%Y")), forms(List.of(order + "%y")));
  }

  private static String forms(List<String> days) {
    return days.stream()
        .flatMap(day -> CLOCKS.stream().map(clock -> day + clock))
        .flatMap(Stream::of)
        .map(Duck::text)
        .collect(Collectors.joining(", "));
  }
}
