package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.ColumnFilter.Kind;
import org.tiersmith.model.Problem;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

class TableBrowserTest {
  private static final int ROWS = 300_000;
  private static final JobContext CONTEXT = JobContext.detached();

  @TempDir private Path folder;
  private TableBrowser browser;

  @BeforeEach
  void open() {
    Path file = folder.resolve("table.parquet");
    try (Duck duck = Duck.open(CONTEXT)) {
      duck.run(
          "COPY (SELECT i AS n, 'C' || (i % 1000) AS id, i * 7 % 100003 / 10.0::DOUBLE AS price,"
              + " TIMESTAMP '2026-01-01' + to_hours(i % 8760) AS \"when\","
              + " CASE WHEN i % 3 = 0 THEN 'Übung ' || i END AS text"
              + " FROM range("
              + ROWS
              + ") AS r(i)) TO "
              + Duck.text(file)
              + " (FORMAT parquet)");
    }
    browser = TableBrowser.open(file, folder);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private TableRows rows(TableQuery query, long offset, int limit) {
    return browser.rows(query, offset, limit, CONTEXT);
  }

  private static TableQuery where(String column, String written) {
    return TableQuery.ALL.filtered(List.of(ColumnFilter.parse(column, written)), "");
  }

  @Test
  void jumpsToAnyRow() {
    TableRows page = rows(TableQuery.ALL, 234_567, 3);
    assertThat(page.total()).isEqualTo(ROWS);
    assertThat(page.cells())
        .extracting(List::getFirst)
        .containsExactly("234567", "234568", "234569");
    assertThat(page.numeric()).containsExactly(true, false, true, false, false);
    assertThat(rows(TableQuery.ALL, ROWS - 1, 5).cells()).hasSize(1);
    assertThat(rows(TableQuery.ALL, ROWS, 5).cells()).isEmpty();
  }

  @Test
  void sortsWithTiesInTheTablesOwnOrder() {
    TableQuery byId = TableQuery.ALL.sorted("id", false);
    List<Long> last =
        rows(byId, ROWS - 300, 300).cells().stream().map(r -> Long.valueOf(r.getFirst())).toList();
    assertThat(last).isEqualTo(LongStream.range(0, 300).mapToObj(i -> i * 1000).toList());
    assertThat(rows(byId, 0, 1).cells().getFirst()).contains("C999");
  }

  @Test
  void putsMissingValuesLastEitherWay() {
    assertThat(rows(TableQuery.ALL.sorted("text", true), ROWS - 1, 1).cells().getFirst().get(4))
        .isEmpty();
    assertThat(rows(TableQuery.ALL.sorted("text", false), ROWS - 1, 1).cells().getFirst().get(4))
        .isEmpty();
  }

  @Test
  void everyRowStandsOnceInAnOrder() {
    TableQuery byPrice = TableQuery.ALL.sorted("price", true);
    long[] seen =
        rows(byPrice, 0, ROWS).cells().stream()
            .mapToLong(r -> Long.parseLong(r.getFirst()))
            .sorted()
            .toArray();
    assertThat(seen).isEqualTo(LongStream.range(0, ROWS).toArray());
  }

  @Test
  void leavesRowsByConditions() {
    assertThat(rows(where("id", "=c7"), 0, 1).total()).isEqualTo(300);
    assertThat(rows(where("n", "10..19"), 0, 50).cells()).hasSize(10);
    assertThat(rows(where("n", "<10"), 0, 50).total()).isEqualTo(10);
    assertThat(rows(where("n", ">=299990"), 0, 50).total()).isEqualTo(10);
    assertThat(rows(where("text", "="), 0, 1).total()).isEqualTo(200_000);
    assertThat(rows(where("text", "<>"), 0, 1).total()).isEqualTo(100_000);
    assertThat(rows(where("text", "ÜBUNG 29"), 0, 1).total())
        .isEqualTo(count(i -> i % 3 == 0 && ("" + i).startsWith("29")));
    assertThat(rows(where("when", "2026-03-01..2026-03-02"), 0, 1).total())
        .isEqualTo(count(i -> i % 8760 / 24 == 59 || i % 8760 / 24 == 60));
    assertThat(rows(where("when", "=2026-03"), 0, 1).total())
        .isEqualTo(count(i -> i % 8760 / 24 >= 59 && i % 8760 / 24 < 90));
  }

  @Test
  void combinesConditionsSearchAndOrder() {
    TableQuery query =
        TableQuery.ALL
            .filtered(List.of(new ColumnFilter("n", Kind.RANGE, "0", "99")), "Übung 9")
            .sorted("n", false);
    assertThat(rows(query, 0, 3).cells())
        .extracting(List::getFirst)
        .containsExactly("99", "96", "93");
    assertThat(rows(query, 0, 3).total()).isEqualTo(5);
  }

  @Test
  void takesNoTextOfAPersonForSql() {
    assertThat(rows(where("text", "%' OR 1=1 --"), 0, 1).total()).isZero();
    assertThatThrownBy(() -> rows(TableQuery.ALL.sorted("n; DROP", true), 0, 1))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> rows(where("price", ">cheap"), 0, 1))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("cheap");
    assertThatThrownBy(() -> rows(where("when", ">soon"), 0, 1)).isInstanceOf(Problem.class);
  }

  @Test
  void spreadsOnlyTheRowsThatAreLeft() {
    Distribution spread = browser.distribution(where("n", "0..99"), "price", CONTEXT);
    assertThat(spread.rows()).isEqualTo(100);
    assertThat(spread.bins().stream().mapToLong(Distribution.Bin::count).sum()).isEqualTo(100);
  }

  @Test
  void comesBackAfterACancel() {
    JobContext cancelled = new JobContext(progress -> {}, () -> true);
    TableQuery byPrice = TableQuery.ALL.sorted("price", true);
    assertThatThrownBy(() -> browser.prepare(byPrice, cancelled))
        .isInstanceOf(CancelledException.class);
    assertThat(browser.prepare(byPrice, CONTEXT)).isEqualTo(ROWS);
  }

  @Test
  void aClosingCancelsTheQuestionThatIsBeingAnswered() {
    JobContext closing =
        new JobContext(
            progress -> {},
            () -> {
              browser.close();
              return false;
            });
    assertThatThrownBy(() -> browser.prepare(TableQuery.ALL.sorted("price", true), closing))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void leavesNoFilesBehind() throws IOException {
    for (String column : List.of("n", "id", "price", "when")) {
      rows(TableQuery.ALL.sorted(column, false), 0, 1);
    }
    assertThat(files()).hasSizeLessThan(4);
    browser.close();
    assertThat(files()).containsExactly("table.parquet");
    browser = TableBrowser.open(folder.resolve("table.parquet"), folder);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
    }
  }

  private static long count(java.util.function.LongPredicate test) {
    return LongStream.range(0, ROWS).filter(test).count();
  }
}
