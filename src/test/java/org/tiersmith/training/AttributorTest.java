package org.tiersmith.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.encoder.BaseEncoder;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.FeatureTable;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.task.JobContext;

class AttributorTest {
  /** Customer 0, "red coffee", and product 4, "blue mug": no word comes twice. */
  private static final int PAIR = 4;

  private static final int[] WORDS = {15, 6, 16, 11};
  private static final int LONGEST = 24;

  @TempDir Path folder;
  private final PairFeatures features = TinyShop.allPairs();

  @ParameterizedTest
  @EnumSource
  void allPartsMakeTheWhole(EncoderForm form) throws IOException {
    TrainedModel model = model(form);
    try (Attributor attributor = open(model);
        ModelRunner runner = runner()) {
      Attribution why = attributor.explain(features, PAIR, JobContext.detached());
      assertThat(why.customer())
          .extracting(Attribution.Piece::text)
          .containsExactly("red", "coffee");
      assertThat(why.product()).extracting(Attribution.Piece::text).containsExactly("blue", "mug");
      assertThat(why.numbers()).containsOnlyKeys("customer.age", "pair.recency");
      double raw = runner.raw(features, new int[] {PAIR}, JobContext.detached())[0][0];
      assertThat(why.z()).isCloseTo(raw, within(1e-4));
      assertThat(why.gap()).isLessThanOrEqualTo(0.01);
      double sum = why.numbers().values().stream().mapToDouble(v -> v).sum();
      for (List<Attribution.Piece> side : List.of(why.customer(), why.product())) {
        sum += side.stream().mapToDouble(Attribution.Piece::value).sum();
      }
      double whole = why.z() - why.baseline();
      assertThat(Math.abs(whole)).as("something to explain").isGreaterThan(0.05);
      assertThat(sum).isCloseTo(whole, within(0.01 * Math.max(0.1, Math.abs(whole))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachPartIsThatOfThePlainModel(EncoderForm form) throws IOException {
    TrainedModel model = model(form);
    try (Attributor attributor = open(model)) {
      Attribution why = attributor.explain(features, PAIR, JobContext.detached());
      List<Double> parts = new ArrayList<>();
      why.customer().forEach(piece -> parts.add(piece.value()));
      why.product().forEach(piece -> parts.add(piece.value()));
      parts.addAll(why.numbers().values());
      double[] expected = new PlainWay(model).parts();
      for (int i = 0; i < expected.length; i++) {
        assertThat(parts.get(i)).as("part %d", i).isCloseTo(expected[i], within(2e-3));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 16})
  void quadratureIsExactForPolynomials(int n) {
    Quadrature rule = Quadrature.of(n);
    for (int degree = 0; degree < 2 * n; degree++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += rule.weights()[i] * Math.pow(rule.nodes()[i], degree);
      }
      assertThat(sum).isCloseTo(1.0 / (degree + 1), within(1e-12));
    }
  }

  @Test
  void textsThatSayNothingAddNothing() throws IOException {
    TrainedModel model = model(EncoderForm.CROSS);
    PairFeatures silent =
        new PairFeatures(
            new FeatureTable(List.of(""), List.of("age"), new float[] {Float.NaN}),
            new FeatureTable(List.of(""), List.of(), new float[0]),
            new int[] {0},
            new int[] {0},
            List.of("recency"),
            new float[] {Float.NaN});
    try (Attributor attributor = open(model)) {
      Attribution why = attributor.explain(silent, 0, JobContext.detached());
      assertThat(why.customer()).isEmpty();
      assertThat(why.product()).isEmpty();
      assertThat(why.z()).isEqualTo(why.baseline());
      double numbers = why.numbers().values().stream().mapToDouble(Math::abs).sum();
      assertThat(numbers).isZero();
    }
  }

  private TrainedModel model(EncoderForm form) throws IOException {
    BaseEncoder base = catalogue().load(TinyEncoder.ID);
    NumberScaling scaling =
        new NumberScaling(
            NumberScaling.names(features),
            new float[] {2, 0.2f},
            new float[] {0.7f, 2},
            new float[2],
            new float[2]);
    Map<String, Tensor> weights = new LinkedHashMap<>(base.weights());
    ModelShape shape =
        new ModelShape(
            ModelShape.Base.ENCODER, base.config(), form, scaling.columns(), Adapters.NONE);
    weights.putAll(HeadStart.of(shape, new PlattCalibration(1, 0.3, 2), new SplittableRandom(5)));
    // An answer as decided as a trained one's.
    float[] answer = requireNonNull(weights.get("head.answer.weight")).data();
    for (int i = 0; i < answer.length; i++) {
      answer[i] *= 8;
    }
    return new TrainedModel(
        TinyEncoder.ID,
        "",
        form,
        LONGEST,
        base.config(),
        scaling,
        Calibration.NONE,
        Adapters.NONE,
        weights);
  }

  private EncoderCatalogue catalogue() throws IOException {
    return TinyEncoder.catalogue(folder.resolve("models"));
  }

  private Attributor open(TrainedModel model) throws IOException {
    model.write(weights());
    return Attributor.open(weights(), catalogue(), TorchRuntime.start(DeviceChoice.CPU));
  }

  private ModelRunner runner() throws IOException {
    return ModelRunner.open(weights(), catalogue(), TorchRuntime.start(DeviceChoice.CPU).exact());
  }

  private Path weights() {
    return folder.resolve("weights.safetensors");
  }

  /** The same parts by differences of the plain model's answer, in double precision. */
  private final class PlainWay {
    private static final double DELTA = 1.0 / 256;

    private final TrainedModel model;
    private final float[] table;
    private final float[] whole;
    private final float[] blank;

    private PlainWay(TrainedModel model) {
      this.model = model;
      this.table = requireNonNull(model.weights().get(Vocabulary.WEIGHT)).data();
      this.whole = table.clone();
      this.blank = Attributor.blank(model).data();
    }

    private double[] parts() throws IOException {
      double[] parts = new double[WORDS.length + 2];
      try (Tokeniser tokeniser = catalogue().tokeniser(TinyEncoder.ID);
          NDManager scope = NDManager.newBaseManager("PyTorch")) {
        PairInputs inputs = PairInputs.of(tokeniser, features, model.scaling(), LONGEST);
        Sequences sequences = Sequences.of(tokeniser, LONGEST, model.config().pooling());
        BatchInputs batches = new BatchInputs(model.form(), sequences, inputs);
        List<NDArray> input =
            new ArrayList<>(
                batches.labelled(
                    scope, new int[] {PAIR}, TinyShop.examples(64), UnaryOperator.identity()));
        float[] numbers = inputs.numbers(new int[] {PAIR});
        Quadrature way = Quadrature.of(10);
        for (int step = 0; step < way.nodes().length; step++) {
          for (int part = 0; part < parts.length; part++) {
            double slope =
                (answer(scope, input, numbers, way.nodes()[step], part, DELTA)
                        - answer(scope, input, numbers, way.nodes()[step], part, -DELTA))
                    / (2 * DELTA);
            parts[part] += way.weights()[step] * slope;
          }
        }
      }
      return parts;
    }

    /** The logit where one part is a little further on its way than the rest. */
    private double answer(
        NDManager scope, List<NDArray> input, float[] numbers, double at, int part, double ahead) {
      for (int i = 0; i < WORDS.length; i++) {
        double place = at + (i == part ? ahead : 0);
        for (int c = 0; c < blank.length; c++) {
          int cell = WORDS[i] * blank.length + c;
          table[cell] = (float) (blank[c] + place * (whole[cell] - blank[c]));
        }
      }
      float[] x = numbers.clone();
      for (int i = 0; i < x.length; i++) {
        x[i] *= (float) (at + (WORDS.length + i == part ? ahead : 0));
      }
      input.set(0, scope.create(x, input.getFirst().getShape()));
      PlainModel plain = new PlainModel(model.shape(), model.weights());
      double z = plain.answers(input)[0][0];
      System.arraycopy(whole, 0, table, 0, table.length);
      return z;
    }
  }
}
