package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.encoder.TorchProgram;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.task.JobContext;

/**
 * A trained model ready to answer. It shares nothing with a training run, so it may work beside
 * one; one thread at a time uses it.
 */
public final class ModelRunner implements AutoCloseable {
  private final TrainedModel model;
  private final Tokeniser tokeniser;
  private final TorchProgram program;
  private final List<NDArray> weights;

  private ModelRunner(TrainedModel model, Tokeniser tokeniser, TorchProgram program) {
    this.model = model;
    this.tokeniser = tokeniser;
    this.program = program;
    this.weights =
        model.shape().names().stream()
            .map(name -> requireNonNull(model.weights().get(name), name))
            .map(tensor -> TorchProgram.array(program.manager(), tensor))
            .toList();
  }

  /**
   * Loads a weights file.
   *
   * @throws org.tiersmith.model.Problem if it is damaged, of other make, or its base encoder is not
   *     at hand
   */
  public static ModelRunner open(Path weights, EncoderCatalogue catalogue, TorchRuntime runtime)
      throws IOException {
    TrainedModel model = TrainedModel.read(weights);
    Tokeniser tokeniser = catalogue.tokeniser(model.encoder());
    String script = model.shape().script(runtime.bfloat16());
    return new ModelRunner(model, tokeniser, new TorchProgram(runtime, script));
  }

  /**
   * p0 and k of every pair, calibrated.
   *
   * @return two arrays, as long as there are pairs: p0 in (0, 1) and k at least 0
   * @throws org.tiersmith.model.Problem if the pairs' numbers are others than those trained with
   */
  public double[][] answer(PairFeatures features, JobContext context) {
    float[][] raw = raw(features, IntStream.range(0, features.size()).toArray(), context);
    double[][] out = new double[2][features.size()];
    for (int i = 0; i < features.size(); i++) {
      out[0][i] = model.calibration().p0(raw[0][i]);
      out[1][i] = model.calibration().k(raw[1][i]);
    }
    return out;
  }

  /** The network's answers for some of the pairs, not calibrated. */
  float[][] raw(PairFeatures features, int[] pairs, JobContext context) {
    model.scaling().check(features);
    PairInputs inputs = PairInputs.of(tokeniser, features, model.scaling(), model.maxLength());
    Sequences sequences =
        new Sequences(
            tokeniser.start(),
            tokeniser.separator(),
            model.maxLength(),
            model.config().pooling(),
            null);
    return new Predictor(program, weights, new BatchInputs(model.form(), sequences, inputs))
        .predict(pairs, context);
  }

  Calibration calibration() {
    return model.calibration();
  }

  @Override
  public void close() {
    program.close();
    tokeniser.close();
  }
}
