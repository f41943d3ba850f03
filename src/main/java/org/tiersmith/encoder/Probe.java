package org.tiersmith.encoder;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.List;
import org.tiersmith.model.Problem;

/** Reads one short text with a base, to see whether tokeniser and weights work together. */
record Probe(String id, BaseEncoder base, Tokeniser tokeniser) {
  private static final String TEXT = "3 red mugs, No. 5: warm & soft 保暖毛衣";

  /**
   * Runs it.
   *
   * @throws Problem if a word piece has no embedding, or the text's vector is not finite
   */
  void run(TorchRuntime runtime) throws IOException {
    long[] ids = ids();
    for (float value : vector(runtime, ids)) {
      if (!Float.isFinite(value)) {
        throw Problem.of(
            "encoder.probe-not-finite",
            "The model {0} makes no finite vector of a short text. It can''t be used; copy its"
                + " weights again.",
            id);
      }
    }
  }

  private long[] ids() {
    int[] pieces = tokeniser.pieces(List.of(TEXT), base.config().positions() - 2)[0];
    long[] ids = new long[pieces.length + 2];
    ids[0] = tokeniser.start();
    ids[ids.length - 1] = tokeniser.separator();
    for (int i = 0; i < pieces.length; i++) {
      ids[i + 1] = pieces[i];
    }
    for (long piece : ids) {
      if (piece >= base.config().vocabulary()) {
        throw Problem.of(
            "encoder.probe-range",
            "The tokeniser of {0} makes word piece number {1}, but its weights know only {2}. The"
                + " model can''t be used; copy tokenizer.json and weights from one source.",
            id,
            piece,
            base.config().vocabulary());
      }
    }
    return ids;
  }

  private float[] vector(TorchRuntime runtime, long[] ids) throws IOException {
    try (TorchProgram program =
            new TorchProgram(runtime, BertScript.of(base.config(), runtime.bfloat16()));
        NDManager scope = program.manager().newSubManager()) {
      Shape shape = new Shape(1, ids.length);
      NDArray ones = scope.ones(shape);
      List<NDArray> input =
          List.of(scope.create(ids, shape), scope.zeros(shape, DataType.INT64), ones, ones);
      List<NDArray> weights =
          BertLayout.names(base.config().layers()).stream()
              .map(name -> requireNonNull(base.weights().get(name), name))
              .map(tensor -> TorchProgram.array(scope, tensor))
              .toList();
      return program.call(scope, false, "embed", List.of(input, weights)).toFloatArray();
    }
  }
}
