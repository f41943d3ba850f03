package org.tiersmith.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.tiersmith.encoder.TorchProgram;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * Runs a network forward over many pairs.
 *
 * @param program has the methods of {@link ModelShape#script}
 * @param weights its weights
 * @param batches makes its inputs
 */
record Predictor(TorchProgram program, List<NDArray> weights, BatchInputs batches) {
  /** Word pieces a batch, padding counted: large enough for full speed, small in memory. */
  private static final int PIECES = 4096;

  /** Share of two-tower work that goes into the vectors. */
  static final double VECTORS_SHARE = 0.8;

  /** Pairs that the head takes at once. */
  private static final int BLOCK = 8192;

  /**
   * Raw logits of p0 and raw sensitivities.
   *
   * @param pairs which pairs of the inputs
   * @return two arrays as long as {@code pairs}
   */
  float[][] predict(int[] pairs, JobContext context) {
    return batches.form() == EncoderForm.CROSS ? cross(pairs, context) : towers(pairs, context);
  }

  private float[][] cross(int[] pairs, JobContext context) {
    PairInputs inputs = batches.inputs();
    IntUnaryOperator length =
        i ->
            batches
                .sequences()
                .length(
                    inputs.customers().pieces()[inputs.customerText(pairs[i])],
                    inputs.products().pieces()[inputs.productText(pairs[i])]);
    float[][] out = new float[2][pairs.length];
    long done = 0;
    for (int[] batch : byLength(pairs.length, length)) {
      context.checkCancelled();
      int[] chosen = new int[batch.length];
      for (int i = 0; i < batch.length; i++) {
        chosen[i] = pairs[batch[i]];
      }
      try (NDManager scope = program.manager().newSubManager()) {
        List<NDArray> list = batches.unlabelled(scope, chosen);
        scatter(program.call(scope, false, "predict", List.of(list, weights)), batch, out);
      }
      done += batch.length;
      context.progress(
          (double) done / pairs.length,
          Text.of("scoring.pairs", "Scored {0} of {1} pairs", done, pairs.length));
    }
    return out;
  }

  private static void scatter(NDArray answers, int[] places, float[][] out) {
    float[] values = answers.toFloatArray();
    for (int i = 0; i < places.length; i++) {
      out[0][places[i]] = values[2 * i];
      out[1][places[i]] = values[2 * i + 1];
    }
  }

  private float[][] towers(int[] pairs, JobContext context) {
    PairVectors vectors = vectors(pairs, context.part(0, VECTORS_SHARE));
    return combine(pairs, vectors, context.part(VECTORS_SHARE, 1));
  }

  /** Encodes the distinct texts of these pairs. */
  PairVectors vectors(int[] pairs, JobContext context) {
    PairInputs inputs = batches.inputs();
    int[] customers = IndexMap.of(pairs, inputs::customerText).keys();
    int[] products = IndexMap.of(pairs, inputs::productText).keys();
    double share = (double) customers.length / (customers.length + products.length);
    return new PairVectors(
        batches,
        encode(inputs.customers(), customers, context.part(0, share)),
        encode(inputs.products(), products, context.part(share, 1)));
  }

  /** Vectors by text index; texts that no pair has stay empty. */
  private float[][] encode(TextPieces side, int[] texts, JobContext context) {
    float[][] vectors = new float[side.pieces().length][];
    long done = 0;
    IntUnaryOperator length = i -> batches.sequences().length(side.pieces()[texts[i]]);
    for (int[] batch : byLength(texts.length, length)) {
      context.checkCancelled();
      int[] chosen = IntStream.of(batch).map(i -> texts[i]).toArray();
      try (NDManager scope = program.manager().newSubManager()) {
        List<NDArray> list = batches.lone(scope, side, chosen);
        NDArray answer = program.call(scope, false, "tower", List.of(list, weights));
        split(answer.toFloatArray(), chosen, vectors);
      }
      done += batch.length;
      context.progress(
          (double) done / texts.length,
          Text.of("scoring.texts", "Read {0} of {1} texts", done, texts.length));
    }
    return vectors;
  }

  private static void split(float[] flat, int[] texts, float[][] vectors) {
    int width = flat.length / texts.length;
    for (int i = 0; i < texts.length; i++) {
      vectors[texts[i]] = new float[width];
      System.arraycopy(flat, i * width, vectors[texts[i]], 0, width);
    }
  }

  /** Raw answers from vectors that were made before. */
  float[][] combine(int[] pairs, PairVectors vectors, JobContext context) {
    float[][] out = new float[2][pairs.length];
    for (int from = 0; from < pairs.length; from += BLOCK) {
      context.checkCancelled();
      int[] places = IntStream.range(from, Math.min(pairs.length, from + BLOCK)).toArray();
      int[] block = IntStream.of(places).map(i -> pairs[i]).toArray();
      try (NDManager scope = program.manager().newSubManager()) {
        List<NDArray> list = new ArrayList<>(List.of(batches.numbers(scope, block)));
        list.addAll(vectors.inputs(scope, block));
        scatter(program.call(scope, false, "combine", List.of(list, weights)), places, out);
      }
      context.progress(
          (double) (from + block.length) / pairs.length,
          Text.of("scoring.pairs", "Scored {0} of {1} pairs", from + block.length, pairs.length));
    }
    return out;
  }

  /** Batches of places 0..n-1, longest first so that lack of memory shows at once. */
  private static List<int[]> byLength(int n, IntUnaryOperator length) {
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -length.applyAsInt(i)))
            .mapToInt(Integer::intValue)
            .toArray();
    List<int[]> batches = new ArrayList<>();
    for (int from = 0, to; from < n; from = to) {
      to = Math.min(n, from + Math.max(1, PIECES / length.applyAsInt(order[from])));
      batches.add(IntStream.range(from, to).map(i -> order[i]).toArray());
    }
    return batches;
  }
}
