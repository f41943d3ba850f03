package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.tiersmith.encoder.BaseEncoder;
import org.tiersmith.encoder.BertScript;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.encoder.TorchProgram;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Examples;

/**
 * The training loop as tutorials write it: every text padded to one length, float32, a fresh mask
 * for each dropout, the whole vocabulary, and one call of DJL's optimiser for each weight. A
 * yardstick for {@link FineTuner}, with the same network on the same engine; nothing is trained
 * with it.
 */
public final class PlainLoop {
  private static final int WARM_UP = 2;

  private final TorchRuntime runtime;
  private final Examples examples;
  private final TrainingSettings settings;
  private final int length;

  /**
   * A loop.
   *
   * @param settings encoder, batch, dropout, learning rate and seed; the form is the cross-encoder
   * @param length word pieces that each sequence is padded to
   */
  public PlainLoop(TorchRuntime runtime, Examples examples, TrainingSettings settings, int length) {
    this.runtime = runtime.exact();
    this.examples = examples;
    this.settings = settings;
    this.length = length;
  }

  /** Training examples a second over so many steps, after two that are not counted. */
  public double examplesPerSecond(EncoderCatalogue catalogue, int steps) throws IOException {
    BaseEncoder base = catalogue.load(settings.encoder());
    SplitRows rows = SplitRows.of(examples, settings.maxExamples(), settings.seed());
    NumberScaling scaling = NumberScaling.fit(examples.features(), rows.train());
    ModelShape shape =
        new ModelShape(
            ModelShape.Base.ENCODER,
            base.config(),
            EncoderForm.CROSS,
            scaling.columns(),
            Adapters.NONE);
    try (Tokeniser tokeniser = catalogue.tokeniser(settings.encoder());
        TorchProgram program = new TorchProgram(runtime, script(shape))) {
      PairInputs inputs = PairInputs.of(tokeniser, examples.features(), scaling, length);
      Sequences sequences = Sequences.of(tokeniser, length, base.config().pooling());
      BatchInputs batches = new BatchInputs(EncoderForm.CROSS, sequences, inputs);
      return new Steps(program, weights(program, shape, base, rows), batches, rows, shape)
          .measured(steps);
    }
  }

  private String script(ModelShape shape) {
    String dropout =
        BertScript.fill(
            BertScript.read(PlainLoop.class, "freshdropout.torchscript"),
            Map.of("DROPOUT", settings.tuning().dropout()));
    return shape.script(runtime.bfloat16(), dropout)
        + StepScript.of(0, Objective.PLAIN, new Weighting(1, 1));
  }

  private List<NDArray> weights(
      TorchProgram program, ModelShape shape, BaseEncoder base, SplitRows rows) {
    Map<String, Tensor> start = new LinkedHashMap<>(base.weights());
    start.putAll(
        HeadStart.of(
            shape,
            FineTuner.meanResponse(examples, rows.train()),
            Randoms.of(settings.seed(), Randoms.Purpose.HEAD_START, 0)));
    return shape.names().stream()
        .map(name -> TorchProgram.array(program.manager(), requireNonNull(start.get(name), name)))
        .toList();
  }

  private final class Steps {
    private final TorchProgram program;
    private final List<NDArray> weights;
    private final BatchInputs batches;
    private final SplitRows rows;
    private final ModelShape shape;
    private final Optimizer optimizer;

    private Steps(
        TorchProgram program,
        List<NDArray> weights,
        BatchInputs batches,
        SplitRows rows,
        ModelShape shape) {
      this.program = program;
      this.weights = weights;
      this.batches = batches;
      this.rows = rows;
      this.shape = shape;
      float rate = (float) settings.learningRate();
      this.optimizer = Optimizer.adamW().optLearningRateTracker(Tracker.fixed(rate)).build();
    }

    private double measured(int steps) {
      long began = 0;
      for (int step = 0; step < WARM_UP + steps; step++) {
        began = step == WARM_UP ? System.nanoTime() : began;
        step(batch(step));
      }
      return (double) steps * settings.batch() * 1e9 / (System.nanoTime() - began);
    }

    private int[] batch(int step) {
      int[] batch = new int[settings.batch()];
      Arrays.setAll(batch, i -> rows.train()[(step * batch.length + i) % rows.train().length]);
      return batch;
    }

    private void step(int[] batch) {
      try (NDManager scope = program.manager().newSubManager()) {
        List<NDArray> none = List.of(scope.create(0f));
        List<NDArray> each = List.of(scope.create(1f / batch.length));
        NDList gradients =
            program.callAll(
                scope, true, "gradients", List.of(inputs(scope, batch), none, weights, each));
        for (int i = 0; i < weights.size(); i++) {
          optimizer.update(shape.names().get(i), weights.get(i), gradients.get(i));
        }
      }
    }

    private List<NDArray> inputs(NDManager scope, int[] batch) {
      List<NDArray> list = new ArrayList<>(batches.labels(scope, batch, examples));
      PairInputs pairs = batches.inputs();
      int[][] customers = new int[batch.length][];
      int[][] products = new int[batch.length][];
      for (int i = 0; i < batch.length; i++) {
        customers[i] = pairs.customers().pieces()[pairs.customerText(batch[i])];
        products[i] = pairs.products().pieces()[pairs.productText(batch[i])];
      }
      list.addAll(batches.sequences().both(scope, customers, products, length));
      list.add(scope.create(LongStream.range(0, batch.length).toArray()));
      return list;
    }
  }
}
