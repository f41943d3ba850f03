package org.tiersmith.encoder;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A base encoder as it comes: sequences of word pieces to vectors. One thread at a time uses it.
 */
public final class Embedder implements AutoCloseable {
  private final TorchProgram program;
  private final List<NDArray> weights;

  /** Loads the encoder onto the runtime's device. */
  public Embedder(BaseEncoder base, TorchRuntime runtime) throws IOException {
    program = new TorchProgram(runtime, BertScript.of(base.config(), runtime.bfloat16()));
    weights =
        BertScript.lowered(
            program,
            BertLayout.names(base.config().layers()).stream()
                .map(name -> requireNonNull(base.weights().get(name), name))
                .map(tensor -> TorchProgram.array(program.manager(), tensor))
                .toList());
  }

  /**
   * The mean vector of each sequence.
   *
   * @param ids word pieces, sequences x longest, padded with anything
   * @param types 0 or 1 for the first or second text, likewise
   * @param lengths pieces of each sequence, at least 1
   * @return sequences x hidden
   */
  public float[][] means(long[][] ids, long[][] types, int[] lengths) {
    int longest = ids[0].length;
    float[] mask = new float[ids.length * longest];
    for (int i = 0; i < ids.length; i++) {
      Arrays.fill(mask, i * longest, i * longest + lengths[i], 1);
    }
    Shape shape = new Shape(ids.length, longest);
    try (NDManager scope = program.manager().newSubManager()) {
      NDArray masks = scope.create(mask, shape);
      List<NDArray> input =
          List.of(scope.create(flat(ids), shape), scope.create(flat(types), shape), masks, masks);
      float[] all = program.call(scope, false, "embed", List.of(input, weights)).toFloatArray();
      int width = all.length / ids.length;
      float[][] vectors = new float[ids.length][];
      Arrays.setAll(vectors, i -> Arrays.copyOfRange(all, i * width, (i + 1) * width));
      return vectors;
    }
  }

  private static long[] flat(long[][] rows) {
    return Arrays.stream(rows).flatMapToLong(Arrays::stream).toArray();
  }

  @Override
  public void close() {
    program.close();
  }
}
