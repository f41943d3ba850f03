package org.tiersmith.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.model.Examples;

/**
 * Vectors of the distinct texts of some pairs.
 *
 * @param batches makes inputs of pairs
 * @param customers by index of the customer's text; null where no pair has it
 * @param products likewise
 */
record PairVectors(BatchInputs batches, float[][] customers, float[][] products) {

  /** Customers' vectors, products' vectors, and where each pair's lie among them. */
  List<NDArray> inputs(NDManager manager, int[] pairs) {
    IndexMap left = IndexMap.of(pairs, batches.inputs()::customerText);
    IndexMap right = IndexMap.of(pairs, batches.inputs()::productText);
    return List.of(
        stack(manager, customers, left.keys()),
        stack(manager, products, right.keys()),
        manager.create(left.places()),
        manager.create(right.places()));
  }

  /** Numbers, discounts and outcomes before them. */
  List<NDArray> inputs(NDManager manager, int[] pairs, Examples examples) {
    List<NDArray> list = new ArrayList<>(batches.labels(manager, pairs, examples));
    list.addAll(inputs(manager, pairs));
    return list;
  }

  /** Cosine, in [-1, 1], of customer's and product's vector of each of these pairs. */
  float[] similarities(int[] pairs) {
    float[][] left = directions(customers);
    float[][] right = directions(products);
    float[] cosines = new float[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      float[] u = left[batches.inputs().customerText(pairs[i])];
      float[] v = right[batches.inputs().productText(pairs[i])];
      cosines[i] = Math.clamp(dot(u, v), -1f, 1f);
    }
    return cosines;
  }

  /** The customers' or the products' vectors of these pairs, in their order. */
  NDArray rows(NDManager manager, int[] pairs, boolean left) {
    int[] texts = new int[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      texts[i] = text(pairs[i], left);
    }
    return stack(manager, left ? customers : products, texts);
  }

  /** Vectors at length one of these pairs' customers or products, in their order. */
  Tensor directions(boolean left, int[] pairs) {
    float[][] all = left ? customers : products;
    int width = all[text(pairs[0], left)].length;
    float[] data = new float[Math.multiplyExact(pairs.length, width)];
    for (int i = 0; i < pairs.length; i++) {
      System.arraycopy(direction(all[text(pairs[i], left)]), 0, data, i * width, width);
    }
    return new Tensor(new int[] {pairs.length, width}, data);
  }

  /**
   * Vectors at length one of all customers or products that the pairs are of.
   *
   * @param rows per pair, the row of its customer or product
   */
  SideVectors side(boolean left, int[] rows) {
    SortedMap<Integer, Integer> pairs = new TreeMap<>();
    for (int i = 0; i < rows.length; i++) {
      pairs.putIfAbsent(rows[i], i);
    }
    return new SideVectors(ints(pairs.keySet()), directions(left, ints(pairs.values())));
  }

  private static int[] ints(Collection<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  private int text(int pair, boolean left) {
    return left ? batches.inputs().customerText(pair) : batches.inputs().productText(pair);
  }

  private static float[][] directions(float[][] vectors) {
    return Arrays.stream(vectors).map(PairVectors::direction).toArray(float[][]::new);
  }

  /** A vector at length one; one that is absent or nothing but zeros becomes zeros. */
  private static float[] direction(float @Nullable [] vector) {
    if (vector == null) {
      return new float[0];
    }
    float[] direction = new float[vector.length];
    double length = Math.sqrt(dot(vector, vector));
    for (int j = 0; j < direction.length && length > 0; j++) {
      direction[j] = (float) (vector[j] / length);
    }
    return direction;
  }

  private static float dot(float[] u, float[] v) {
    float sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum;
  }

  private static NDArray stack(NDManager manager, float[][] vectors, int[] texts) {
    int width = vectors[texts[0]].length;
    float[] flat = new float[texts.length * width];
    for (int i = 0; i < texts.length; i++) {
      System.arraycopy(vectors[texts[i]], 0, flat, i * width, width);
    }
    return manager.create(flat, new Shape(texts.length, width));
  }
}
