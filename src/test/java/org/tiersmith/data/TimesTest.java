package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.task.JobContext;

/** Dates and times as people, shops and spreadsheets of many countries write them. */
class TimesTest {
  private static Duck duck;

  @BeforeAll
  static void open() {
    duck = Duck.open(JobContext.detached());
    Values.define(duck);
  }

  @AfterAll
  static void close() {
    duck.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2019-01-05 | 2019-01-05 00:00:00",
        "2019-1-5 3:04 | 2019-01-05 03:04:00",
        "2019/1/5 | 2019-01-05 00:00:00",
        "2019.01.05 | 2019-01-05 00:00:00",
        "2019.1.5 13:04:05 | 2019-01-05 13:04:05",
        "2019-01-05T03:04:05 | 2019-01-05 03:04:05",
        "2019-01-05T03:04:05.250 | 2019-01-05 03:04:05.25",
        "2019-01-05T03:04:05Z | 2019-01-05 03:04:05",
        "2019-01-05T03:04:05+02:00 | 2019-01-05 01:04:05",
        "2019-01-05 03:04:05 +0530 | 2019-01-04 21:34:05",
        "2019-01-05T03:04:05.5-08:00 | 2019-01-05 11:04:05.5",
        "2019-01-05 03:04:05 UTC | 2019-01-05 03:04:05",
        "2019-01-05 3:04 PM | 2019-01-05 15:04:00",
        "2019/1/5 03:04:05 am | 2019-01-05 03:04:05",
        "20190105 | 2019-01-05 00:00:00",
        "20190105.0 | 2019-01-05 00:00:00",
        "20190105130405 | 2019-01-05 13:04:05",
        "20190105T130405Z | 2019-01-05 13:04:05",
        "20190105 13:04 | 2019-01-05 13:04:00",
        "1546650245 | 2019-01-05 01:04:05",
        "1546650245.0 | 2019-01-05 01:04:05",
        "1546650245000 | 2019-01-05 01:04:05",
        "1546650245000000 | 2019-01-05 01:04:05",
        "1546650245000000000 | 2019-01-05 01:04:05",
        "2019年1月5日 | 2019-01-05 00:00:00",
        "2019年01月05日 15:04 | 2019-01-05 15:04:00",
        "2019年1月5日 15时04分05秒 | 2019-01-05 15:04:05",
        "2019年1月5日15点4分 | 2019-01-05 15:04:00",
        "2019年1月5日 下午3:04 | 2019-01-05 15:04:00",
        "2019/1/5 上午 9:04:05 | 2019-01-05 09:04:05",
        "2019-01-05 下午15:04 | 2019-01-05 15:04:00",
        "２０１９－０１－０５ | 2019-01-05 00:00:00",
        "5.11.2018 | 2018-11-05 00:00:00",
        "05.11.2018 16:30:00 | 2018-11-05 16:30:00",
        "17/03/2025 8:15 | 2025-03-17 08:15:00",
        "03/17/2025 8:15 PM | 2025-03-17 20:15:00",
        "1/1/24 | 2024-01-01 00:00:00",
        "1/2/24 8:15 | 2024-02-01 08:15:00",
        "9-1-24 | 2024-01-09 00:00:00",
        "1.12.24 | 2024-12-01 00:00:00",
        "17-03-25 | 2025-03-17 00:00:00",
        "17/03/25 8:15:30 | 2025-03-17 08:15:30",
        "Jan 5, 2019 3:04 PM | 2019-01-05 15:04:00",
        "January 5, 2019 | 2019-01-05 00:00:00",
        "Sept. 5, 2019 | 2019-09-05 00:00:00",
        "5 Jan 2019 | 2019-01-05 00:00:00",
        "5th January 2019 15:04 | 2019-01-05 15:04:00",
        "05-Jan-2019 | 2019-01-05 00:00:00",
        "05-Jan-19 | 2019-01-05 00:00:00",
        "05JAN2019 | 2019-01-05 00:00:00",
        "Sat, 05 Jan 2019 15:04:05 GMT | 2019-01-05 15:04:05",
        "Sat, 5 Jan 2019 15:04:05 +0100 | 2019-01-05 14:04:05",
        "Sat Jan  5 15:04:05 UTC 2019 | 2019-01-05 15:04:05",
        "Saturday, January 5, 2019 at 3:04 p.m. | 2019-01-05 15:04:00",
      })
  void readsEveryForm(String written, String time) {
    assertThat(read(written, true, "")).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "never",
        "12",
        "1.5",
        "43466",
        "2019",
        "31/02/2019",
        "2019-02-30",
        "0005-01-02",
        "20191332",
        "99/99/2019",
        "12:30",
        "5 apples",
        "infinity",
        "12019-01-05"
      })
  void takesNothingElseForATime(String written) {
    assertThat(read(written, true, "")).isEmpty();
  }

  @Test
  void readsDaysOfSpreadsheetsWhereTheWholeColumnFits() {
    assertThat(column("43466", "43466.75", "25569"))
        .containsExactly("2019-01-01 00:00:00", "2019-01-01 18:00:00", "1970-01-01 00:00:00");
    assertThat(column("43466", "99999")).containsExactly("", "");
    assertThat(column("43466", "2019-01-05"))
        .containsExactly("2019-01-01 00:00:00", "2019-01-05 00:00:00");
  }

  @Test
  void readsPackedTimesWhereTheWholeColumnFits() {
    assertThat(column("201901051504", "201901052359"))
        .containsExactly("2019-01-05 15:04:00", "2019-01-05 23:59:00");
    assertThat(column("2019010515", "2019010523"))
        .containsExactly("2019-01-05 15:00:00", "2019-01-05 23:00:00");
    assertThat(column("946684800000", "201901051504")).first().isEqualTo("2000-01-01 00:00:00");
  }

  @Test
  void letsTheColumnDecideWhetherTheDayIsFirst() {
    assertThat(column("05/03/25", "17/03/25")).first().isEqualTo("2025-03-05 00:00:00");
    assertThat(column("05/03/25", "03/17/25")).first().isEqualTo("2025-05-03 00:00:00");
    assertThat(column("1/2/24", "1/13/24"))
        .containsExactly("2024-01-02 00:00:00", "2024-01-13 00:00:00");
  }

  @Test
  void takesTheDayForFirstBesideDotsUnlessADateDeniesIt() {
    assertThat(column("05.03.2025", "06.03.2025")).first().isEqualTo("2025-03-05 00:00:00");
    assertThat(column("05.03.2025", "06.13.2025")).first().isEqualTo("2025-05-03 00:00:00");
    assertThat(column("05/03/2025", "06/03/2025")).first().isEqualTo("2025-05-03 00:00:00");
  }

  @Test
  void knowsWhereNoDateDecidesWhatComesFirst() {
    assertThat(open("05.03.2025", "01.03.2025")).isEqualTo("01.03.2025");
    assertThat(open("05.03.2025", "17.03.2025")).isNull();
    assertThat(open("05/05/2025", "06/06/2025")).isNull();
    assertThat(open("2025-05-03", "2025-06-03 3:00 PM")).isNull();
    fill("05/03/2025", "06/03/2025");
    assertThat(TimeStyle.of(duck, "t", "a", true, false).open()).isNull();
  }

  @Test
  void letsThePersonDecideOverAll() {
    fill("05/03/2025", "17/03/2025");
    TimeStyle style = TimeStyle.of(duck, "t", "a", false, true);
    assertThat(style.dayFirst()).isFalse();
    assertThat(TimeStyle.of(duck, "t", "a", true, false).dayFirst()).isTrue();
  }

  private static @Nullable String open(String... values) {
    fill(values);
    return TimeStyle.of(duck, "t", "a", null, false).open();
  }

  private static List<String> column(String... values) {
    fill(values);
    TimeStyle style = TimeStyle.of(duck, "t", "a", null, false);
    return duck.list("SELECT (" + style.sql("a") + ")::VARCHAR FROM t", row -> row.words(0));
  }

  private static void fill(String... values) {
    List<String> rows = new ArrayList<>();
    for (String value : values) {
      rows.add("(" + Duck.text(value) + ")");
    }
    duck.run(
        "CREATE OR REPLACE TABLE t AS SELECT * FROM (VALUES " + String.join(",", rows) + ") v(a)");
  }

  private static String read(String written, boolean dayFirst, String digits) {
    return duck.list(
            String.format(
                "SELECT ts_time(x, %s, %s)::VARCHAR FROM (SELECT %s AS x)",
                dayFirst, Duck.text(digits), Duck.text(written)),
            row -> row.words(0))
        .getFirst();
  }
}
