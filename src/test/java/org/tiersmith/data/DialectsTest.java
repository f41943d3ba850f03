package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.task.JobContext;

/** Encodings, delimiters, and the ways in which numbers, dates, ids and truths are written. */
class DialectsTest {
  private static final String CHINESE =
      "用户编号,商品编号,时间,类型,标题\nU1,G1,2025-01-02,购买,不锈钢保温杯\nU2,G2,2025-01-03,浏览,纯棉床上用品四件套\n";

  @TempDir private Path folder;
  private SmallShop shop;

  @BeforeEach
  void open() {
    shop = new SmallShop(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void readsChineseInAnyEncoding(String charset) {
    Path file = shop.write("zh.csv", CHINESE, Charset.forName(charset));
    ImportResult result = shop.loadEvents(file);
    assertThat(result.rejected()).isZero();
    assertThat(SmallShop.column(result.tables().products(), "title"))
        .containsExactly("不锈钢保温杯", "纯棉床上用品四件套");
    assertThat(SmallShop.column(result.tables().events(), "type"))
        .containsExactly("purchase", "view");
  }

  @Test
  void readsWindowsTextWithDecimalCommas() {
    Path file =
        shop.write(
            "de.csv",
            "customer_id;product_id;date;price;title\n"
                + "K1;A1;05.03.2024;1.261,96;Größe 42 für Männer, blau\n"
                + "K2;A2;24.03.2024;7,50;Käse\n",
            Charset.forName("windows-1252"));
    assertThat(FilePreview.of(file, 5).encoding()).isEqualTo("windows-1252");
    ImportResult result = shop.loadEvents(file);
    assertThat(SmallShop.column(result.tables().events(), "list_price"))
        .containsExactly("1261.96", "7.5");
    assertThat(SmallShop.column(result.tables().events(), "timestamp"))
        .containsExactly("2024-03-05 00:00:00", "2024-03-24 00:00:00");
    assertThat(SmallShop.column(result.tables().products(), "title"))
        .containsExactly("Größe 42 für Männer, blau", "Käse");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsTheDelimiter(String delimiter) {
    Path file = shop.write("d.txt", (SmallShop.HEADER + SmallShop.GOOD).replace(",", delimiter));
    assertThat(FilePreview.of(file, 5).columnNames()).hasSize(8);
    assertThat(shop.loadEvents(file).events()).isEqualTo(3);
  }

  @Test
  void readsGzipAndAMarkAndWindowsLineEnds() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      String text = "\ufeff" + SmallShop.HEADER + SmallShop.GOOD;
      out.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    ImportResult result = shop.loadEvents(shop.write("e.csv.gz", packed.toByteArray()));
    assertThat(result.events()).isEqualTo(3);
    assertThat(SmallShop.column(result.tables().events(), "event_id"))
        .containsExactly("E1", "E2", "E3");
  }

  @Test
  void readsJsonLinesAndReportsBadOnes() {
    Path file =
        shop.write(
            "e.jsonl",
            "{\"customer_id\":\"C1\",\"product_id\":17850,\"timestamp\":1735812000,\"price\":3.5}\n"
                + "{broken\n"
                + "{\"customer_id\":\"C2\",\"product_id\":2,\"timestamp\":\"2025-01-03\"}\n");
    ImportResult result = shop.loadEvents(file);
    assertThat(SmallShop.column(result.tables().events(), "product_id"))
        .containsExactly("17850", "2");
    assertThat(SmallShop.rejects(result))
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.line()).isEqualTo(2);
              assertThat(reject.reason()).isEqualTo("import.bad-json");
            });
  }

  @Test
  void readsParquet() {
    Path file = folder.resolve("e.parquet");
    try (Duck duck = Duck.open(JobContext.detached())) {
      duck.run(
          "COPY (SELECT 7 AS customer_id, 'P1' AS product_id, TIMESTAMP '2025-01-02 03:04:05' AS"
              + " \"timestamp\", 2.5 AS price) TO "
              + Duck.text(file)
              + " (FORMAT parquet)");
    }
    ImportResult result = shop.loadEvents(file);
    assertThat(SmallShop.column(result.tables().events(), "timestamp"))
        .containsExactly("2025-01-02 03:04:05");
    assertThat(SmallShop.column(result.tables().events(), "list_price")).containsExactly("2.5");
  }

  @Test
  void readsDatesInThreeFormatsInOneColumn() {
    assertThat(times("2025-03-05 10:00", "17.03.2025", "03/25/2025 8:15", "March 5, 2025"))
        .containsExactly(
            "2025-03-05 10:00:00",
            "2025-03-17 00:00:00",
            "2025-03-25 08:15:00",
            "2025-03-05 00:00:00");
  }

  @Test
  void tellsDayFromMonthByTheWholeColumn() {
    assertThat(times("05/03/2025", "17/03/2025"))
        .containsExactly("2025-03-05 00:00:00", "2025-03-17 00:00:00");
    assertThat(times("05/03/2025", "03/17/2025"))
        .containsExactly("2025-05-03 00:00:00", "2025-03-17 00:00:00");
  }

  @Test
  void readsSecondsAndMillisecondsSince1970() {
    assertThat(times("881250949", "881250949000", "20250305", "2025年3月5日"))
        .containsExactly(
            "1997-12-04 15:55:49",
            "1997-12-04 15:55:49",
            "2025-03-05 00:00:00",
            "2025-03-05 00:00:00");
  }

  @Test
  void makesPlainIdsOfNumbers() {
    Path file =
        shop.write(
            "ids.csv",
            "customer_id,product_id,timestamp\n"
                + "17850.0,9e+05,2025-01-01\n 17850 ,4.0128e+10,2025-01-02\n"
                + "00042,85123A,2025-01-03\n1e5,12.50,2025-01-04\n");
    ImportResult result = shop.loadEvents(file);
    assertThat(SmallShop.column(result.tables().events(), "customer_id"))
        .containsExactly("17850", "17850", "00042", "1e5");
    assertThat(SmallShop.column(result.tables().events(), "product_id"))
        .containsExactly("900000", "40128000000", "85123A", "12.50");
  }

  @Test
  void readsTruthsAndMissingWords() {
    Path file =
        shop.write(
            "t.csv",
            "customer_id,product_id,timestamp,purchased,price\n"
                + "C1,P1,2025-01-01,yes,NA\nC1,P1,2025-01-02,0,\nC1,P1,2025-01-03,T,NULL\n"
                + "C1,P1,2025-01-04,False,$ 1.50\n");
    ImportResult result = shop.loadEvents(file);
    assertThat(SmallShop.column(result.tables().events(), "purchased"))
        .containsExactly("true", "false", "true", "false");
    assertThat(SmallShop.column(result.tables().events(), "list_price"))
        .containsExactly("", "", "", "1.5");
    assertThat(SmallShop.column(result.tables().events(), "type")).containsOnly("exposure");
  }

  @Test
  void readsDiscountsAsShareOrPercent() {
    assertThat(discounts("0", "0.15", "15 %", "0,2")).containsExactly("0.0", "0.15", "0.15", "0.2");
    assertThat(discounts("0", "15", "7.5", "1")).containsExactly("0.0", "0.15", "0.075", "0.01");
  }

  private List<String> times(String... written) {
    StringBuilder rows = new StringBuilder("customer_id;product_id;timestamp\n");
    for (String time : written) {
      rows.append("C1;P1;").append(time).append('\n');
    }
    String commas = rows.toString().replace("March 5, 2025", "\"March 5, 2025\"").replace(';', ',');
    ImportResult result = shop.loadEvents(shop.write("times.csv", commas));
    assertThat(result.rejected()).isZero();
    return SmallShop.rows(
        "SELECT \"timestamp\"::VARCHAR FROM "
            + Duck.parquet(result.tables().events())
            + " ORDER BY substr(event_id, 2)::INTEGER",
        row -> row.words(0));
  }

  private List<String> discounts(String... written) {
    StringBuilder rows = new StringBuilder("customer_id;product_id;timestamp;discount\n");
    for (int i = 0; i < written.length; i++) {
      rows.append("C1;P1;2025-01-0").append(i + 1).append(';').append(written[i]).append('\n');
    }
    ImportResult result = shop.loadEvents(shop.write("discounts.csv", rows.toString()));
    return SmallShop.column(result.tables().events(), "discount_rate");
  }
}
