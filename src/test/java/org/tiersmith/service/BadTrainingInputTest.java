package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiersmith.encoder.Safetensors;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.project.RunState;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.Precision;
import org.tiersmith.training.TrainingSettings;

/** What is wrong with data or base encoder is said in a sentence; the project goes on. */
class BadTrainingInputTest {
  private static final int EVENTS = 240;

  /** A product that at most one exposure shows. */
  private static final int LONE = 6;

  private static final String WORD = "embeddings.word_embeddings.weight";

  /** Row of a word of the tiny encoder that its check on loading does not read. */
  private static final int SPADE = 14;

  @TempDir private Path folder;
  private ProjectSession session;

  @BeforeEach
  void create() throws IOException {
    TinyEncoder.catalogue(folder.resolve("models"));
    session =
        TrainUnderKill.workbench(folder, folder.resolve("models"))
            .create(folder.resolve("shop.tiersmith"));
  }

  @AfterEach
  void close() {
    session.close();
  }

  @ParameterizedTest
  @EnumSource
  void noPurchaseAmongTheValidationExamples(EncoderForm form) throws Exception {
    load(i -> i < EVENTS / 2 && i % 3 == 0, p -> "a mug", "", -1);
    assertThat(refused(form))
        .contains("validation examples 0 ended in a purchase")
        .contains("Nothing was started");
  }

  @Test
  void nobodyEverBuys() throws Exception {
    load(i -> false, p -> "a mug", "", -1);
    assertThat(refused(EncoderForm.CROSS)).contains("training examples 0 ended in a purchase");
  }

  @Test
  void everybodyAlwaysBuys() throws Exception {
    load(i -> true, p -> "a mug", "", -1);
    assertThat(refused(EncoderForm.CROSS)).contains("All 240 exposures ended in a purchase");
  }

  @ParameterizedTest
  @EnumSource
  void textsThatAreEmptyLeaveTheNumbers(EncoderForm form) throws Exception {
    load(i -> i % 3 == 0, p -> "", "", -1);
    goTheRoad(form);
  }

  @ParameterizedTest
  @EnumSource
  void textsOfAHundredThousandCharacters(EncoderForm form) throws Exception {
    String words = "loves coffee and running ".repeat(4_000);
    String one = "x".repeat(100_000);
    load(i -> i % 3 == 0, p -> p % 2 == 0 ? words : one, words, -1);
    goTheRoad(form);
  }

  @Test
  void aLossThatIsNoNumberIsTakenBackAndItsBatchNamed() throws Exception {
    poison(SPADE);
    load(i -> i % 3 == 0, p -> p == LONE ? "spade" : "novel", "", 100);
    Problem problem = fails(settings(EncoderForm.CROSS));
    assertThat(problem)
        .message()
        .matches("The loss is no longer a number in batch \\d+ of \\d+ of epoch 1, after .*")
        .contains("That step was not taken");
    assertThat(problem.isFailure()).isTrue();
    RunView run = session.runs().run(1);
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.resumable()).as("the state before that batch is kept").isTrue();
    List<Double> losses = losses();
    assertThat(losses).isNotEmpty().allMatch(Double::isFinite);

