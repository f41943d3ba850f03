package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.JobContext;

/**
 * A tidy file is read as a stream, the same rows with an empty line at their end record by record;
 * both must give the same, whatever a row far down denies of what the first rows made believe.
 */
class StreamTest {
  /** More rows than a stream looks at before it believes something. */
  private static final int ROWS = 20_500;

  private static final String HEADER =
      "event_id,customer_id,product_id,timestamp,type,quantity,list_price,discount_rate,points,city\n";

  /** Rows of which each denies something or is met by a rule. */
  private static final List<String> ODD =
      List.of(
          "X1,C1,P1,2025-03-01 10:00:00,purchase,2,\"1,299.00\",0.1,3,Rome",
          "X2,C1,P1,13/5/2025,purchase,2,19.5,0.1,3,Rome",
          "X3,17850.0,P1,2025-03-01 10:00:00,purchase,2,19.5,0.1,3,Rome",
          "X4,C1,P1,2025-03-01 10:00:00,bought,2,19.5,0.1,3,Rome",
          "X5,C1,P1,2025-03-01 10:00:00,danced,2,19.5,0.1,3,Rome",
          "X6,C1,P1,2025-03-01 10:00:00,purchase,2,19.5,0.1,many,Rome",
          "X7,C1,P1,2025-03-01 10:00:00,purchase,2,19.5,0.1,007,Rome",
          "X8,C1,POST,2025-03-01 10:00:00,purchase,1,9.5,0,3,Rome",
          "X9,C1,P1,2025-03-01 10:00:00,purchase,-2,19.5,0.1,3,Rome",
          "X10,,P1,2025-03-01 10:00:00,purchase,2,19.5,0.1,3,Rome",
          "X11,C1,P1,2025-03-01T10:00:00+02:00,purchase,2,19.5,0.1,3,Rome",
          "X12,C1,P1,2025-03-01 10:00:00,purchase,2,twelve,0.1,3,Rome",
          "X13,C1,P1,2025-03-01 10:00:00,purchase,2,19.5,40,3,Rome",
          "X14,C1,P1,2025-03-01 10:00:00,purchase,0,0,0.1,3,\"Rome, \"\"old\"\"\"",
          "X14,C1,P1,2025-03-01 10:00:00,purchase,1,3,0.1,NA,Rome");

  @TempDir private Path folder;

  @Property(tries = 5)
  void aStreamAndKeptRowsGiveTheSame(
      @ForAll("places") Map<Integer, Integer> places, @ForAll Random random) throws IOException {
    Path scratch = Files.createTempDirectory("stream");
    String rows = rows(places, random);
    assertThat(isTidy(scratch, rows)).isTrue();
    assertSame(load(scratch, "stream", rows), load(scratch, "kept", rows + "\n"));
  }

  /** A rule is met among the first rows, and what they made believe is denied far behind them. */
  @Test
  void aTableIsMadeAnewWhereALaterRowDeniesTheFirst() throws IOException {
    String rows = rows(Map.of(5, 13, 20_002, 0), new Random(7));
    ImportResult result = load(folder, "stream", rows);
    assertThat(result.rejected()).isEqualTo(1);
    assertSame(result, load(folder, "kept", rows + "\n"));
  }

  @Test
  void countsTheLinesOfRejectsInAStream() throws IOException {
    String rows = rows(Map.of(20_300, 9), new Random(5));
    ImportResult result = load(folder, "stream", rows);
    assertThat(result.events()).isEqualTo(ROWS - 1);
    assertThat(
            SmallShop.rows("SELECT line FROM " + Duck.parquet(result.rejects()), r -> r.whole(0)))
        .containsExactly(20_302L);
  }

  @Test
  void readsAFileWithoutOddRowsOnce() throws IOException {
    String rows = rows(Map.of(), new Random(3));
    ImportResult result = load(folder, "stream", rows);
    assertThat(result.events()).isEqualTo(ROWS);
    assertThat(result.rejected()).isZero();
    assertThat(SmallShop.column(result.tables().events(), "event_id")).startsWith("E0", "E1", "E2");
  }

  @Provide
  Arbitrary<Map<Integer, Integer>> places() {
    return Arbitraries.maps(
            Arbitraries.oneOf(
                Arbitraries.integers().between(5, ROWS - 1),
                Arbitraries.integers().between(20_001, ROWS - 1)),
            Arbitraries.integers().between(0, ODD.size() - 1))
        .ofMinSize(0)
        .ofMaxSize(4);
  }

  /** Rows with some odd ones at their places. */
  private static String rows(Map<Integer, Integer> places, Random random) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int i = 0; i < ROWS; i++) {
      Integer odd = places.get(i);
      if (odd != null) {
        csv.append(ODD.get(odd)).append('\n');
        continue;
      }
      csv.append(
          String.format(
              "E%d,C%d,P%d,2025-%02d-%02d %02d:00:00,%s,%d,%d.%02d,0.%d,%d,%s\n",
              i,
              random.nextInt(300),
              random.nextInt(40),
              1 + i * 12 / ROWS,
              1 + random.nextInt(28),
              random.nextInt(24),
              random.nextBoolean() ? "view" : "purchase",
              1 + random.nextInt(3),
              5 + random.nextInt(60),
              random.nextInt(100),
              random.nextInt(4),
              random.nextInt(90),
              List.of("Rome", "Paris", "上海").get(random.nextInt(3))));
    }
    return csv.toString();
  }

  private static boolean isTidy(Path folder, String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("tidy.csv"), rows);
    return TidyFile.of(SourceFile.of(file), "event_id", "timestamp", JobContext.detached()) != null;
  }

  private static ImportResult load(Path folder, String name, String rows) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    Path file = Files.writeString(own.resolve("events.csv"), rows);
    return Importer.run(
        MappingGuesser.guess(null, null, file), own.resolve("out"), JobContext.detached());
  }

  private static void assertSame(ImportResult one, ImportResult other) {
    for (TableKind kind : TableKind.values()) {
      assertThat(all(one.tables().of(kind))).isEqualTo(all(other.tables().of(kind)));
    }
    assertThat(all(one.rejects())).isEqualTo(all(other.rejects()));
    assertThat(one.quality()).isEqualTo(other.quality());
  }

  private static List<String> all(Path parquet) {
    return SmallShop.rows(
        "SELECT t::VARCHAR FROM " + Duck.parquet(parquet) + " AS t", row -> row.words(0));
  }
}
