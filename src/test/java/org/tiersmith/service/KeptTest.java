package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

/** Each value is made once, one beside the other. */
@Timeout(30)
class KeptTest {
  private final Kept<String> kept = new Kept<>(2);
  private final List<String> made = new ArrayList<>();

  @Test
  void keepsTheLatest() {
    for (String key : List.of("a", "a", "b", "a", "c", "a", "b")) {
      assertThat(get(key)).isEqualTo("of " + key);
    }
    assertThat(made).containsExactly("a", "b", "c", "b");
  }

  @Test
  void anotherKeyDoesNotWait() {
    String slow =
        kept.get(
            "slow",
            JobContext.detached(),
            context ->
                "after "
                    + CompletableFuture.supplyAsync(() -> get("quick"))
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join());
    assertThat(slow).isEqualTo("after of quick");
  }

  @Test
  void whoWaitsForTheSameKeyCanBeCancelled() {
    AtomicInteger asked = new AtomicInteger();
    JobContext impatient = new JobContext(progress -> {}, () -> asked.incrementAndGet() > 3);
    kept.get(
        "slow",
        JobContext.detached(),
        context -> {
          CompletableFuture<String> second =
              CompletableFuture.supplyAsync(() -> kept.get("slow", impatient, c -> "twice"))
                  .orTimeout(10, TimeUnit.SECONDS);
          assertThatThrownBy(second::join).hasCauseInstanceOf(CancelledException.class);
          return "once";
        });
    assertThat(get("slow")).isEqualTo("once");
  }

  private String get(String key) {
    return kept.get(
        key,
        JobContext.detached(),
        context -> {
          made.add(key);
          return "of " + key;
        });
  }
}