    assertThatThrownBy(() -> session.training().carryOn(1, JobContext.detached()))
        .as("the same batch comes again")
        .isInstanceOf(Problem.class)
        .hasMessage(problem.getMessage());
    assertThat(losses()).isEqualTo(losses);
    assertThat(session.runs().run(1).state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void aValidationLossThatIsNoNumberIsSaidToo() throws Exception {
    poison(SPADE);
    load(i -> i % 3 == 0, p -> p == LONE ? "spade" : "novel", "", 190);
    assertThat(fails(settings(EncoderForm.CROSS)))
        .hasMessageContaining("steps the loss of the validation examples is no number");
    assertThat(session.runs().run(1).state()).isEqualTo(RunState.FAILED);
    assertThat(losses()).isNotEmpty().allMatch(Double::isFinite);
  }

  @Test
  void aBaseWhoseTokeniserAndWeightsDisagree() throws Exception {
    load(i -> i % 3 == 0, p -> "a mug", "", -1);
    Path tokeniser = folder.resolve("models/tiny/tokenizer.json");
    Files.writeString(
        tokeniser,
        Files.readString(tokeniser).replace("\"the\":19", "\"the\":19,\"shop\":20,\"sale\":21"));
    unusable("the tokeniser knows 22 word pieces up to number 21");
  }

  @Test
  void aBaseWhoseWeightsAreCutShort() throws Exception {
    load(i -> i % 3 == 0, p -> "a mug", "", -1);
    Path weights = folder.resolve("models/tiny/model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(bytes, bytes.length / 2));
    unusable("model.safetensors");
  }

  /** Refused before a run is made. */
  private void unusable(String why) {
    assertThatThrownBy(
            () -> session.training().train(settings(EncoderForm.CROSS), JobContext.detached()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("Exception");
    assertThat(session.runs().all()).isEmpty();
    assertThat(session.engine().encoders()).anyMatch(encoder -> encoder.id().equals("tiny"));
  }

  private String refused(EncoderForm form) {
    Problem problem = fails(settings(form));
    assertThat(problem.isFailure()).isFalse();
    RunView run = session.runs().run(1);
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.scorable()).isFalse();
    assertThat(session.data().current()).isPresent();
    session.runs().remove(1);
    return problem.getMessage();
  }

  private Problem fails(TrainingSettings settings) {
    return catchThrowableOfType(
        Problem.class, () -> session.training().train(settings, JobContext.detached()));
  }

  private void goTheRoad(EncoderForm form) throws IOException {
    RunView run = session.training().train(settings(form), JobContext.detached());
    assertThat(run.state()).isEqualTo(RunState.DONE);
    ScoreView scored = session.scoring().score(null, null, DeviceChoice.CPU, JobContext.detached());
    assertThat(scored.pairs()).isEqualTo(12 * 6);
    ScoredPairs pairs = session.scoring().scoredPairs(session.scoring().scores().pairs());
    assertThat(Arrays.stream(pairs.p0()).boxed()).allMatch(p -> p > 0 && p < 1);
    PairWhy why = session.scoring().why(run.id(), "C1", "P1", JobContext.detached());
    assertThat(why.attribution()).isNotNull();
    assertThat(session.strategy().ground(10).distributions()).isNotEmpty();
  }

  private static TrainingSettings settings(EncoderForm form) {
    return TrainingSettings.defaults(form)
        .change()
        .encoder(TinyEncoder.ID)
        .sizes(1, 16, 32, 0)
        .device(DeviceChoice.CPU)
        .seed(3)
        .precision(Precision.EXACT)
        .build();
  }

  private List<Double> losses() {
    return session.runs().series(1).stream()
        .filter(point -> point.series().equals("train.loss"))
        .map(point -> point.value())
        .toList();
  }

  /** Gives a word a vector that is finite, and too large to compute with. */
  private void poison(int row) throws IOException {
    Path file = folder.resolve("models/tiny/model.safetensors");
    Safetensors weights = Safetensors.read(file);
    Map<String, Tensor> tensors = new LinkedHashMap<>(weights.tensors());
    Tensor words = tensors.get("bert." + WORD);
    for (int i = 0; i < TinyEncoder.HIDDEN; i++) {
      words.data()[row * TinyEncoder.HIDDEN + i] = Float.MAX_VALUE;
    }
    new Safetensors(tensors, weights.metadata()).write(file);
  }

  /**
   * Imports a shop of twelve customers and six products, one exposure an hour.
   *
   * @param bought which exposures end in a purchase
   * @param title of each product
   * @param about what a customer is said to be, searched for and wrote, and products' descriptions
   * @param lone the one exposure of a seventh product; -1 where there is no such product
   */
  private void load(IntPredicate bought, IntFunction<String> title, String about, int lone)
      throws IOException {
    StringBuilder events =
        new StringBuilder(
            "event_id,customer_id,product_id,timestamp,type,list_price,discount_rate,purchased,"
                + "text\n");
    LocalDateTime start = LocalDateTime.of(2026, 1, 1, 0, 0);
    for (int i = 0; i < EVENTS; i++) {
      events.append(
          String.format(
              "E%d,C%d,P%d,%s,exposure,%d,0.%d,%d,%n",
              i,
              i % 12,
              i == lone ? LONE : i % 6,
              start.plusHours(i),
              5 + i % 7,
              i % 4,
              bought.test(i) ? 1 : 0));
    }
    for (int c = 0; c < 12 && !about.isEmpty(); c++) {
      events.append(String.format("S%d,C%d,,%s,search,,,,%s%n", c, c, start, about));
      events.append(String.format("R%d,C%d,P1,%s,review,,,,%s%n", c, c, start, about));
    }
    StringBuilder products = new StringBuilder("product_id,title,description,price\n");
    for (int p = 0; p < (lone < 0 ? LONE : LONE + 1); p++) {
      products.append(String.format("P%d,%s,%s,9%n", p, title.apply(p), about));
    }
    StringBuilder customers = new StringBuilder("customer_id,about\n");
    for (int c = 0; c < 12; c++) {
      customers.append(String.format("C%d,%s%n", c, about));
    }
    Path who = Files.writeString(folder.resolve("customers.csv"), customers);
    Path what = Files.writeString(folder.resolve("products.csv"), products);
    Path happened = Files.writeString(folder.resolve("events.csv"), events);
    session.data().importFiles(session.data().guess(who, what, happened), JobContext.detached());
  }
}
