package org.tiersmith.profile.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tiersmith.data.Duck;
import org.tiersmith.data.TableWriter;
import org.tiersmith.task.JobContext;

/** Churn in a made-up shop where it is known who comes how often and who has left. */
class ChurnModelTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final int DAYS = 360;

  @Test
  void findsThoseWhoLeft() {
    try (Duck duck = Duck.open(JobContext.detached())) {
      ChurnReport report = churn(duck, 600);
      ChurnTest test = test(report);
      assertThat(report.refusal()).isNull();
      assertThat(report.told().english())
          .contains(
              "next " + report.horizonDays() + " days",
              String.format("AUC %.2f on %d", test.auc(), test.testedOn()),
              String.format("alone %.2f", test.recencyAuc()));
      assertThat(report.horizonDays()).isBetween(14, 60);
      assertThat(test.auc()).isGreaterThan(0.8).isGreaterThan(test.recencyAuc());
      assertThat(test.calibrationError()).isLessThan(0.15);
      assertThat(test.trainedAsOf()).isBefore(test.testedAsOf());
      assertThat(test.trainedOn() + test.testedOn()).isLessThanOrEqualTo(600);
      // Both came weekly; one was not seen for a month.
      assertThat(risk(duck, "GONE")).isGreaterThan(risk(duck, "HERE") + 0.2);
      List<RiskModel.Reason> reasons = ChurnModel.reasons(copy(duck), report, "GONE");
      assertThat(reasons).hasSize(ChurnFeature.values().length);
      assertThat(reasons)
          .filteredOn(reason -> reason.feature() == ChurnFeature.OVERDUE)
          .allMatch(reason -> reason.contribution() > 0 && reason.value() > 2);
    }
  }

  @Test
  void whatComesAfterTheTrainingDayDoesNotSayHowFarToLook() {
    try (Duck duck = Duck.open(JobContext.detached())) {
      ChurnReport usual = churn(duck, 600);
      int horizon = usual.horizonDays();
      // In the days that are tested on, all who were about come every day.
      duck.run("DROP TABLE basket; DROP TABLE churn");
      duck.run(
          String.format(
              "INSERT INTO bought SELECT DISTINCT customer_id, DATE '%s' - d::INTEGER, 10.0 FROM"
                  + " bought, range(1, %d) t(d) WHERE hash(customer_id) %% 2 = 0 AND day > DATE"
                  + " '%1$s' - %2$d",
              FIRST.plusDays(DAYS), horizon));
      ChurnReport busy = ChurnModel.create(duck, FIRST.plusDays(DAYS));
      assertThat(busy.horizonDays()).isEqualTo(horizon);
      assertThat(test(busy).trainedAsOf()).isEqualTo(test(usual).trainedAsOf());
      assertThat(busy.usualGap()).isLessThan(usual.usualGap());
      // Events of another kind go on for a quarter of a year after the last purchase.
      duck.run("DROP TABLE basket; DROP TABLE churn");
      assertThat(ChurnModel.create(duck, FIRST.plusDays(DAYS + 90))).isEqualTo(busy);
    }
  }

  @Test
  void refusesTooFewCustomersOrTooShortAHistory() {
    try (Duck duck = Duck.open(JobContext.detached())) {
      ChurnReport few = churn(duck, 40);
      assertThat(few.model()).isNull();
      assertThat(few.test()).isNull();
      assertThat(String.valueOf(few.refusal())).contains("Too little to tell");
      assertThat(few.told()).isEqualTo(few.refusal());
      assertThat(duck.whole("SELECT count(*) FROM churn")).isZero();
      assertThat(ChurnModel.reasons(duck, few, "GONE")).isEmpty();
    }
    try (Duck duck = Duck.open(JobContext.detached())) {
      duck.run(
          "CREATE TABLE bought AS SELECT 'C' || i AS customer_id, DATE '2025-01-01' AS day, 1.0 AS"
              + " paid FROM range(500) t(i)");
      assertThat(String.valueOf(ChurnModel.create(duck, FIRST).refusal())).contains("1 days");
    }
  }

  /** All buy with the same chance on any day, so that nothing tells who will be away. */
  @Test
  void refusesWhereTheTestIsNoBetterThanChance() {
    try (Duck duck = Duck.open(JobContext.detached())) {
      duck.run(
          "CREATE TABLE bought AS SELECT 'C' || c AS customer_id, DATE '2025-01-01' + d::INTEGER AS"
              + " day, 10.0 AS paid FROM range(3000) a(c), range(360) b(d) WHERE hash(c, d) % 40 ="
              + " 0");
      ChurnReport report = ChurnModel.create(duck, FIRST.plusDays(DAYS));
      assertThat(String.valueOf(report.refusal())).contains("chance alone");
      assertThat(report.model()).isNull();
      assertThat(duck.whole("SELECT count(*) FROM churn")).isZero();
    }
  }

  private static ChurnTest test(ChurnReport report) {
    ChurnTest test = report.test();
    assertThat(test).isNotNull();
    return Objects.requireNonNull(test);
  }

  private static double risk(Duck duck, String customer) {
    return duck.list(
            "SELECT churn_risk FROM churn WHERE customer_id = " + Duck.text(customer),
            row -> row.number(0))
        .getFirst();
  }

  /** The shop's purchases are asked for again as if in another database. */
  private static Duck copy(Duck duck) {
    duck.run("DROP TABLE basket");
    return duck;
  }

  private static ChurnReport churn(Duck duck, int customers) {
    Random random = new Random(11);
    duck.run("CREATE TABLE bought(customer_id VARCHAR, day VARCHAR, paid DOUBLE)");
    try (TableWriter to = new TableWriter(duck, "bought")) {
      for (int c = 0; c < customers; c++) {
        double gap = 5 * Math.exp(2.3 * random.nextDouble());
        int end = random.nextInt(100) < 40 ? random.nextInt(DAYS) : DAYS;
        buy(to, "C" + c, random, gap, random.nextInt(60), end);
      }
      buy(to, "GONE", new Random(1), 7, 0, DAYS - 31);
      buy(to, "HERE", new Random(1), 7, 0, DAYS);
    }
    duck.run("ALTER TABLE bought ALTER day TYPE DATE");
    return ChurnModel.create(duck, FIRST.plusDays(DAYS));
  }

  private static void buy(
      TableWriter to, String customer, Random random, double gap, int start, int end) {
    for (double day = start;
        day <= end;
        day += Math.max(1, gap * (0.8 + 0.4 * random.nextDouble()))) {
      to.row()
          .text(customer)
          .text(FIRST.plusDays((long) day).toString())
          .number(10 + random.nextInt(30))
          .end();
    }
  }
}
