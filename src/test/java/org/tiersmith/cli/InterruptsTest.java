package org.tiersmith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InterruptsTest {

  @Test
  void theProcessWaitsForTheCommandThoughItsThreadLivesOn() throws Exception {
    Interrupts interrupts = new Interrupts();
    CompletableFuture<Void> hook = CompletableFuture.runAsync(interrupts::stopAndWait);
    while (!interrupts.isStop()) {
      Thread.onSpinWait();
    }
    assertThat(hook).isNotDone();
    interrupts.close();
    hook.get(20, TimeUnit.SECONDS);
  }

  @Test
  void aCommandThatWasNotToldToEndGoesOn() {
    try (Interrupts interrupts = new Interrupts()) {
      interrupts.arm();
      assertThat(interrupts.isStop()).isFalse();
    }
  }
}
