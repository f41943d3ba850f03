package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.JobContext;

/** A few mistyped dates do not move the day as of which all is told. */
class DaySpanTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

  @TempDir private Path folder;

  @Test
  void leavesOutAFewDaysFarFromTheRest() {
    // The year's events, and a year later and thirty years before one each.
    assertThat(span(1000, LocalDate.MAX, "2024-12-30", "1990-01-01"))
        .isEqualTo(new DaySpan(FIRST, LocalDate.of(2023, 12, 31)));
    assertThat(span(1000, LocalDate.MAX, "2024-12-30", "2025-06-01").last())
        .isEqualTo(LocalDate.of(2023, 12, 31));
  }

  @Test
  void keepsWhatIsNearOrNotFew() {
    assertThat(span(1000, LocalDate.MAX, "2024-02-20").last()).isEqualTo("2024-02-20");
    assertThat(span(1000, LocalDate.MAX, "2024-12-30", "2024-12-31", "2024-12-31").last())
        .isEqualTo("2024-12-31");
    assertThat(span(0, LocalDate.MAX).last()).isEqualTo(LocalDate.EPOCH);
  }

  @Test
  void leavesOutOneDayOfASmallShopThatIsVeryFarOff() {
    assertThat(span(300, LocalDate.MAX, "2024-12-30", "1993-06-01"))
        .isEqualTo(new DaySpan(FIRST, LocalDate.of(2023, 12, 31)));
    assertThat(span(300, LocalDate.MAX, "2024-05-01").last()).isEqualTo("2024-05-01");
    // A shop of a few purchases, and one that pauses every year.
    assertThat(span(20, LocalDate.MAX, "2024-12-30").last()).isEqualTo("2024-12-30");
    assertThat(span(300, LocalDate.MAX, "2024-12-30", "2025-12-30").last()).isEqualTo("2025-12-30");
  }

  @Test
  void leavesOutWhatIsDatedAfterTheImport() {
    LocalDate imported = LocalDate.of(2023, 7, 1);
    assertThat(span(300, imported).last()).isEqualTo(imported);
    assertThat(span(300, FIRST.minusYears(1)).last()).isEqualTo("2023-12-31");
  }

  /** Events spread over 2023, and some more. */
  private DaySpan span(int events, LocalDate until, String... more) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      duck.run("CREATE TABLE event(\"timestamp\" TIMESTAMP)");
      duck.run(
          "INSERT INTO event SELECT DATE '"
              + FIRST
              + "' + (i % 365)::INTEGER FROM range("
              + events
              + ") t(i)");
      if (events > 0) {
        duck.run("INSERT INTO event VALUES ('2023-12-31')");
      }
      for (String day : more) {
        duck.run("INSERT INTO event VALUES ('" + day + "')");
      }
      Path file = folder.resolve("events.parquet");
      duck.run("COPY event TO " + Duck.text(file) + " (FORMAT parquet)");
      return DaySpan.of(duck, new Tables(file, file, file, until));
    }
  }
}
