package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.task.JobContext;

/** Numbers as people, shops and spreadsheets of many countries write them. */
class NumbersTest {
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
      quoteCharacter = '`',
      value = {
        "12 | 12",
        "-12.5 | -12.5",
        "1e3 | 1000",
        "1.234,56 | 1234.56",
        "1,234.56 | 1234.56",
        "1.234.567,8 | 1234567.8",
        "1,234,567.8 | 1234567.8",
        "12,5 | 12.5",
        "0,125 | 0.125",
        "1 234,56 | 1234.56",
        "1\u00a0234,56 | 1234.56",
        "1\u202f234\u202f567,5 | 1234567.5",
        "1'234.56 | 1234.56",
        "1’234’567 | 1234567",
        "1,39,900 | 139900",
        "1,39,900.50 | 139900.5",
        "12,34,56,789 | 123456789",
        "$1,299.00 | 1299",
        "$ 5 | 5",
        "-$5.25 | -5.25",
        "$-5.25 | -5.25",
        "12,50 € | 12.5",
        "£0.99 | 0.99",
        "¥1280 | 1280",
        "￥1,280.5 | 1280.5",
        "1280円 | 1280",
        "₹1,39,900 | 139900",
        "99.5元 | 99.5",
        "USD 12 | 12",
        "12.5 EUR | 12.5",
        "EUR12,50 | 12.5",
        "US$ 12.5 | 12.5",
        "Rs. 1,299.00 | 1299",
        "Rs 99.5 | 99.5",
        "15% | 0.15",
        "15,5 % | 0.155",
        "１５％ | 0.15",
        "（12.50） | -12.5",
        "(12.50) | -12.5",
        "($1,234.50) | -1234.5",
        "12.50- | -12.5",
        "−3 | -3",
        "＋３．５ | 3.5",
        "１２３４．５ | 1234.5",
        "=\"0012\" | 12",
        "'12.5 | 12.5",
        ".5 | 0.5",
        "+7 | 7",
      })
  void readsEveryForm(String written, double number) {
    assertThat(read(written, false)).isEqualTo(number);
    assertThat(read(written, true)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "twelve",
        "12 34",
        "1.2.3",
        "1,2,3",
        "12kg",
        "A12",
        "--5",
        "1,23,45",
        "nan",
        "infinity",
        "5/11",
        "2025-01-02",
        "1 2345",
        "$",
        "%",
        "()",
        "12.5.2019",
        "1,234.56.7"
      })
  void takesNothingElseForANumber(String written) {
    assertThat(read(written, false)).isNaN();
    assertThat(read(written, true)).isNaN();
  }

  @Test
  void readsAnOpenNumberAsItsColumnIs() {
    assertThat(read("1,234", false)).isEqualTo(1234);
    assertThat(read("1,234", true)).isEqualTo(1.234);
    assertThat(read("1.234", false)).isEqualTo(1.234);
    assertThat(read("1.234", true)).isEqualTo(1234);
  }

  @Test
  void letsTheColumnDecide() {
    assertThat(commas(false, "1,234", "12,5")).isTrue();
    assertThat(commas(false, "1,234", "12.5")).isFalse();
    assertThat(commas(false, "1.234", "1.234,50")).isTrue();
    assertThat(commas(true, "1,234", "1,234.50")).isFalse();
    assertThat(commas(false, "1,39,900", "1,234")).isFalse();
    assertThat(commas(false, "1,234 €", "0,125 €")).isTrue();
  }

  @Test
  void letsTheFileDecideWhereTheColumnCannot() {
    assertThat(commas(false, "1,234")).isFalse();
    assertThat(commas(true, "1,234")).isTrue();
    duck.run("CREATE OR REPLACE TABLE t AS SELECT '1.234' AS a, '12,50' AS b, '1.5' AS c");
    DecimalSign sign = new DecimalSign(duck, "t", table(false, "a", "b", "c"), FileFormat.GUESSED);
    assertThat(sign.isComma("t", "c")).isFalse();
    duck.run("CREATE OR REPLACE TABLE t AS SELECT '1.234' AS a, '12,50' AS b");
    sign = new DecimalSign(duck, "t", table(false, "a", "b"), FileFormat.GUESSED);
    assertThat(sign.isComma("t", "a")).isTrue();
    assertThat(sign.mayMislead("a")).isTrue();
    assertThat(sign.mayMislead("b")).isFalse();
  }

  @Test
  void letsThePersonDecideOverAll() {
    duck.run("CREATE OR REPLACE TABLE t AS SELECT '1,234' AS a, '12,50' AS b");
    RawTable table = table(true, "a", "b");
    FileFormat points = FileFormat.GUESSED.withDecimal(".");
    assertThat(new DecimalSign(duck, "t", table, points).isComma("t", "a")).isFalse();
    FileFormat commas = FileFormat.GUESSED.withDecimal(",");
    assertThat(new DecimalSign(duck, "t", table, commas).isComma("t", "a")).isTrue();
  }

  @Test
  void keepsIdsThatSpreadsheetsWereToldToLeaveAlone() {
    assertThat(id("=\"00123\"")).isEqualTo("00123");
    assertThat(id("9e+05")).isEqualTo("900000");
    assertThat(id("9e+99")).isEqualTo("9e+99");
    assertThat(id("17850.0")).isEqualTo("17850");
  }

  private static String id(String written) {
    return duck.list("SELECT ts_id(" + Duck.text(written) + ")", row -> row.words(0)).getFirst();
  }

  private static boolean commas(boolean semicolon, String... values) {
    List<String> rows = new ArrayList<>();
    for (String value : values) {
      rows.add("(" + Duck.text(value) + ")");
    }
    duck.run(
        "CREATE OR REPLACE TABLE t AS SELECT * FROM (VALUES " + String.join(",", rows) + ") v(a)");
    return new DecimalSign(duck, "t", table(semicolon, "a"), FileFormat.GUESSED).isComma("t", "a");
  }

  private static RawTable table(boolean semicolon, String... columns) {
    return new RawTable(java.nio.file.Path.of("t"), "t", List.of(columns), 1, semicolon, 0);
  }

  private static double read(String written, boolean comma) {
    return duck.list(
            "SELECT ts_number(x, " + comma + ") FROM (SELECT " + Duck.text(written) + " AS x)",
            row -> row.number(0))
        .getFirst();
  }
}
