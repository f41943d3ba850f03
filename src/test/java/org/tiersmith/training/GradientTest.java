package org.tiersmith.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiersmith.encoder.BaseEncoder;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.encoder.TorchProgram;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;

/** The step program's loss and gradients beside central differences of the plain model's loss. */
class GradientTest {
  private static final int[] PAIRS = {3, 77, 120};
  private static final int LONGEST = 24;
  private static final float STEP = 1f / 1024;
  private static final String STEP_SCRIPT =
      StepScript.of(0, Objective.PLAIN, Weighting.of(Objective.PLAIN, 0.5));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void lossAndGradientsAreThoseOfThePlainModel(EncoderForm form) throws IOException {
    EncoderCatalogue catalogue = TinyEncoder.catalogue(folder);
    BaseEncoder base = catalogue.load(TinyEncoder.ID);
    Examples examples = TinyShop.examples(200);
    NumberScaling scaling = NumberScaling.fit(examples.features(), PAIRS);
    ModelShape shape =
        new ModelShape(
            ModelShape.Base.ENCODER, base.config(), form, scaling.columns(), Adapters.NONE);
    Map<String, Tensor> weights = new LinkedHashMap<>(base.weights());
    weights.putAll(HeadStart.of(shape, new PlattCalibration(1, 0.3, 2), new SplittableRandom(1)));
    // Left and right begin as one array, but each is to move alone here.
    weights.replaceAll((_, tensor) -> new Tensor(tensor.shape(), tensor.data().clone()));
    TorchRuntime exact = new TorchRuntime(TorchRuntime.start(DeviceChoice.CPU).device(), false);
    try (Tokeniser tokeniser = catalogue.tokeniser(TinyEncoder.ID);
        TorchProgram program = new TorchProgram(exact, shape.script(false) + STEP_SCRIPT);
        NDManager scope = program.manager().newSubManager()) {
      PairInputs inputs = PairInputs.of(tokeniser, examples.features(), scaling, LONGEST);
      Sequences sequences = Sequences.of(tokeniser, LONGEST, base.config().pooling());
      List<NDArray> batch =
          new BatchInputs(form, sequences, inputs)
              .labelled(scope, PAIRS, examples, UnaryOperator.identity());
      PlainModel plain = new PlainModel(shape, weights);
      NDList gradients = gradients(program, scope, batch, shape, weights);
      float loss = gradients.getLast().getFloat();
      assertThat((double) loss).isCloseTo(plain.loss(batch), within(1e-5));
      compare(shape, weights, gradients, plain, batch);
    }
  }

  private static NDList gradients(
      TorchProgram program,
      NDManager scope,
      List<NDArray> batch,
      ModelShape shape,
      Map<String, Tensor> weights) {
    List<NDArray> arrays = new ArrayList<>();
    for (String name : shape.names()) {
      arrays.add(TorchProgram.array(scope, requireNonNull(weights.get(name), name)));
    }
    List<NDArray> noDropout = List.of(scope.create(0f));
    List<NDArray> mean = List.of(scope.create(1f / PAIRS.length));
    return program.callAll(scope, true, "gradients", List.of(batch, noDropout, arrays, mean));
  }

  /** A few coordinates of each weight of the head, the embeddings and the first layer. */
  private static void compare(
      ModelShape shape,
      Map<String, Tensor> weights,
      NDList gradients,
      PlainModel plain,
      List<NDArray> batch) {
    Random random = new Random(9);
    double largest = 0;
    for (int i = 0; i < shape.names().size(); i++) {
      String name = shape.names().get(i);
      if (name.startsWith("encoder.layer.1")) {
        continue;
      }
      float[] values = requireNonNull(weights.get(name)).data();
      float[] gradient = gradients.get(i).toFloatArray();
      for (int coordinate : random.ints(2, 0, values.length).toArray()) {
        double expected = difference(plain, batch, values, coordinate);
        assertThat((double) gradient[coordinate])
            .as("%s[%d]", name, coordinate)
            .isCloseTo(expected, within(1e-5 + 1e-3 * Math.abs(expected)));
        largest = Math.max(largest, Math.abs(expected));
      }
    }
    assertThat(largest).as("some gradient is large enough to tell").isGreaterThan(0.01);
  }

  private static double difference(
      PlainModel plain, List<NDArray> batch, float[] values, int coordinate) {
    float here = values[coordinate];
    float above = here + STEP;
    float below = here - STEP;
    values[coordinate] = above;
    double up = plain.loss(batch);
    values[coordinate] = below;
    double down = plain.loss(batch);
    values[coordinate] = here;
    return (up - down) / ((double) above - below);
  }
}
