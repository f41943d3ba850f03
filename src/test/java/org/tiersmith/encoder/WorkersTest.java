package org.tiersmith.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.DeviceChoice;

class WorkersTest {
  private static final int THREADS = 3;

  private TorchRuntime runtime;
  private int usual;

  @BeforeEach
  void takeThreeThreads() {
    runtime = TorchRuntime.start(DeviceChoice.CPU);
    usual = JniUtils.getNumThreads();
    JniUtils.setNumThreads(THREADS);
  }

  @AfterEach
  void giveThemBack() {
    JniUtils.setNumThreads(usual);
  }

  @Test
  void eachComputesOnOneCoreAndTheCallerOnAll() {
    CyclicBarrier together = new CyclicBarrier(THREADS);
    try (Workers workers = Workers.of(runtime)) {
      assertThat(workers.count()).isEqualTo(THREADS);
      List<Future<Integer>> tasks =
          Stream.generate(
                  () ->
                      workers.begin(
                          () -> {
                            // Only if all are begun at once does any of them go on.
                            together.await();
                            return JniUtils.getNumThreads();
                          }))
              .limit(THREADS)
              .toList();
      assertThat(tasks).extracting(Workers::result).containsOnly(1);
      assertThat(JniUtils.getNumThreads()).isEqualTo(THREADS);
    }
  }

  @Test
  void theCallingThreadAloneDoesItAtOnce() {
    try (Workers none = Workers.none()) {
      assertThat(none.begin(Thread::currentThread).resultNow()).isEqualTo(Thread.currentThread());
    }
  }

  @Test
  void whatATaskThrowsIsThrown() {
    try (Workers workers = Workers.of(runtime)) {
      Future<Object> task =
          workers.begin(
              () -> {
                throw new IllegalArgumentException("no");
              });
      assertThatThrownBy(() -> Workers.result(task)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
