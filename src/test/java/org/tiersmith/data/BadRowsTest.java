package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.SmallShop.Reject;

/** Rows that can't be used: each is kept with file, line and reason, and all others load. */
class BadRowsTest {
  @TempDir private Path folder;
  private SmallShop shop;

  @BeforeEach
  void open() {
    shop = new SmallShop(folder);
  }

  /** Each row: the line itself, the reason for which it is rejected, what the message shows. */
  private static final String[][] BAD = {
    {"E9,C9,P1,2025-01-05,purchase,1,20,0", "import.unknown-customer", "C9"},
    {"E9,C1,P9,2025-01-05,purchase,1,20,0", "import.unknown-product", "P9"},
    {"E9,C1,P1,2025-01-05,purchase,1,-20,0", "import.negative-price", "-20"},
    {"E9,C1,P1,2025-01-05,purchase,1,20,1.2", "import.discount-over", "1.2"},
    {"E9,C1,P1,2025-01-05,purchase,1,20,1", "import.discount-over", "1"},
    {"E9,C1,P1,2025-01-05,purchase,1,20,130 %", "import.discount-over", "130 %"},
    {"E9,C1,P1,2025-01-05,purchase,1,20,-0.1", "import.negative-discount", "-0.1"},
    {"E9,C1,P1,next week,purchase,1,20,0", "import.bad-time", "next week"},
    {"E9,C1,P1,2025-02-31,purchase,1,20,0", "import.bad-time", "2025-02-31"},
    {"E9,C1,P1,,purchase,1,20,0", "import.missing-time", "missing"},
    {"E9,,P1,2025-01-05,purchase,1,20,0", "import.missing-customer", "missing"},
    {"E9,C1,,2025-01-05,purchase,1,20,0", "import.missing-product", "missing"},
    {"E1,C1,P1,2025-01-05,purchase,1,20,0", "import.duplicate-id", "E1"},
    {"E9,C1,P1,2025-01-05,purchase,0,20,0", "import.quantity", "0"},
    {"E9,C1,P1,2025-01-05,purchase,-2,20,0", "import.quantity", "-2"},
    {"E9,C1,P1,2025-01-05,purchase,1,cheap,0", "import.bad-number", "cheap"},
    {"E9,C1,P1,2025-01-05,juggling,1,20,0", "import.unknown-type", "juggling"},
    {"E9,C1,P1,2025-01-05,purchase,1", "import.columns", "6 fields"},
    {"E9,C1,P1,2025-01-05,purchase,1,20,0,x,y", "import.columns", "10 fields"},
  };

