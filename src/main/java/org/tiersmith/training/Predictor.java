package org.tiersmith.training;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tiersmith.encoder.Workers;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * Runs a network forward over many pairs.
 *
 * @param forward has the methods of {@link ModelShape#script}
 * @param batches makes its inputs
 * @param maker takes pairs and texts batch by batch
 */
record Predictor(Forward forward, BatchInputs batches, RowMaker maker) {
  /** Word pieces a batch, padding counted: large enough for full speed, small in memory. */
  private static final int PIECES = 4096;

  /** Share of two-tower work that goes into the vectors. */
  static final double VECTORS_SHARE = 0.8;

  /** Pairs that the head takes at once. */
  private static final int BLOCK = 8192;

  /**
   * A predictor.
   *
   * @param keeper keeps a cross-encoder's answers, or two towers' vectors, while they are made
   * @param workers encode
   */
  Predictor(Forward forward, BatchInputs batches, RowKeeper keeper, Workers workers) {
    this(forward, batches, new RowMaker(PIECES, new PieceBudget(PIECES), keeper, workers));
  }

  /** A predictor that keeps nothing and computes on the calling thread. */
  Predictor(Forward forward, BatchInputs batches) {
    this(forward, batches, RowKeeper.none(), Workers.none());
  }

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
    float[][] out = new float[2][pairs.length];
    RowMaker.Items items =
        new RowMaker.Items(
            RowMaker.Unit.PAIRS,
            pairs.length,
            i -> batches.paddedLength(pairs[i]),
            places -> {
              int[] chosen = IntStream.of(places).map(i -> pairs[i]).toArray();
              return forward.call("predict", scope -> batches.unlabelled(scope, chosen));
            },
            () -> new Fingerprint().add(batches.inputs().features()).add(pairs).hex());
    maker.make(
        items,
        (place, values, from, width) -> {
          out[0][place] = values[from];
          out[1][place] = values[from + 1];
        },
        context);
    return out;
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
    RowMaker.Items items =
        new RowMaker.Items(
            RowMaker.Unit.TEXTS,
            texts.length,
            i -> Sequences.padded(batches.sequences().length(side.pieces()[texts[i]])),
            places -> {
              int[] chosen = IntStream.of(places).map(i -> texts[i]).toArray();
              return forward.call("tower", scope -> batches.lone(scope, side, chosen));
            },
            () -> fingerprint(side, texts));
    maker.make(
        items,
        (place, values, from, width) -> {
          float[] vector = new float[width];
          System.arraycopy(values, from, vector, 0, width);
          vectors[texts[place]] = vector;
        },
        context);
    return vectors;
  }

  private static String fingerprint(TextPieces side, int[] texts) {
    Fingerprint fingerprint = new Fingerprint();
    for (int text : texts) {
      int[] pieces = side.pieces()[text];
      fingerprint.add(new int[] {pieces.length}).add(pieces);
    }
    return fingerprint.hex();
  }

  /** Raw answers from vectors that were made before. */
  float[][] combine(int[] pairs, PairVectors vectors, JobContext context) {
    float[][] out = new float[2][pairs.length];
    for (int from = 0; from < pairs.length; from += BLOCK) {
      context.checkCancelled();
      int[] block =
          IntStream.range(from, Math.min(pairs.length, from + BLOCK)).map(i -> pairs[i]).toArray();
      float[] values =
          forward.call(
              "combine",
              scope -> {
                List<NDArray> list = new ArrayList<>(List.of(batches.numbers(scope, block)));
                list.addAll(vectors.inputs(scope, block));
                return list;
              });
      for (int i = 0; i < block.length; i++) {
        out[0][from + i] = values[2 * i];
        out[1][from + i] = values[2 * i + 1];
      }
      context.progress(
          (double) (from + block.length) / pairs.length,
          Text.of("scoring.pairs", "Scored {0} of {1} pairs", from + block.length, pairs.length));
    }
    return out;
  }
}
