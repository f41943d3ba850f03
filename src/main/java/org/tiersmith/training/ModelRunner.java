package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tiersmith.encoder.BertScript;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.encoder.TorchProgram;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.encoder.Workers;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.PairGrid;
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
  private final Workers workers;

  private ModelRunner(
      TrainedModel model, Tokeniser tokeniser, TorchProgram program, Workers workers) {
    this.model = model;
    this.tokeniser = tokeniser;
    this.program = program;
    this.workers = workers;
    this.weights =
        BertScript.lowered(
            program,
            model.shape().names().stream()
                .map(name -> requireNonNull(model.weights().get(name), name))
                .map(tensor -> TorchProgram.array(program.manager(), tensor))
                .toList());
  }

  /**
   * Loads a weights file.
   *
   * @throws org.tiersmith.model.Problem if it is damaged, of other make, or its base encoder is not
   *     at hand
   */
  public static ModelRunner open(Path weights, EncoderCatalogue catalogue, TorchRuntime runtime)
      throws IOException {
    TrainedModel model = TrainedModel.read(weights, catalogue);
    Tokeniser tokeniser = catalogue.tokeniser(model.encoder());
    String script = model.shape().script(runtime.bfloat16());
    return new ModelRunner(
        model, tokeniser, new TorchProgram(runtime, script), Workers.of(runtime));
  }

  /**
   * What the model says of every pair.
   *
   * @param keeper keeps what takes long, to go on from it after a stop
   * @throws org.tiersmith.model.Problem if the pairs' numbers are others than those trained with
   */
  public PairAnswers answer(PairFeatures features, RowKeeper keeper, JobContext context) {
    int[] pairs = IntStream.range(0, features.size()).toArray();
    Predictor predictor = predictor(features, keeper);
    if (model.form() == EncoderForm.CROSS) {
      float[][] raw = predictor.predict(pairs, context);
      return new PairAnswers(p0(raw), k(raw), new float[0], SideVectors.NONE, SideVectors.NONE);
    }
    PairVectors vectors = predictor.vectors(pairs, context.part(0, Predictor.VECTORS_SHARE));
    float[][] raw = predictor.combine(pairs, vectors, context.part(Predictor.VECTORS_SHARE, 1));
    return new PairAnswers(
        p0(raw),
        k(raw),
        vectors.similarities(pairs),
        vectors.side(true, features.customer()),
        vectors.side(false, features.product()));
  }

  /**
   * What the model knows of a grid's customers and products.
   *
   * @param keeper keeps the vectors of texts meanwhile, to go on from them after a stop
   * @throws org.tiersmith.model.Problem if the grid's numbers are others than those trained with
   * @throws IllegalStateException if the model is a cross-encoder, which reads pairs only
   */
  public TowerFactors factors(PairGrid grid, RowKeeper keeper, JobContext context) {
    if (model.form() != EncoderForm.TWO_TOWER) {
      throw new IllegalStateException("a cross-encoder has no factors");
    }
    Tensor link = requireNonNull(model.weights().get(ModelShape.LINK), ModelShape.LINK);
    return new TowerReader(Forward.of(program, weights), grid, link, model.calibration())
        .read(features -> predictor(features, keeper), context);
  }

  /** How texts meet in the model. */
  public EncoderForm form() {
    return model.form();
  }

  private double[] p0(float[][] raw) {
    double[] p0 = new double[raw[0].length];
    Arrays.setAll(p0, i -> model.calibration().p0(raw[0][i]));
    return p0;
  }

  private double[] k(float[][] raw) {
    double[] k = new double[raw[1].length];
    Arrays.setAll(k, i -> model.calibration().k(raw[1][i]));
    return k;
  }

  /** The network's answers for some of the pairs, not calibrated. */
  float[][] raw(PairFeatures features, int[] pairs, JobContext context) {
    return predictor(features, RowKeeper.none()).predict(pairs, context);
  }

  private Predictor predictor(PairFeatures features, RowKeeper keeper) {
    model.scaling().check(features);
    PairInputs inputs = PairInputs.of(tokeniser, features, model.scaling(), model.maxLength());
    Sequences sequences = Sequences.of(tokeniser, model.maxLength(), model.config().pooling());
    return new Predictor(
        Forward.of(program, weights),
        new BatchInputs(model.form(), sequences, inputs),
        keeper,
        workers);
  }

  Calibration calibration() {
    return model.calibration();
  }

  @Override
  public void close() {
    workers.close();
    program.close();
    tokeniser.close();
  }
}