  @Test
  void keepsEachRowWithItsLineAndReason() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < BAD.length; i++) {
      rows.append(BAD[i][0].replaceFirst("E9", "B" + i)).append('\n');
      rows.append("G").append(i).append(",C2,P3,2025-02-06,view,,99,\n");
    }
    shop.events(rows.toString());
    ImportResult result = shop.load();
    List<Reject> rejects = SmallShop.rejects(result);
    assertThat(rejects).hasSize(BAD.length);
    for (int i = 0; i < BAD.length; i++) {
      Reject reject = rejects.get(i);
      assertThat(reject.file()).isEqualTo("events.csv");
      assertThat(reject.line()).as(BAD[i][0]).isEqualTo(5 + 2 * i);
      assertThat(reject.reason()).as(BAD[i][0]).isEqualTo(BAD[i][1]);
      assertThat(reject.message()).contains(BAD[i][2]);
      assertThat(reject.row()).contains(BAD[i][0].substring(3, 12));
    }
    assertThat(result.rejected()).isEqualTo(BAD.length);
    assertThat(result.events()).isEqualTo(3 + BAD.length);
    assertThat(result.quality().count("rejected.discount-over")).isEqualTo(3);
  }

  @Test
  void keepsTheFirstOfDuplicateCustomersAndProducts() {
    shop.write("customers.csv", SmallShop.CUSTOMERS + "C1,platinum\n,gold\n");
    shop.write("products.csv", SmallShop.PRODUCTS + "P1,Other,Kitchen,1,1\nP4,Bad,Kitchen,-3,1\n");
    ImportResult result = shop.load();
    assertThat(result.customers()).isEqualTo(3);
    assertThat(SmallShop.column(result.tables().customers(), "membership"))
        .containsExactly("gold", "none", "gold");
    assertThat(SmallShop.column(result.tables().products(), "title"))
        .containsExactly("Red Kettle", "Blue Mug", "Tent");
    assertThat(SmallShop.rejects(result))
        .extracting(Reject::file, Reject::line, Reject::reason)
        .containsExactly(
            tuple("customers.csv", 5L, "import.duplicate-id"),
            tuple("customers.csv", 6L, "import.missing-customer"),
            tuple("products.csv", 5L, "import.duplicate-id"),
            tuple("products.csv", 6L, "import.negative-price"));
  }

  @Test
  void rejectsOnlyTheLineInAnotherEncoding() throws IOException {
    byte[] good =
        "customer_id,name\nC1,Zoë\nC2,Bjørn\nC3,Ümit Çelik Ösgür Ñuñez\n"
            .getBytes(StandardCharsets.UTF_8);
    byte[] bad = "C4,Jos\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] both = Arrays.copyOf(good, good.length + bad.length);
    System.arraycopy(bad, 0, both, good.length, bad.length);
    shop.write("customers.csv", both);
    ImportResult result = shop.load();
    assertThat(SmallShop.column(result.tables().customers(), "name"))
        .containsExactly("Zoë", "Bjørn", "Ümit Çelik Ösgür Ñuñez");
    Reject reject = SmallShop.rejects(result).getFirst();
    assertThat(reject.line()).isEqualTo(5);
    assertThat(reject.reason()).isEqualTo("import.encoding");
    assertThat(reject.message()).contains("UTF-8");
  }

  @Test
  void countsLinesInsideQuotedTexts() {
    shop.write(
        "events.csv",
        "customer_id,product_id,timestamp,type,text\n"
            + "C1,P1,2025-01-02,review,\"Lovely,\nreally \"\"lovely\"\"\nindeed\"\n"
            + "C9,P1,2025-01-02,review,unknown\n"
            + "C2,P1,2025-01-03,review,fine\n");
    ImportResult result = shop.load();
    assertThat(SmallShop.column(result.tables().events(), "text"))
        .containsExactly("Lovely,\nreally \"lovely\"\nindeed", "fine");
    assertThat(SmallShop.rejects(result)).extracting(Reject::line).containsExactly(5L);
  }

  @Test
  void losesOnlyTheLineWithAStrayQuote() {
    shop.events(
        "E4,C1,P1,2025-01-05,purchase,1,20,\"0\nE5,C1,P2,2025-01-06,purchase,1,8.5,0\n"
            + "E6,C1,\"P2,2025-01-06,purchase,1,8.5,0\nE7,C2,P2,2025-01-07,purchase,1,8.5,0\n");
    ImportResult result = shop.load();
    assertThat(SmallShop.column(result.tables().events(), "event_id"))
        .containsExactly("E1", "E2", "E3", "E5", "E7");
    assertThat(SmallShop.rejects(result)).extracting(Reject::line).containsExactly(5L, 7L);
  }

  @Test
  void skipsALineOfAHundredMegabytes() throws IOException {
    Path events = folder.resolve("events.csv");
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'x');
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(events))) {
      out.write((SmallShop.HEADER + SmallShop.GOOD).getBytes(StandardCharsets.UTF_8));
      out.write("E4,C1,".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 100; i++) {
        out.write(block);
      }
      out.write("\nE5,C1,P2,2025-01-06,purchase,1,8.5,0\n".getBytes(StandardCharsets.UTF_8));
    }
    ImportResult result = shop.load();
    assertThat(SmallShop.column(result.tables().events(), "event_id"))
        .containsExactly("E1", "E2", "E3", "E5");
    List<Reject> rejects = SmallShop.rejects(result);
    assertThat(rejects).hasSize(1);
    assertThat(rejects.getFirst().reason()).isEqualTo("import.long-line");
    assertThat(rejects.getFirst().line()).isEqualTo(5);
    assertThat(rejects.getFirst().message()).contains("104,857,606 characters");
    assertThat(rejects.getFirst().row()).startsWith("E4,C1,xxx").hasSizeLessThan(400);
  }
}
