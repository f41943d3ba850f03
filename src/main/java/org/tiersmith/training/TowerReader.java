package org.tiersmith.training;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.model.PairFeatures;
import org.tiersmith.model.PairGrid;
import org.tiersmith.task.JobContext;

/**
 * Reads a grid's customers and products with a two-tower model: each text is encoded once, no pair
 * is made.
 *
 * @param forward the model
 * @param grid what to read
 * @param link how the match of texts bears on the logit: reach and shift
 * @param calibration the model's
 */
record TowerReader(Forward forward, PairGrid grid, Tensor link, Calibration calibration) {
  private static final int BLOCK = 8192;

  /** Makes the network's inputs of pairs. */
  @FunctionalInterface
  interface Maker {
    Predictor of(PairFeatures features);
  }

  TowerFactors read(Maker maker, JobContext context) {
    // A diagonal of pairs in which each customer and each product occurs.
    int customers = grid.customers().rows();
    int products = grid.products().rows();
    PairFeatures diagonal =
        features(
            Math.max(customers, products),
            i -> Math.min(i, customers - 1),
            i -> Math.min(i, products - 1),
            grid.offers(),
            i -> Math.min(i, products - 1));
    Predictor predictor = maker.of(diagonal);
    PairVectors vectors =
        predictor.vectors(IntStream.range(0, diagonal.size()).toArray(), context.part(0, 0.95));
    Side left = new Side(predictor.batches(), vectors, true);
    Side right = new Side(predictor.batches(), vectors, false);
    Tensor productFactors = factors(right.call(products, "products"), false);
    float[][] changes = changes(maker);
    return new TowerFactors(
        factors(left.call(customers, "customers"), true),
        productFactors,
        link.data()[0],
        link.data()[1],
        vectors.directions(true, IntStream.range(0, customers).toArray()),
        vectors.directions(false, IntStream.range(0, products).toArray()),
        changes[0],
        changes[1],
        new PairCalibration(calibration));
  }

  private PairFeatures features(
      int n,
      IntUnaryOperator customer,
      IntUnaryOperator product,
      float[] numbers,
      IntUnaryOperator row) {
    int width = grid.numberNames().size();
    float[] own = new float[n * width];
    for (int i = 0; i < n; i++) {
      System.arraycopy(numbers, row.applyAsInt(i) * width, own, i * width, width);
    }
    return new PairFeatures(
        grid.customers(),
        grid.products(),
        IntStream.range(0, n).map(customer).toArray(),
        IntStream.range(0, n).map(product).toArray(),
        grid.numberNames(),
        own);
  }

  /** What histories add to logits and sensitivities: own numbers with them less those without. */
  private float[][] changes(Maker maker) {
    int n = grid.history().product().length;
    float[][] changes = new float[2][n];
    if (n == 0) {
      return changes;
    }
    int[] customer = new int[n];
    for (int c = 0; c < grid.customers().rows(); c++) {
      for (int i = grid.history().from()[c]; i < grid.history().from()[c + 1]; i++) {
        customer[i] = c;
      }
    }
    int[] product = grid.history().product();
    PairFeatures with =
        features(n, i -> customer[i], i -> product[i], grid.history().numbers(), i -> i);
    PairFeatures without =
        features(n, i -> customer[i], i -> product[i], grid.offers(), i -> product[i]);
    add(changes, maker.of(with).batches(), n, 1);
    add(changes, maker.of(without).batches(), n, -1);
    return changes;
  }

  private void add(float[][] to, BatchInputs batches, int n, int sign) {
    for (int from = 0; from < n; from += BLOCK) {
      int[] pairs = IntStream.range(from, Math.min(n, from + BLOCK)).toArray();
      float[] own = forward.call("ownNumbers", scope -> List.of(batches.numbers(scope, pairs)));
      for (int i = 0; i < pairs.length; i++) {
        to[0][from + i] += sign * own[2 * i];
        to[1][from + i] += sign * own[2 * i + 1];
      }
    }
  }

  /**
   * Orders a side's columns as the inner products want them.
   *
   * @param raw match, then per answer what meets and what stands alone; products have their own
   *     numbers' two answers after that
   */
  private static Tensor factors(Tensor raw, boolean customers) {
    int rank = ModelShape.RANK;
    int match = ModelShape.MATCH;
    int in = raw.shape()[1];
    int n = raw.shape()[0];
    int out = match + TowerFactors.logitWidth() + TowerFactors.sensitivityWidth();
    float[] data = new float[n * out];
    for (int i = 0; i < n; i++) {
      float[] from = raw.data();
      int a = i * in;
      int b = i * out;
      System.arraycopy(from, a, data, b, match + rank);
      float logit = from[a + match + rank] + (customers ? 0 : from[a + in - 2]);
      ends(data, b + match + rank, logit, customers);
      System.arraycopy(from, a + match + rank + 1, data, b + match + rank + 2, rank);
      float sensitivity = from[a + match + 2 * rank + 1] + (customers ? 0 : from[a + in - 1]);
      ends(data, b + match + 2 * rank + 2, sensitivity, customers);
    }
    return new Tensor(new int[] {n, out}, data);
  }

  /** One side's own part meets the other's 1. */
  private static void ends(float[] data, int at, float own, boolean customers) {
    data[at] = customers ? own : 1;
    data[at + 1] = customers ? 1 : own;
  }

  /** One side of the grid. */
  private final class Side {
    private final BatchInputs batches;
    private final PairVectors vectors;
    private final boolean customers;

    private Side(BatchInputs batches, PairVectors vectors, boolean customers) {
      this.batches = batches;
      this.vectors = vectors;
      this.customers = customers;
    }

    private Tensor call(int rows, String method) {
      float[] all = new float[0];
      int width = 0;
      for (int from = 0; from < rows; from += BLOCK) {
        int[] pairs = IntStream.range(from, Math.min(rows, from + BLOCK)).toArray();
        float[] block =
            forward.call(
                method,
                scope ->
                    List.of(batches.numbers(scope, pairs), vectors.rows(scope, pairs, customers)));
        width = block.length / pairs.length;
        all = from == 0 ? new float[Math.multiplyExact(rows, width)] : all;
        System.arraycopy(block, 0, all, from * width, block.length);
      }
      return new Tensor(new int[] {rows, width}, all);
    }
  }
}
