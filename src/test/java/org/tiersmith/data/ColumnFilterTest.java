package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiersmith.model.Problem;
import org.tiersmith.task.JobContext;

/** What a person may ask of columns of each type. */
class ColumnFilterTest {
  private static Duck duck;

  @BeforeAll
  static void open() {
    duck = Duck.open(JobContext.detached());
    duck.run(
        "CREATE TABLE t AS SELECT i::INTEGER AS whole, i::HUGEINT * 10000000000000000 AS huge,"
            + " i::DECIMAL(9, 2) / 2 AS money, i / 2 AS ratio, i % 2 = 0 AS even, 'c' || i AS text,"
            + " DATE '2026-01-31' + i::INTEGER AS day, TIMESTAMP '2026-03-01' + to_hours(i * 6) AS"
            + " at FROM range(1, 41) AS r(i)");
  }

  @AfterAll
  static void close() {
    duck.close();
  }

  private static long count(String column, String written) {
    String type =
        duck.list(
                "SELECT column_type FROM (DESCRIBE t) WHERE column_name = " + Duck.text(column),
                row -> row.words(0))
            .getFirst();
    ColumnFilter filter = ColumnFilter.parse(column, written);
    return duck.whole("SELECT count(*) FROM t WHERE " + filter.sql(type));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whole | >9 | 31",
        "whole | =5.0 | 1",
        "whole | 9..11 | 3",
        "huge | >90000000000000001 | 31",
        "huge | =90000000000000001 | 0",
        "huge | =90000000000000000 | 1",
        "money | <= 5 | 10",
        "money | =2.50 | 1",
        "ratio | <1e0 | 1",
        "even | =true | 20",
        "even | =No | 20",
        "text | >=c9 | 1",
        "day | =2026-02 | 28",
        "day | <=2026-02 | 28",
        "day | >2026-02 | 12",
        "day | 2026-02-01..2026-02-02 | 2",
        "at | =2026-03-01 | 3",
        "at | <=2026-03-01 06:00 | 1",
        "at | >2026-03-01T06:00 | 39",
        "at | >2026 | 0",
      })
  void comparesByType(String column, String written, long rows) {
    assertThat(count(column, written)).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "even | >5 | filter.no-order",
        "even | ..1 | filter.no-order",
        "even | =maybe | filter.bad-truth",
        "at | =2026-13-45 | filter.bad-date",
        "at | >2026-02-30 | filter.bad-date",
        "day | <2026-03-05 25:00 | filter.bad-date",
        "whole | >five | filter.bad-number",
        "money | =1e999 | filter.bad-number",
        "huge | <NaN | filter.bad-number",
      })
  void refusesInWordsWhatHasNoMeaning(String column, String written, String key) {
    assertThatThrownBy(() -> count(column, written))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.text().key()).isEqualTo(key));
  }

  @Test
  void asksNothingWhereNothingWasWritten() {
    assertThat(ColumnFilter.parse("whole", " ")).isNull();
    assertThat(ColumnFilter.parse("whole", ">")).isNull();
    assertThat(List.of(count("text", "="), count("text", "<>"))).containsExactly(0L, 40L);
  }
}
