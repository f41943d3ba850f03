package org.tiersmith.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tiersmith.model.Text;

@Timeout(20)
class BackgroundJobRunnerTest {
  private static final Text TITLE = Text.of("test.job", "Counting");

  private final List<Throwable> reported = new CopyOnWriteArrayList<>();
  private final ManualExecutor grace = new ManualExecutor();
  private final BackgroundJobRunner runner =
      new BackgroundJobRunner((job, failure) -> reported.add(failure), grace);

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void runsOnADaemonThread() throws Exception {
    boolean daemon = await(runner.submit(TITLE, context -> Thread.currentThread().isDaemon()));

    assertThat(daemon).isTrue();
  }

  @Test
  void theHeavyLaneRunsOneAtATimeWhileTheLightLaneGoesOn() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    JobHandle<Integer> first =
        runner.submit(TITLE, Lane.HEAVY, context -> waitFor(started, release, 1));
    JobHandle<Integer> second = runner.submit(TITLE, Lane.HEAVY, context -> 2);
    await(started);

    int light = await(runner.submit(TITLE, context -> 3));
    assertThat(light).isEqualTo(3);
    assertThat(first.state()).isEqualTo(JobState.RUNNING);
    assertThat(second.state()).isEqualTo(JobState.WAITING);
    assertThat(runner.live()).containsExactly(first, second);

    release.countDown();
    int heavy = await(second);
    assertThat(heavy).isEqualTo(2);
    assertThat(first.state()).isEqualTo(JobState.DONE);
    assertThat(runner.live()).isEmpty();
  }

  @Test
  void lightJobsRunBesideEachOther() throws Exception {
    CountDownLatch bothStarted = new CountDownLatch(2);
    JobHandle<Integer> first =
        runner.submit(TITLE, context -> waitFor(bothStarted, bothStarted, 1));
    JobHandle<Integer> second =
        runner.submit(TITLE, context -> waitFor(bothStarted, bothStarted, 2));

    assertThat(await(first) + await(second)).isEqualTo(3);
  }

  @Test
  void aJobCancelledWhileItWaitsNeverRuns() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    runner.submit(TITLE, Lane.HEAVY, context -> waitFor(started, release, 1));
    List<Integer> ran = new CopyOnWriteArrayList<>();
    JobHandle<Boolean> second = runner.submit(TITLE, Lane.HEAVY, context -> ran.add(2));
    await(started);
    second.cancel();

    assertThat(second.state()).isEqualTo(JobState.CANCELLED);
    assertThat(runner.live()).doesNotContain(second);
    release.countDown();
    await(runner.submit(TITLE, Lane.HEAVY, context -> 3));
    assertThat(ran).isEmpty();
  }

  @Test
  void closingCancelsWhatRunsAndWaitsForItsEnd() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    List<String> steps = new CopyOnWriteArrayList<>();
    JobHandle<Integer> handle =
        runner.submit(TITLE, Lane.HEAVY, context -> untilCancelled(context, started, steps));
    await(started);
    runner.close();

    assertThat(steps).containsExactly("kept");
    assertThat(handle.state()).isEqualTo(JobState.CANCELLED);
    assertThat(runner.submit(TITLE, context -> 1).state()).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void aFailureIsReportedAfterTheGraceUnlessSomebodyAsked() throws Exception {
    IllegalStateException unclaimed = new IllegalStateException("unclaimed");
    IllegalStateException late = new IllegalStateException("late");
    JobHandle<Integer> first = runner.submit(TITLE, Lane.HEAVY, context -> fail(unclaimed));
    JobHandle<Integer> second = runner.submit(TITLE, Lane.HEAVY, context -> fail(late));
    await(runner.submit(TITLE, Lane.HEAVY, context -> 1));
    assertThat(first.state()).isEqualTo(JobState.FAILED);
    assertThat(reported).isEmpty();

    List<Throwable> seen = new CopyOnWriteArrayList<>();
    second.outcome().whenComplete((value, failure) -> seen.add(failure));
    grace.runAll();
    assertThat(reported).containsExactly(unclaimed);
    assertThat(seen).containsExactly(late);
  }

  @Test
  void closingReportsFailuresThatAreStillHeld() {
    IllegalStateException failure = new IllegalStateException("test");
    CountDownLatch ended = new CountDownLatch(1);
    runner.onChange(job -> countEnd(job, ended));
    runner.submit(TITLE, context -> fail(failure));
    await(ended);
    runner.close();
    grace.runAll();

    assertThat(reported).containsExactly(failure);
  }

  private static void countEnd(JobHandle<?> job, CountDownLatch ended) {
    if (job.state().isEnded()) {
      ended.countDown();
    }
  }

  private static int untilCancelled(
      JobContext context, CountDownLatch started, List<String> steps) {
    started.countDown();
    try {
      while (true) {
        context.checkCancelled();
        Thread.onSpinWait();
      }
    } finally {
      steps.add("kept");
    }
  }

  private static int waitFor(CountDownLatch started, CountDownLatch release, int value) {
    started.countDown();
    await(release);
    return value;
  }

  private static int fail(RuntimeException failure) {
    throw failure;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T await(JobHandle<T> handle) throws Exception {
    return handle.outcome().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
