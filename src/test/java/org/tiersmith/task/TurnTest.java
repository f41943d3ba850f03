package org.tiersmith.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One at a time, and who waits can leave. */
@Timeout(30)
class TurnTest {
  private final Turn turn = new Turn();

  @Test
  void whoWaitsCanBeCancelled() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    Thread first =
        Thread.ofPlatform()
            .start(() -> turn.take(JobContext.detached(), () -> holds(begun, released)));
    begun.await();
    AtomicInteger asked = new AtomicInteger();
    JobContext impatient = new JobContext(progress -> {}, () -> asked.incrementAndGet() > 3);
    assertThatThrownBy(() -> turn.take(impatient, () -> "never"))
        .isInstanceOf(CancelledException.class);
    released.countDown();
    first.join();
    assertThat(turn.take(JobContext.detached(), () -> "next")).isEqualTo("next");
  }

  @Test
  void whoHasTheTurnMayTakeItAgainAndGivesItBackWhenItFails() {
    assertThat(
            turn.<String>take(
                JobContext.detached(), () -> turn.take(JobContext.detached(), () -> "inner")))
        .isEqualTo("inner");
    assertThatThrownBy(
            () ->
                turn.take(
                    JobContext.detached(),
                    () -> {
                      throw new IllegalStateException("fails");
                    }))
        .hasMessage("fails");
    Thread other = Thread.ofPlatform().start(() -> turn.take(JobContext.detached(), () -> "free"));
    assertThat(joined(other)).isTrue();
  }

  private static boolean joined(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String holds(CountDownLatch begun, CountDownLatch released) {
    begun.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "held";
  }
}
