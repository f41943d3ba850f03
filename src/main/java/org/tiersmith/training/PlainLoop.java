package org.tiersmith.training;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.transformer.BertBlock;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.tiersmith.encoder.BertConfig;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.Examples;

/**
 * The training loop as tutorials write it with DJL: its BERT block of the base's sizes and one
 * linear layer, every text padded to one length, float32, and a trainer that calls AdamW once for
 * each weight. A yardstick for {@link FineTuner} on the same engine; it starts from random weights,
 * for what it would learn does not matter.
 */
public final class PlainLoop {
  private static final int WARM_UP = 2;

  private final Examples examples;
  private final TrainingSettings settings;
  private final int length;

  /**
   * A loop.
   *
   * @param settings encoder, batch, dropout, learning rate and seed
   * @param length word pieces that each sequence is padded to
   */
  public PlainLoop(Examples examples, TrainingSettings settings, int length) {
    this.examples = examples;
    this.settings = settings;
    this.length = length;
  }

  /** Training examples a second on the CPU over so many steps, after two that are not counted. */
  public double examplesPerSecond(EncoderCatalogue catalogue, int steps) throws IOException {
    TorchRuntime.start(settings.device());
    BertConfig config = catalogue.load(settings.encoder()).config();
    SplitRows rows = SplitRows.of(examples, settings.maxExamples(), settings.seed());
    NumberScaling scaling = NumberScaling.fit(examples.features(), rows.train());
    try (Tokeniser tokeniser = catalogue.tokeniser(settings.encoder());
        Model model = Model.newInstance("plain", Device.cpu(), "PyTorch")) {
      PairInputs inputs = PairInputs.of(tokeniser, examples.features(), scaling, length);
      Sequences sequences = Sequences.of(tokeniser, length, config.pooling());
      model.setBlock(network(config));
      try (Trainer trainer = model.newTrainer(trained())) {
        Shape texts = new Shape(settings.batch(), length);
        trainer.initialize(texts, texts, texts);
        return new Steps(trainer, inputs, sequences, rows).measured(steps);
      }
    }
  }

  private Block network(BertConfig config) {
    return new SequentialBlock()
        .add(
            BertBlock.builder()
                .setTokenDictionarySize(config.vocabulary())
                .optTransformerBlockCount(config.layers())
                .optAttentionHeadCount(config.heads())
                .optEmbeddingSize(config.hidden())
                .optHiddenSize(config.intermediate())
                .optHiddenDropoutProbability((float) settings.tuning().dropout())
                .optMaxSequenceLength(length)
                .build())
        .add(both -> new NDList(both.get(1)))
        .add(Linear.builder().setUnits(1).build());
  }

  private DefaultTrainingConfig trained() {
    Tracker rate = Tracker.fixed((float) settings.learningRate());
    return new DefaultTrainingConfig(Loss.sigmoidBinaryCrossEntropyLoss())
        .optOptimizer(Optimizer.adamW().optLearningRateTracker(rate).build())
        .optDevices(new Device[] {Device.cpu()});
  }

  private final class Steps {
    private final Trainer trainer;
    private final PairInputs inputs;
    private final Sequences sequences;
    private final SplitRows rows;

    private Steps(Trainer trainer, PairInputs inputs, Sequences sequences, SplitRows rows) {
      this.trainer = trainer;
      this.inputs = inputs;
      this.sequences = sequences;
      this.rows = rows;
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
      try (NDManager scope = trainer.getManager().newSubManager()) {
        NDArray outcomes = outcomes(scope, batch);
        try (GradientCollector gradients = trainer.newGradientCollector()) {
          NDList said = trainer.forward(texts(scope, batch));
          NDArray loss = trainer.getLoss().evaluate(new NDList(outcomes), said);
          gradients.backward(loss);
        }
        trainer.step();
      }
    }

    private NDList texts(NDManager scope, int[] batch) {
      int[][] customers = new int[batch.length][];
      int[][] products = new int[batch.length][];
      for (int i = 0; i < batch.length; i++) {
        customers[i] = inputs.customers().pieces()[inputs.customerText(batch[i])];
        products[i] = inputs.products().pieces()[inputs.productText(batch[i])];
      }
      List<NDArray> all = sequences.both(scope, customers, products, length);
      return new NDList(all.get(0), all.get(1), all.get(2).toType(DataType.INT64, false));
    }

    private NDArray outcomes(NDManager scope, int[] batch) {
      float[] bought = new float[batch.length];
      for (int i = 0; i < batch.length; i++) {
        bought[i] = examples.purchased()[batch[i]] ? 1 : 0;
      }
      return scope.create(bought, new Shape(batch.length, 1));
    }
  }
}
