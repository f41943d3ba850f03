package org.tiersmith.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Text;

class SameThreadJobRunnerTest {
  private static final Text TITLE = Text.of("test.job", "Counting");

  private final List<Throwable> reported = new ArrayList<>();
  private final SameThreadJobRunner runner =
      new SameThreadJobRunner((job, failure) -> reported.add(failure));

  @Test
  void theJobHasEndedWhenSubmitReturns() {
    JobHandle<String> handle = runner.submit(TITLE, context -> Thread.currentThread().getName());

    assertThat(handle.state()).isEqualTo(JobState.DONE);
    assertThat(handle.title()).isEqualTo(TITLE);
    assertThat(handle.outcome().toCompletableFuture())
        .isCompletedWithValue(Thread.currentThread().getName());
    assertThat(runner.live()).isEmpty();
  }

  @Test
  void aListenerAddedOnArrivalSeesAllProgress() {
    List<Double> fractions = new ArrayList<>();
    runner.onChange(
        job -> {
          if (job.state() == JobState.WAITING) {
            job.onProgress(progress -> fractions.add(progress.fraction()));
          }
        });
    runner.submit(
        TITLE,
        context -> {
          context.progress(0.25, TITLE);
          context.part(0.5, 1).progress(0.5, TITLE);
          return 1;
        });

    assertThat(fractions).containsExactly(-1.0, 0.25, 0.75);
  }

  @Test
  void changesAreToldWithTheLiveListUpToDate() {
    List<String> seen = new ArrayList<>();
    Registration registration =
        runner.onChange(job -> seen.add(job.state() + " of " + runner.live().size()));
    runner.submit(TITLE, context -> 1);
    registration.close();
    runner.submit(TITLE, context -> 1);

    assertThat(seen).containsExactly("WAITING of 1", "RUNNING of 1", "DONE of 0");
  }

  @Test
  void aFailureThatIsAskedForIsNotReported() {
    IllegalStateException failure = new IllegalStateException("test");
    JobHandle<Integer> handle = runner.submit(TITLE, context -> fail(failure));
    List<Throwable> seen = new ArrayList<>();
    handle.outcome().whenComplete((value, thrown) -> seen.add(thrown));
    runner.close();

    assertThat(handle.state()).isEqualTo(JobState.FAILED);
    assertThat(seen).containsExactly(failure);
    assertThat(reported).isEmpty();
  }

  @Test
  void aFailureThatNobodyAsksForIsReportedOnce() {
    IllegalStateException failure = new IllegalStateException("test");
    runner.submit(TITLE, context -> fail(failure));
    assertThat(reported).isEmpty();

    runner.submit(TITLE, context -> 1);
    runner.close();
    assertThat(reported).containsExactly(failure);
  }

  @Test
  void aJobCancelledWhileItRunsStopsAtItsNextCheck() {
    runner.onChange(job -> job.onProgress(progress -> cancelAtHalf(job, progress)));
    List<Integer> steps = new ArrayList<>();
    JobHandle<Integer> handle = runner.submit(TITLE, context -> count(context, steps));

    assertThat(handle.state()).isEqualTo(JobState.CANCELLED);
    assertThat(steps).containsExactly(0, 1, 2, 3, 4);
    assertThat(handle.outcome().toCompletableFuture())
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(CancelledException.class);
    runner.close();
    assertThat(reported).isEmpty();
  }

  @Test
  void nothingRunsAfterTheClose() {
    runner.close();
    List<Integer> ran = new ArrayList<>();
    JobHandle<Boolean> handle = runner.submit(TITLE, context -> ran.add(1));

    assertThat(handle.state()).isEqualTo(JobState.CANCELLED);
    assertThat(ran).isEmpty();
  }

  @Test
  void aListenerThatThrowsDoesNotStopTheJob() {
    runner.onChange(
        job -> {
          throw new IllegalStateException("test");
        });

    assertThat(runner.submit(TITLE, context -> 1).state()).isEqualTo(JobState.DONE);
  }

  private static void cancelAtHalf(JobHandle<?> job, Progress progress) {
    if (progress.fraction() >= 0.5) {
      job.cancel();
    }
  }

  private static int count(JobContext context, List<Integer> steps) {
    for (int i = 0; i < 10; i++) {
      context.checkCancelled();
      steps.add(i);
      context.progress((i + 1) / 10.0, TITLE);
    }
    return steps.size();
  }

  private static int fail(RuntimeException failure) {
    throw failure;
  }
}
