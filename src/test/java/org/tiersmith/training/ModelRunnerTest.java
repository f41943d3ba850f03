package org.tiersmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;
import org.tiersmith.model.Problem;
import org.tiersmith.task.JobContext;

class ModelRunnerTest {
  private static final int LARGE = 1 << 20;

  @TempDir private Path folder;

  /** What shares memory with an array that is gone reads whatever comes to lie there. */
  @ParameterizedTest
  @EnumSource(EncoderForm.class)
  void answersTheSameAfterMemoryWasReused(EncoderForm form) throws IOException {
    EncoderCatalogue catalogue = TinyEncoder.catalogue(folder.resolve("models"));
    Path weights = train(catalogue, TinyShop.examples(240), TinyShop.settings(form, 1));
    for (boolean bfloat16 : new boolean[] {false, true}) {
      TorchRuntime runtime = TorchRuntime.start(DeviceChoice.CPU).in(bfloat16);
      try (ModelRunner runner = ModelRunner.open(weights, catalogue, runtime)) {
        PairAnswers before =
            runner.answer(TinyShop.allPairs(), RowKeeper.none(), JobContext.detached());
        reuseMemory();
        PairAnswers after =
            runner.answer(TinyShop.allPairs(), RowKeeper.none(), JobContext.detached());
        assertThat(before.p0()).isEqualTo(after.p0()).doesNotContain(Double.NaN);
        assertThat(before.k()).isEqualTo(after.k());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(EncoderForm.class)
  void severalCoresAnswerAsOneDoes(EncoderForm form) throws IOException {
    EncoderCatalogue catalogue = TinyEncoder.catalogue(folder.resolve("models"));
    Examples examples = TinyShop.examples(2_000);
    Path weights = train(catalogue, examples, TinyShop.settings(form, 1));
    TorchRuntime runtime = TorchRuntime.start(DeviceChoice.CPU);
    int usual = JniUtils.getNumThreads();
    List<PairAnswers> answers = new ArrayList<>();
    try {
      for (int threads : new int[] {1, 2, 4, 4}) {
        JniUtils.setNumThreads(threads);
        try (ModelRunner runner = ModelRunner.open(weights, catalogue, runtime)) {
          answers.add(runner.answer(examples.features(), RowKeeper.none(), JobContext.detached()));
        }
      }
    } finally {
      JniUtils.setNumThreads(usual);
    }
    for (PairAnswers each : answers) {
      if (form == EncoderForm.CROSS) {
        assertThat(each.p0()).isEqualTo(answers.getFirst().p0());
      } else {
        assertThat(each.customers().vectors().data())
            .isEqualTo(answers.getFirst().customers().vectors().data());
      }
    }
  }

  @Test
  void refusesAdaptersOfABaseThatWasExchanged() throws IOException {
    EncoderCatalogue catalogue = TinyEncoder.catalogue(folder.resolve("models"));
    TrainingSettings adapted =
        TinyShop.settings(EncoderForm.CROSS, 1).change().adapters(Adapters.ofRank(2)).build();
    Path weights = train(catalogue, TinyShop.examples(240), adapted);
    TorchRuntime runtime = TorchRuntime.start(DeviceChoice.CPU);
    ModelRunner.open(weights, catalogue, runtime).close();
    TinyEncoder.exchange(folder.resolve("models"));
    assertThatThrownBy(() -> ModelRunner.open(weights, catalogue, runtime))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("put the former encoder back");
  }

  private Path train(EncoderCatalogue catalogue, Examples examples, TrainingSettings settings)
      throws IOException {
    return new FineTuner(catalogue)
        .train(examples, settings, RunListener.none(), folder, null, JobContext.detached())
        .weights();
  }

  private static void reuseMemory() {
    for (int round = 0; round < 3; round++) {
      System.gc();
      ByteBuffer[] others = new ByteBuffer[2_000];
      for (int i = 0; i < others.length; i++) {
        others[i] = ByteBuffer.allocateDirect(i < 40 ? LARGE : 64 << (i % 8));
        byte[] ones = new byte[others[i].capacity()];
        Arrays.fill(ones, (byte) -1);
        others[i].put(ones);
      }
      assertThat(others[0].get(0)).isEqualTo((byte) -1);
    }
  }
}
