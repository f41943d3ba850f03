package org.tiersmith.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tiersmith.encoder.BertConfig;
import org.tiersmith.encoder.Tensor;

/** The head's weights before training: the shop's mean response, and small random features. */
final class HeadStart {
  private static final double TEXT_SPREAD = 0.5;
  private static final double ANSWER_SPREAD = 0.1;

  /** How strongly the first two hidden units read the similarity of the texts. */
  private static final double SIMILARITY = 3;

  private final RandomGenerator random;

  private HeadStart(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Draws the head's weights.
   *
   * @param mean response of all training examples: its shift is the logit of p0, its sensitivity k
   */
  static Map<String, Tensor> of(ModelShape shape, Calibration mean, RandomGenerator random) {
    HeadStart start = new HeadStart(random);
    Map<String, Tensor> head = new LinkedHashMap<>();
    BertConfig encoder = shape.encoder();
    if (encoder != null) {
      head.put("head.customer.weight", start.matrix(encoder.hidden()));
      head.put("head.product.weight", start.matrix(encoder.hidden()));
      head.put("head.match.weight", start.match(encoder.hidden()));
    }
    head.put("head.numbers.weight", start.matrix(shape.numbers()));
    head.put("head.numbers.bias", Tensor.vector(new float[ModelShape.WIDTH]));
    head.put(
        "head.answer.weight",
        start.matrix(2, ModelShape.WIDTH, ANSWER_SPREAD / Math.sqrt(ModelShape.WIDTH)));
    double k = Math.max(0.05, mean.sensitivity());
    head.put(
        "head.answer.bias", Tensor.vector((float) mean.shift(), (float) Math.log(Math.expm1(k))));
    return head;
  }

  private Tensor matrix(int inputs) {
    return matrix(ModelShape.WIDTH, inputs, TEXT_SPREAD / Math.sqrt(inputs));
  }

  private Tensor matrix(int rows, int columns, double spread) {
    float[] data = new float[rows * columns];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) (spread * random.nextGaussian());
    }
    return new Tensor(new int[] {rows, columns}, data);
  }

  /** Two units see the texts' similarity, rising and falling; the rest are random. */
  private Tensor match(int hidden) {
    Tensor matrix = matrix(hidden);
    for (int i = 0; i < hidden; i++) {
      matrix.data()[i] = (float) (SIMILARITY / hidden);
      matrix.data()[hidden + i] = (float) (-SIMILARITY / hidden);
    }
    return matrix;
  }
}
