package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.Tokeniser;
import org.tiersmith.encoder.TorchProgram;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.FeatureTable;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * Says why a trained model gives a pair its probability. It computes in float32 whatever the model
 * was trained in. One thread at a time uses it.
 */
public final class Attributor implements AutoCloseable {
  /** Steps on the way: doubled from the first to the last until the parts make the whole. */
  private static final int FEWEST = 16;

  private static final int MOST = 256;
  private static final double ENOUGH = 0.01;

  /** Differences of the logit below this count as this. */
  private static final double LEAST = 0.1;

  private final TrainedModel model;
  private final Tokeniser tokeniser;
  private final TorchProgram program;
  private final List<NDArray> weights;
  private final NDArray blank;

  private Attributor(TrainedModel model, Tokeniser tokeniser, TorchProgram program) {
    this.model = model;
    this.tokeniser = tokeniser;
    this.program = program;
    NDManager manager = program.manager();
    this.weights =
        model.shape().names().stream()
            .map(name -> TorchProgram.array(manager, requireNonNull(model.weights().get(name))))
            .toList();
    this.blank = TorchProgram.array(manager, blank(model));
  }

  /**
   * Loads a weights file.
   *
   * @throws org.tiersmith.model.Problem if it is damaged, of other make, or its base encoder is not
   *     at hand
   */
  public static Attributor open(Path weights, EncoderCatalogue catalogue, TorchRuntime runtime)
      throws IOException {
    TrainedModel model = TrainedModel.read(weights, catalogue);
    Tokeniser tokeniser = catalogue.tokeniser(model.encoder());
    String script = model.shape().explainingScript();
    return new Attributor(model, tokeniser, new TorchProgram(runtime.exact(), script));
  }

  /** The average of all word pieces: a word that says nothing, yet looks like one. */
  static Tensor blank(TrainedModel model) {
    Tensor words = requireNonNull(model.weights().get(Vocabulary.WEIGHT));
    int width = words.shape()[1];
    double[] sums = new double[width];
    for (int i = 0; i < words.data().length; i++) {
      sums[i % width] += words.data()[i];
    }
    float[] mean = new float[width];
    for (int i = 0; i < width; i++) {
      mean[i] = (float) (sums[i] / words.shape()[0]);
    }
    return Tensor.vector(mean);
  }

  /**
   * Explains one pair.
   *
   * @param pair its index among the features
   * @throws org.tiersmith.model.Problem if the pair's numbers are others than those trained with
   * @throws org.tiersmith.task.CancelledException when stopped
   */
  public Attribution explain(PairFeatures features, int pair, JobContext context) {
    model.scaling().check(features);
    PairFeatures one = only(features, pair);
    PairInputs inputs = PairInputs.of(tokeniser, one, model.scaling(), model.maxLength());
    Sequences sequences = Sequences.of(tokeniser, model.maxLength(), model.config().pooling());
    BatchInputs batches = new BatchInputs(model.form(), sequences, inputs);
    PairPlaces places = PairPlaces.of(batches);
    try (NDManager scope = program.manager().newSubManager()) {
      List<NDArray> input = batches.lonePair(scope);
      PathShares shares = new PathShares(program, weights, blank, input, places);
      double baseline = shares.answer(0);
      double z = shares.answer(1);
      double[] parts = new double[0];
      double gap = Double.POSITIVE_INFINITY;
      for (int steps = FEWEST; steps <= MOST && !(gap <= ENOUGH); steps *= 2) {
        context.checkCancelled();
        context.progress(-1, Text.of("training.why", "Looking for reasons along {0} steps", steps));
        parts = shares.along(Quadrature.of(steps), context);
        gap = gap(parts, z - baseline);
      }
      return attribution(one, places, parts, z, baseline, gap);
    }
  }

  /** The pair alone, so that only its two texts are cut into word pieces. */
  private static PairFeatures only(PairFeatures all, int pair) {
    int width = all.numberNames().size();
    return new PairFeatures(
        row(all.customers(), all.customer()[pair]),
        row(all.products(), all.product()[pair]),
        new int[] {0},
        new int[] {0},
        all.numberNames(),
        Arrays.copyOfRange(all.numbers(), pair * width, (pair + 1) * width));
  }

  private static FeatureTable row(FeatureTable table, int row) {
    int width = table.numberNames().size();
    return new FeatureTable(
        List.of(table.texts().get(row)),
        table.numberNames(),
        Arrays.copyOfRange(table.numbers(), row * width, (row + 1) * width));
  }

  /** Where both answers are alike, rounding alone would make a large share of their difference. */
  private static double gap(double[] parts, double whole) {
    double missing = Math.abs(Arrays.stream(parts).sum() - whole);
    return missing / Math.max(Math.abs(whole), LEAST);
  }

  private Attribution attribution(
      PairFeatures one, PairPlaces places, double[] parts, double z, double baseline, double gap) {
    int products = places.customer();
    int numbers = products + places.product();
    return new Attribution(
        words(one.customers().texts().getFirst(), parts, 0, places.customer()),
        words(one.products().texts().getFirst(), parts, products, places.product()),
        numbers(parts, numbers),
        z,
        baseline,
        gap);
  }

  /** Word pieces of one word are told as one. */
  private List<Attribution.Piece> words(String text, double[] parts, int at, int count) {
    List<Attribution.Piece> words = new ArrayList<>();
    List<Tokeniser.Span> spans = tokeniser.spans(text, count);
    for (int i = 0; i < spans.size(); ) {
      int first = i;
      double value = 0;
      while (i < spans.size() && spans.get(i).word() == spans.get(first).word()) {
        value += parts[at + i];
        i++;
      }
      int from = spans.get(first).from();
      int to = spans.get(i - 1).to();
      words.add(new Attribution.Piece(text.substring(from, to), from, to, value));
    }
    return words;
  }

  /** A number and its flag for unknown are told as one. */
  private Map<String, Double> numbers(double[] parts, int at) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    List<String> names = model.scaling().names();
    int flag = at + names.size();
    for (int i = 0; i < names.size(); i++) {
      double value = parts[at + i];
      if (model.scaling().flagged()[i] > 0) {
        value += parts[flag++];
      }
      numbers.put(names.get(i), value);
    }
    return numbers;
  }

  @Override
  public void close() {
    program.close();
    tokeniser.close();
  }
}
