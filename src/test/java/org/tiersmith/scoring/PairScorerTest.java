package org.tiersmith.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.CandidatePairs;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.Problem;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.FineTuner;
import org.tiersmith.training.RowKeeper;
import org.tiersmith.training.RunListener;
import org.tiersmith.training.TinyShop;

class PairScorerTest {
  @TempDir Path folder;
  private EncoderCatalogue catalogue;

  @BeforeEach
  void prepare() throws IOException {
    catalogue = TinyEncoder.catalogue(folder.resolve("models"));
  }

  @ParameterizedTest
  @EnumSource
  void findsWhoBuysWhatAndWhoAnswersDiscounts(EncoderForm form) throws IOException {
    ScoredPairs scored = score(train(form, 2000, 4), pairs(TinyShop.allPairs()));
    assertThat(Arrays.stream(scored.p0()).boxed()).hasSize(64).allMatch(p -> p > 0 && p < 1);
    assertThat(Arrays.stream(scored.k()).boxed()).hasSize(64).allMatch(k -> k >= 0);
    assertThat(mean(scored.p0(), i -> i / 8 % 4 == i % 4))
        .isGreaterThan(2 * mean(scored.p0(), i -> i / 8 % 4 != i % 4));
    assertThat(mean(scored.k(), i -> i / 8 >= 4)).isGreaterThan(mean(scored.k(), i -> i / 8 < 4));
  }

  @ParameterizedTest
  @EnumSource
  void aPairScoresTheSameWhereverItStands(EncoderForm form) throws IOException {
    Path weights = train(form, 200, 1);
    PairFeatures all = TinyShop.allPairs();
    int[] back = IntStream.rangeClosed(1, 64).map(i -> 64 - i).toArray();
    PairFeatures turned =
        new PairFeatures(
            all.customers(),
            all.products(),
            Arrays.stream(back).map(i -> all.customer()[i]).toArray(),
            Arrays.stream(back).map(i -> all.product()[i]).toArray(),
            all.numberNames(),
            all.numbers());
    ScoredPairs forth = score(weights, pairs(all));
    ScoredPairs turnedBack = score(weights, pairs(turned));
    for (int i = 0; i < 64; i++) {
      assertThat(turnedBack.p0()[63 - i]).isCloseTo(forth.p0()[i], within(0.02));
    }
    for (int i = 0; i < forth.similarity().length; i++) {
      assertThat(turnedBack.similarity()[63 - i]).isCloseTo(forth.similarity()[i], within(0.02f));
    }
  }

  @Test
  void towersSayHowAlikeCustomerAndProductAre() throws IOException {
    ScoredPairs scored = score(train(EncoderForm.TWO_TOWER, 200, 1), pairs(TinyShop.allPairs()));
    assertThat(scored.hasSimilarity()).isTrue();
    assertThat(scored.similarity()).hasSize(64);
    for (float cosine : scored.similarity()) {
      assertThat(cosine).isBetween(-1f, 1f);
    }
    assertThat(IntStream.range(0, 64).mapToObj(i -> scored.similarity()[i]).distinct())
        .hasSizeGreaterThan(60);
  }

  @Test
  void aCrossEncoderHasNoVectorsToCompare() throws IOException {
    ScoredPairs scored = score(train(EncoderForm.CROSS, 200, 1), pairs(TinyShop.allPairs()));
    assertThat(scored.similarity()).isEmpty();
  }

  @Test
  void worksBesideTraining() throws Exception {
    Path weights = train(EncoderForm.TWO_TOWER, 200, 1);
    ScoredPairs alone = score(weights, pairs(TinyShop.allPairs()));
    CountDownLatch training = new CountDownLatch(1);
    RunListener listener =
        new RunListener() {
          @Override
          public void point(String series, long step, double value) {
            training.countDown();
          }

          @Override
          public void kept(Path kept, int epoch, double validationLoss) {}
        };
    CompletableFuture<byte[]> beside =
        CompletableFuture.supplyAsync(() -> trained("beside", listener));
    training.await();
    ScoredPairs during = score(weights, pairs(TinyShop.allPairs()));
    assertThat(during.p0()).isEqualTo(alone.p0());
    assertThat(during.k()).isEqualTo(alone.k());
    assertThat(beside.get()).isEqualTo(trained("again", RunListener.none()));
  }

  @Test
  void refusesOtherFeatures() throws IOException {
    Path weights = train(EncoderForm.TWO_TOWER, 200, 1);
    PairFeatures all = TinyShop.allPairs();
    PairFeatures other =
        new PairFeatures(
            all.customers(),
            all.products(),
            all.customer(),
            all.product(),
            List.of("frequency"),
            all.numbers());
    assertThatThrownBy(() -> score(weights, pairs(other)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("pair.recency")
        .hasMessageContaining("pair.frequency");
  }

  private byte[] trained(String name, RunListener listener) {
    try {
      Path dir = Files.createDirectories(folder.resolve(name));
      return Files.readAllBytes(train(EncoderForm.CROSS, 400, 2, dir, listener));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path train(EncoderForm form, int examples, int epochs) throws IOException {
    return train(form, examples, epochs, folder, RunListener.none());
  }

  private Path train(EncoderForm form, int examples, int epochs, Path dir, RunListener listener)
      throws IOException {
    return new FineTuner(catalogue)
        .train(
            TinyShop.examples(examples),
            TinyShop.settings(form, epochs),
            listener,
            dir,
            null,
            JobContext.detached())
        .weights();
  }

  private ScoredPairs score(Path weights, CandidatePairs pairs) throws IOException {
    return new PairScorer(catalogue)
        .score(weights, pairs, DeviceChoice.CPU, RowKeeper.none(), JobContext.detached())
        .pairs();
  }

  private static CandidatePairs pairs(PairFeatures features) {
    List<String> ids = Collections.nCopies(8, "x");
    double[] prices = new double[features.size()];
    return new CandidatePairs(features, ids, ids, prices, prices);
  }

  private static double mean(double[] values, IntPredicate which) {
    return IntStream.range(0, values.length)
        .filter(which)
        .mapToDouble(i -> values[i])
        .average()
        .orElseThrow();
  }
}
