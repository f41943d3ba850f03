package org.tiersmith.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LatestWinsTest {
  private final ManualExecutor compute = new ManualExecutor();
  private final ManualExecutor deliver = new ManualExecutor();
  private final List<Integer> results = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final LatestWins<Integer> latest =
      new LatestWins<>(compute, deliver, results::add, failures::add);

  @Test
  void deliversTheAnswerThroughTheGivenExecutor() {
    latest.request(context -> 1);
    compute.runAll();

    assertThat(results).isEmpty();
    deliver.runAll();
    assertThat(results).containsExactly(1);
  }

  @Test
  void aNewerRequestReplacesTheOneThatWaits() {
    latest.request(context -> 1);
    latest.request(context -> 2);
    latest.request(context -> 3);

    assertThat(compute.size()).isEqualTo(1);
    compute.runAll();
    deliver.runAll();
    assertThat(results).containsExactly(3);
  }

  @Test
  void whatRunsIsFinishedAndShownSoThatASliderInMotionShowsAnswers() {
    latest.request(
        context -> {
          latest.request(
              newer -> {
                deliver.runAll();
                return 2;
              });
          context.checkCancelled();
          return 1;
        });
    compute.runAll();
    assertThat(results).containsExactly(1);
    deliver.runAll();
    assertThat(results).containsExactly(1, 2);
  }

  @Test
  void anAnswerThatIsOvertakenOnItsWayIsDropped() {
    latest.request(context -> 1);
    compute.runAll();
    latest.request(context -> 2);
    compute.runAll();
    deliver.runAll();
    assertThat(results).containsExactly(2);
  }

  @Test
  void theSameJobAskedTwiceIsAnsweredForTheSecondTime() {
    Job<Integer> job = context -> 7;
    latest.request(job);
    compute.runAll();
    latest.request(job);
    compute.runAll();
    deliver.runAll();

    assertThat(results).containsExactly(7);
  }

  @Test
  void aFailureOfTheLatestIsDeliveredAndTheNextRequestStillRuns() {
    IllegalStateException failure = new IllegalStateException("test");
    latest.request(
        context -> {
          throw failure;
        });
    compute.runAll();
    deliver.runAll();
    latest.request(context -> 2);
    compute.runAll();
    deliver.runAll();

    assertThat(failures).containsExactly(failure);
    assertThat(results).containsExactly(2);
  }

  @Test
  void nothingRunsOrArrivesAfterTheClose() {
    latest.request(context -> 1);
    compute.runAll();
    latest.close();
    deliver.runAll();
    latest.request(context -> 2);

    assertThat(compute.size()).isZero();
    assertThat(results).isEmpty();
  }

  @Test
  void closingCancelsWhatRunsAndDropsWhatWaits() {
    latest.request(
        context -> {
          latest.request(newer -> 2);
          latest.close();
          context.checkCancelled();
          return 1;
        });
    compute.runAll();
    deliver.runAll();

    assertThat(results).isEmpty();
    assertThat(failures).isEmpty();
  }

  /** Steps: 0 asks anew, 1 lets one computation run, 2 lets one delivery through. */
  @Property
  void whateverTheOrderAnswersNeverGoBackAndTheLastArrives(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 2) Integer> steps) {
    LatestWinsTest fresh = new LatestWinsTest();
    int asked = 0;
    for (int step : steps) {
      asked += step == 0 ? 1 : 0;
      fresh.take(step, asked);
      assertThat(fresh.compute.size()).isLessThanOrEqualTo(1);
    }
    fresh.compute.runAll();
    fresh.deliver.runAll();

    assertThat(fresh.results).isSorted().doesNotHaveDuplicates();
    if (asked > 0) {
      assertThat(fresh.results).last().isEqualTo(asked);
    }
  }

  private void take(int step, int number) {
    switch (step) {
      case 0 -> latest.request(context -> number);
      case 1 -> compute.runNext();
      default -> deliver.runNext();
    }
  }
}
