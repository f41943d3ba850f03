package org.tiersmith.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tiersmith.encoder.Tensor;

/** The head's weights before training: the shop's mean response, and small random features. */
final class HeadStart {
  private static final double TEXT_SPREAD = 0.5;
  private static final double ANSWER_SPREAD = 0.1;

  /** Makes the products of both sides small beside the texts' similarity. */
  private static final double MEET_SPREAD = 0.03;

  /** How strongly the first two hidden units read the similarity of the texts. */
  private static final double SIMILARITY = 3;

  /** How far the match of the texts moves the logit at most, up or down, at first. */
  private static final float MATCH_REACH = 2;

  private final RandomGenerator random;

  private HeadStart(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Draws the head's weights.
   *
   * @param mean response of all training examples: its shift is the logit of p0, its sensitivity k
   */
  static Map<String, Tensor> of(ModelShape shape, PlattCalibration mean, RandomGenerator random) {
    HeadStart start = new HeadStart(random);
    Map<String, Tensor> head = new LinkedHashMap<>();
    if (shape.base() != ModelShape.Base.NUMBERS) {
      start.texts(shape, head);
    }
    if (shape.towers()) {
      start.towers(shape.numbers(), head);
    } else {
      head.put("head.numbers.weight", start.matrix(shape.numbers().width()));
      head.put("head.numbers.bias", Tensor.vector(new float[ModelShape.WIDTH]));
      head.put("head.answer.weight", start.answer(ModelShape.WIDTH));
    }
    double k = Math.max(0.05, mean.sensitivity());
    head.put(
        "head.answer.bias", Tensor.vector((float) mean.shift(), (float) Math.log(Math.expm1(k))));
    return head;
  }

  private void texts(ModelShape shape, Map<String, Tensor> head) {
    int hidden = shape.encoder().hidden();
    head.put("head.customer.weight", matrix(hidden));
    head.put("head.product.weight", matrix(hidden));
    // One projection for both, so that at first their product is the texts' similarity.
    Tensor projection = matrix(ModelShape.MATCH, hidden, 1 / Math.sqrt(hidden));
    head.put("head.left.weight", projection);
    head.put("head.right.weight", projection);
    if (!shape.towers()) {
      head.put("head.match.weight", match());
    }
  }

  private void towers(NumberColumns numbers, Map<String, Tensor> head) {
    // One column more for the constant that stands for a bias.
    head.put(
        "head.customer.numbers.weight", matrix(numbers.customer() + numbers.customerFlags() + 1));
    head.put("head.product.numbers.weight", matrix(numbers.product() + numbers.productFlags() + 1));
    head.put("head.customer.meet.weight", meet());
    head.put("head.product.meet.weight", meet());
    head.put(ModelShape.LINK, Tensor.vector(MATCH_REACH, 0));
    int own = numbers.pair() + numbers.pairFlags() + 1;
    head.put("head.pair.weight", matrix(ModelShape.PAIR_WIDTH, own, TEXT_SPREAD / Math.sqrt(own)));
    head.put("head.answer.weight", answer(ModelShape.PAIR_WIDTH));
  }

  /** Per answer: what meets the other side's, then what stands alone. */
  private Tensor meet() {
    return matrix(2 * (ModelShape.RANK + 1), ModelShape.WIDTH, MEET_SPREAD);
  }

  private Tensor answer(int width) {
    return matrix(2, width, ANSWER_SPREAD / Math.sqrt(width));
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
  private Tensor match() {
    Tensor matrix = matrix(ModelShape.MATCH);
    for (int i = 0; i < ModelShape.MATCH; i++) {
      matrix.data()[i] = (float) (SIMILARITY / ModelShape.MATCH);
      matrix.data()[ModelShape.MATCH + i] = (float) (-SIMILARITY / ModelShape.MATCH);
    }
    return matrix;
  }
}
