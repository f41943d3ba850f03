package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tiersmith.encoder.BaseEncoder;
import org.tiersmith.encoder.PlainBert;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.model.EncoderForm;

/** Encoder, head and loss in plain Java, double precision, to compare the program with. */
final class PlainModel {
  private static final double NORMAL_EPSILON = 1e-5;

  private final EncoderForm form;
  private final NumberColumns numbers;
  private final Map<String, Tensor> weights;
  private final PlainBert encoder;

  PlainModel(ModelShape shape, Map<String, Tensor> weights) {
    this.form = shape.form();
    this.numbers = shape.numbers();
    this.weights = weights;
    this.encoder = new PlainBert(new BaseEncoder(shape.encoder(), weights));
  }

  /** Mean loss of a batch in the form that the program's methods take. */
  double loss(List<NDArray> input) {
    float[] discounts = input.get(1).toFloatArray();
    float[] bought = input.get(2).toFloatArray();
    double[][] zk = answers(input);
    double sum = 0;
    for (int i = 0; i < zk.length; i++) {
      double hazard = Math.log1p(Math.exp(zk[i][0])) + zk[i][1] * discounts[i];
      sum += bought[i] > 0 ? -Math.log(-Math.expm1(-hazard)) : hazard;
    }
    return sum / zk.length;
  }

  /** The logit of p0 and the sensitivity of each pair. */
  double[][] answers(List<NDArray> input) {
    boolean cross = form == EncoderForm.CROSS;
    double[][] customers = normal(pooled(input, 3, 6));
    double[][] products = normal(cross ? pooled(input, 3, 7) : pooled(input, 7, 10));
    long[] customer = input.get(cross ? 8 : 11).toLongArray();
    long[] product = input.get(cross ? 8 : 12).toLongArray();
    double[][] x = rows(input.get(0));
    double[][] answers = new double[x.length][];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = answer(customers[(int) customer[i]], products[(int) product[i]], x[i]);
    }
    return answers;
  }

  private double[] answer(double[] u, double[] v, double[] x) {
    double[] o = form == EncoderForm.CROSS ? cross(u, v, x) : towers(u, v, x);
    return new double[] {o[0], Math.log1p(Math.exp(o[1]))};
  }

  private double[] cross(double[] u, double[] v, double[] x) {
    double[] match = times("head.left.weight", u);
    double[] right = times("head.right.weight", v);
    Arrays.setAll(match, i -> match[i] * right[i]);
    double[] h = times("head.customer.weight", u);
    add(h, times("head.product.weight", v));
    add(h, times("head.match.weight", match));
    add(h, times("head.numbers.weight", x));
    add(h, values("head.numbers.bias"));
    double[] o = times("head.answer.weight", gelu(h));
    add(o, values("head.answer.bias"));
    return o;
  }

  private double[] towers(double[] u, double[] v, double[] x) {
    double[] customer = side("customer", u, x, 0, numbers.customer(), numbers.customerFlags(), 0);
    double[] product =
        side(
            "product",
            v,
            x,
            numbers.customer(),
            numbers.product(),
            numbers.productFlags(),
            numbers.customerFlags());
    int before = numbers.customer() + numbers.product();
    int flagsBefore = numbers.customerFlags() + numbers.productFlags();
    double[] own = numbers(x, before, numbers.pair(), numbers.pairFlags(), flagsBefore);
    double[] o = times("head.answer.weight", gelu(times("head.pair.weight", own)));
    add(o, values("head.answer.bias"));
    int width = ModelShape.RANK + 1;
    for (int answer = 0; answer < 2; answer++) {
      int alone = answer * width + ModelShape.RANK;
      o[answer] += customer[alone] + product[alone];
      for (int i = answer * width; i < alone; i++) {
        o[answer] += customer[i] * product[i];
      }
    }
    double[] left = times("head.left.weight", u);
    double[] right = times("head.right.weight", v);
    double match = 0;
    for (int i = 0; i < left.length; i++) {
      match += left[i] * right[i] / ModelShape.MATCH;
    }
    double[] link = values("head.link");
    o[0] += link[0] * Math.tanh(match + link[1]);
    return o;
  }

  private double[] side(
      String name, double[] vector, double[] x, int from, int count, int flags, int flagsBefore) {
    double[] h = times("head." + name + ".weight", vector);
    add(h, times("head." + name + ".numbers.weight", numbers(x, from, count, flags, flagsBefore)));
    return times("head." + name + ".meet.weight", gelu(h));
  }

  /** Some of the numbers, their flags, and the constant 1. */
  private double[] numbers(double[] x, int from, int count, int flags, int flagsBefore) {
    double[] chosen = new double[count + flags + 1];
    System.arraycopy(x, from, chosen, 0, count);
    System.arraycopy(x, numbers.plain() + flagsBefore, chosen, count, flags);
    chosen[count + flags] = 1;
    return chosen;
  }

  private static double[] gelu(double[] x) {
    Arrays.setAll(x, i -> x[i] * PlainBert.normalCumulative(x[i]));
    return x;
  }

  /** Ids, types and mask from {@code at} on, and a pooling mask. */
  private double[][] pooled(List<NDArray> input, int at, int pooling) {
    int width = (int) input.get(at).getShape().get(1);
    long[] ids = input.get(at).toLongArray();
    long[] types = input.get(at + 1).toLongArray();
    double[][] masks = rows(input.get(at + 2));
    double[][] pools = rows(input.get(pooling));
    double[][] vectors = new double[pools.length][];
    for (int i = 0; i < vectors.length; i++) {
      int length = (int) Arrays.stream(masks[i]).sum();
      int from = i * width;
      double[][] states =
          encoder.encode(
              Arrays.copyOfRange(ids, from, from + length),
              Arrays.copyOfRange(types, from, from + length));
      vectors[i] = mean(states, pools[i]);
    }
    return vectors;
  }

  private static double[] mean(double[][] states, double[] pool) {
    double[] mean = new double[states[0].length];
    double count = Math.max(1, Arrays.stream(pool).sum());
    for (int j = 0; j < states.length; j++) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += pool[j] * states[j][c] / count;
      }
    }
    return mean;
  }

  private static double[][] normal(double[][] vectors) {
    for (double[] vector : vectors) {
      double mean = Arrays.stream(vector).average().orElseThrow();
      double variance =
          Arrays.stream(vector).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
      Arrays.setAll(vector, i -> (vector[i] - mean) / Math.sqrt(variance + NORMAL_EPSILON));
    }
    return vectors;
  }

  private static double[][] rows(NDArray matrix) {
    float[] values = matrix.toFloatArray();
    int width = (int) matrix.getShape().get(1);
    double[][] rows = new double[values.length / width][width];
    for (int i = 0; i < values.length; i++) {
      rows[i / width][i % width] = values[i];
    }
    return rows;
  }

  private double[] times(String name, double[] vector) {
    Tensor matrix = requireNonNull(weights.get(name), name);
    double[] product = new double[matrix.shape()[0]];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        product[i] += matrix.data()[i * vector.length + j] * vector[j];
      }
    }
    return product;
  }

  private double[] values(String name) {
    float[] data = requireNonNull(weights.get(name), name).data();
    double[] values = new double[data.length];
    Arrays.setAll(values, i -> data[i]);
    return values;
  }

  private static void add(double[] to, double[] summand) {
    Arrays.setAll(to, i -> to[i] + summand[i]);
  }
}
