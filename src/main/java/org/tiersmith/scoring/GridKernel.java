package org.tiersmith.scoring;

import static java.util.Objects.requireNonNullElse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tiersmith.encoder.BertScript;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.TorchProgram;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.PairGrid;
import org.tiersmith.training.TowerFactors;

/**
 * Scores a grid block by block as matrix products. All products stand ready on the device in tiles
 * that fit a processor's cache; customers come in blocks.
 */
final class GridKernel implements AutoCloseable {
  /** Farthest logit at which a float is still inside (0, 1). */
  private static final double FARTHEST = 15;

  private static final float[] IDENTITY = {1, 0};

  private static final int SENSITIVITY_FROM = TowerFactors.matchWidth() + TowerFactors.logitWidth();
  private static final String MATCH = ":, :" + TowerFactors.matchWidth();
  private static final String LOGIT = ":, " + TowerFactors.matchWidth() + ":" + SENSITIVITY_FROM;
  private static final String SENSITIVITY = ":, " + SENSITIVITY_FROM + ":";

  /** Customers at once and products at once: a tile of answers is 2 MB. */
  static final int ROWS = 256;

  private static final int TILE = 2048;

  private final PairGrid.History history;
  private final TowerFactors factors;
  private final TorchProgram program;
  private final List<Tile> tiles = new ArrayList<>();
  private final List<NDArray> constants;
  private final int products;
  private final int top;

  /** Products from an index on. */
  private record Tile(int from, int size, List<NDArray> factors) {}

  /**
   * A kernel.
   *
   * @param top best pairs per customer that are wanted; 0 for all
   */
  GridKernel(TorchRuntime runtime, TowerFactors factors, PairGrid.History history, int top)
      throws IOException {
    this.factors = factors;
    this.history = history;
    this.products = factors.products().shape()[0];
    this.top = Math.min(top, products);
    float[] line = factors.calibration().line();
    String script =
        BertScript.fill(
            BertScript.read(GridKernel.class, "grid.torchscript"),
            Map.of(
                "TOP",
                Math.max(1, this.top),
                "FARTHEST",
                FARTHEST,
                "LINE",
                line == null ? "False" : "True",
                "REACH",
                factors.reach(),
                "SHIFT",
                factors.shift()));
    this.program = new TorchProgram(runtime, script);
    NDManager manager = program.manager();
    this.constants =
        List.of(
            manager.create(requireNonNullElse(line, IDENTITY)),
            manager.create((float) factors.calibration().sensitivity()));
    int tile = top > 0 ? products : TILE;
    for (int from = 0; from < products; from += tile) {
      int size = Math.min(tile, products - from);
      tiles.add(new Tile(from, size, products(manager, from, size)));
    }
  }

