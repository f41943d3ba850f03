package org.tiersmith.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.tiersmith.encoder.TorchProgram;
import org.tiersmith.task.JobContext;

/**
 * Runs method {@code why} over points of the way from nothing to a pair.
 *
 * @param program has it
 * @param weights its weights
 * @param blank embedding of a word that says nothing
 * @param input the pair
 * @param places where its texts' word pieces stand
 */
record PathShares(
    TorchProgram program,
    List<NDArray> weights,
    NDArray blank,
    List<NDArray> input,
    PairPlaces places) {
  /** Word pieces that are computed at once. */
  private static final int PIECES = 2048;

  /** The logit at a point of the way, from 0 to 1. */
  double answer(double at) {
    try (NDManager scope = program.manager().newSubManager()) {
      return call(scope, new double[] {at}, new double[] {0}).getFirst().toFloatArray()[0];
    }
  }

  /** Parts of the customer's word pieces, the product's, and the numbers. */
  double[] along(Quadrature way, JobContext context) {
    int block = Math.max(1, PIECES / (width(3) + (places.apart() ? width(7) : 0)));
    double[] parts = new double[0];
    for (int from = 0; from < way.nodes().length; from += block) {
      context.checkCancelled();
      int to = Math.min(way.nodes().length, from + block);
      try (NDManager scope = program.manager().newSubManager()) {
        double[] more =
            parts(
                call(
                    scope,
                    Arrays.copyOfRange(way.nodes(), from, to),
                    Arrays.copyOfRange(way.weights(), from, to)));
        parts = parts.length == 0 ? more : sum(parts, more);
      }
    }
    return parts;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    Arrays.setAll(sum, i -> a[i] + b[i]);
    return sum;
  }

  private int width(int sequence) {
    return Math.toIntExact(input.get(sequence).getShape().get(1));
  }

  private NDList call(NDManager scope, double[] at, double[] share) {
    List<NDArray> path = new ArrayList<>();
    path.add(floats(scope, at));
    path.add(floats(scope, share));
    path.add(blank);
    path.add(scope.create(LongStream.range(0, at.length).toArray()));
    path.add(scope.create(places.customerMask(width(3)), new Shape(1, width(3))));
    if (places.apart()) {
      path.add(scope.create(places.productMask(width(7)), new Shape(1, width(7))));
    }
    return program.callAll(scope, true, "why", List.of(input, weights, path));
  }

  private static NDArray floats(NDManager scope, double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return scope.create(floats);
  }

  private double[] parts(NDList answer) {
    float[] first = answer.get(1).toFloatArray();
    float[] second = places.apart() ? answer.get(2).toFloatArray() : first;
    float[] numbers = answer.getLast().toFloatArray();
    double[] parts = new double[places.customer() + places.product() + numbers.length];
    for (int i = 0; i < places.customer(); i++) {
      parts[i] = first[PairPlaces.CUSTOMER_AT + i];
    }
    for (int i = 0; i < places.product(); i++) {
      parts[places.customer() + i] = second[places.productAt() + i];
    }
    for (int i = 0; i < numbers.length; i++) {
      parts[places.customer() + places.product() + i] = numbers[i];
    }
    return parts;
  }
}