  /** Products' factors of match, logit and sensitivity, and their vectors, transposed. */
  private List<NDArray> products(NDManager manager, int from, int size) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray rows = slice(scope, factors.products(), from, size);
      NDArray vectors = slice(scope, factors.productVectors(), from, size);
      List<NDArray> transposed =
          List.of(
              rows.get(MATCH).transpose().duplicate(),
              rows.get(LOGIT).transpose().duplicate(),
              rows.get(SENSITIVITY).transpose().duplicate(),
              vectors.transpose().duplicate());
      transposed.forEach(array -> array.attach(manager));
      return transposed;
    }
  }

  private static NDArray slice(NDManager manager, Tensor matrix, int from, int rows) {
    int width = matrix.shape()[1];
    float[] data = Arrays.copyOfRange(matrix.data(), from * width, (from + rows) * width);
    return manager.create(data, new Shape(rows, width));
  }

  /** Scores some customers with all products, or with those that they are likeliest to buy. */
  ScoredBlock block(int customer, int rows) {
    try (NDManager scope = program.manager().newSubManager()) {
      NDArray own = slice(scope, factors.customers(), customer, rows);
      List<NDArray> left =
          List.of(
              own.get(MATCH),
              own.get(LOGIT),
              own.get(SENSITIVITY),
              slice(scope, factors.customerVectors(), customer, rows));
      return top > 0 ? top(scope, left, customer, rows) : all(scope, left, customer, rows);
    }
  }

  private ScoredBlock all(NDManager scope, List<NDArray> left, int customer, int rows) {
    float[][] out = new float[3][Math.multiplyExact(rows, products)];
    for (Tile tile : tiles) {
      try (NDManager inner = scope.newSubManager()) {
        NDList answers = call(inner, "all", left, tile, customer, rows);
        for (int i = 0; i < out.length; i++) {
          float[] part = answers.get(i).toFloatArray();
          for (int row = 0; row < rows; row++) {
            System.arraycopy(part, row * tile.size, out[i], row * products + tile.from, tile.size);
          }
        }
      }
    }
    calibrate(out[0]);
    clampCosines(out[2]);
    return new ScoredBlock(customer, products, null, out[0], out[1], out[2]);
  }

  private ScoredBlock top(NDManager scope, List<NDArray> left, int customer, int rows) {
    NDList answers = call(scope, "top", left, tiles.getFirst(), customer, rows);
    float[] p0 = answers.get(0).toFloatArray();
    int[] which = Arrays.stream(answers.get(1).toLongArray()).mapToInt(i -> (int) i).toArray();
    calibrate(p0);
    float[] k = new float[which.length];
    float[] similarity = new float[which.length];
    for (int i = 0; i < which.length; i++) {
      k[i] = sensitivity(customer + i / top, which[i]);
      similarity[i] =
          dot(factors.customerVectors(), customer + i / top, factors.productVectors(), which[i], 0);
    }
    clampCosines(similarity);
    return new ScoredBlock(customer, top, which, p0, k, similarity);
  }

  private NDList call(
      NDManager scope, String method, List<NDArray> left, Tile tile, int customer, int rows) {
    return program.callAll(
        scope,
        false,
        method,
        List.of(left, tile.factors, changes(scope, tile, customer, rows), constants));
  }

  /** Where in the tile's answers pairs with a history lie, and what is added there. */
  private List<NDArray> changes(NDManager scope, Tile tile, int customer, int rows) {
    int first = history.from()[customer];
    int end = history.from()[customer + rows];
    int[] chosen = new int[end - first];
    long[] at = new long[end - first];
    int n = 0;
    for (int row = 0; row < rows; row++) {
      for (int i = history.from()[customer + row]; i < history.from()[customer + row + 1]; i++) {
        int product = history.product()[i] - tile.from;
        if (product >= 0 && product < tile.size) {
          chosen[n] = i;
          at[n++] = (long) row * tile.size + product;
        }
      }
    }
    float[] logits = new float[Math.max(1, n)];
    float[] sensitivities = new float[logits.length];
    for (int i = 0; i < n; i++) {
      logits[i] = factors.logitChanges()[chosen[i]];
      sensitivities[i] = factors.sensitivityChanges()[chosen[i]];
    }
    // An empty list of places can't be passed: adding nothing to the first is the same.
    return List.of(
        scope.create(Arrays.copyOf(at, logits.length)),
        scope.create(logits),
        scope.create(sensitivities));
  }

  private void calibrate(float[] logits) {
    if (factors.calibration().line() == null) {
      for (int i = 0; i < logits.length; i++) {
        double p0 = factors.calibration().p0(Math.clamp(logits[i], -FARTHEST, FARTHEST));
        logits[i] = (float) p0;
      }
    }
  }

  private static void clampCosines(float[] cosines) {
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = Math.clamp(cosines[i], -1f, 1f);
    }
  }

  private float sensitivity(int customer, int product) {
    float raw = dot(factors.customers(), customer, factors.products(), product, SENSITIVITY_FROM);
    for (int i = history.from()[customer]; i < history.from()[customer + 1]; i++) {
      if (history.product()[i] == product) {
        raw += factors.sensitivityChanges()[i];
      }
    }
    double softplus = raw > 20 ? raw : Math.log1p(Math.exp(raw));
    return (float) (softplus * factors.calibration().sensitivity());
  }

  /** Inner product of two rows, from a column on. */
  private static float dot(Tensor left, int i, Tensor right, int j, int from) {
    int width = left.shape()[1];
    float sum = 0;
    for (int column = from; column < width; column++) {
      sum += left.data()[i * width + column] * right.data()[j * width + column];
    }
    return sum;
  }

  @Override
  public void close() {
    program.close();
  }
}
