package org.tiersmith.encoder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tiersmith.encoder.BertConfig.Pooling;
import org.tiersmith.model.DeviceChoice;

/**
 * The program's float32 mode beside ONNX Runtime, which runs the very graph that the weights were
 * read from, on the word pieces of real texts.
 */
class OnnxAgreementTest {
  private static final double TOLERANCE = 1e-5;

  private static final String STATES =
      """
        def states(self: __torch__.Program, input: List[Tensor], ws: List[Tensor]) -> Tensor:
          return self.encode(ws, input[0], input[1], input[2], [input[2]], 0)
      """;

  private static final List<String> SHORT = List.of("Steel kettle, 1.7 l", "red mug", "");

  private static final List<String> LONG =
      List.of(
          "Absolutely wonderful - silky and sexy and comfortable. I had such high hopes for this"
              + " dress and really wanted it to work for me; I initially ordered the petite small"
              + " (my usual size) but I found this to be outrageously small.",
          "冬季加厚羊毛针织衫，保暖舒适，送货很快，会推荐给朋友。",
          "Bought: oat milk, rye bread; searched: \"gluten free\" & café crème (€4.50).");

  @ParameterizedTest
  @CsvSource({
    "all-minilm-l6-v2, all-minilm-l6-v2",
    "bge-small-en-v15, bge-small-en-v1.5",
    "e5-small-v2, e5-small-v2",
    "bge-small-zh-v15, bge-small-zh-v1.5"
  })
  void agrees(String id, String resource) throws IOException, OrtException {
    EncoderCatalogue catalogue = new EncoderCatalogue(Path.of("no-such-folder"));
    BaseEncoder base = catalogue.load(id);
    TorchRuntime.start(DeviceChoice.CPU);
    TorchRuntime exact = new TorchRuntime(Device.cpu(), false);
    try (Tokeniser tokeniser = catalogue.tokeniser(id);
        OrtSession session = session(resource + ".onnx");
        TorchProgram program =
            new TorchProgram(exact, BertScript.of(base.config(), false) + STATES)) {
      List<NDArray> weights =
          BertLayout.names(base.config().layers()).stream()
              .map(name -> TorchProgram.array(program.manager(), weight(base, name)))
              .toList();
      for (List<String> texts : List.of(SHORT, LONG, List.of(LONG.getFirst().repeat(9)))) {
        Batch batch = Batch.of(tokeniser, texts, base.config());
        float[][][] reference = batch.states(session);
        try (NDManager scope = program.manager().newSubManager()) {
          List<NDArray> input = batch.input(scope);
          float[] states =
              program.call(scope, false, "states", List.of(input, weights)).toFloatArray();
          float[] pooled =
              program.call(scope, false, "embed", List.of(input, weights)).toFloatArray();
          assertThat(ofStates(batch, reference, states)).isLessThan(TOLERANCE);
          assertThat(ofPooled(batch, reference, pooled)).isLessThan(TOLERANCE);
        }
      }
    }
  }

  private static Tensor weight(BaseEncoder base, String name) {
    return requireNonNull(base.weights().get(name), name);
  }

  private static OrtSession session(String resource) throws IOException, OrtException {
    ClassLoader loader = OnnxAgreementTest.class.getClassLoader();
    try (InputStream in = requireNonNull(loader.getResourceAsStream(resource));
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      return OrtEnvironment.getEnvironment().createSession(in.readAllBytes(), options);
    }
  }

  /** The largest difference of a hidden state; padding is left out, for nobody reads it. */
  private static double ofStates(Batch batch, float[][][] reference, float[] ours) {
    int hidden = reference[0][0].length;
    double largest = 0;
    for (int i = 0; i < batch.lengths.length; i++) {
      for (int j = 0; j < batch.lengths[i]; j++) {
        for (int c = 0; c < hidden; c++) {
          float found = ours[(i * batch.width + j) * hidden + c];
          largest = Math.max(largest, Math.abs(found - reference[i][j][c]));
        }
      }
    }
    return largest;
  }

  private static double ofPooled(Batch batch, float[][][] reference, float[] ours) {
    int hidden = reference[0][0].length;
    double largest = 0;
    for (int i = 0; i < batch.lengths.length; i++) {
      int pooled = batch.pooling == Pooling.FIRST ? 1 : batch.lengths[i];
      for (int c = 0; c < hidden; c++) {
        double mean = 0;
        for (int j = 0; j < pooled; j++) {
          mean += reference[i][j][c] / (double) pooled;
        }
        largest = Math.max(largest, Math.abs(ours[i * hidden + c] - mean));
      }
    }
    return largest;
  }

  /** Texts padded to a common width, in the form that both programs take. */
  private record Batch(int[] lengths, int width, Pooling pooling, long[] ids, float[] mask) {

    static Batch of(Tokeniser tokeniser, List<String> texts, BertConfig config) {
      int[][] pieces = tokeniser.pieces(texts, config.positions() - 2);
      int[] lengths = new int[pieces.length];
      int width = 0;
      for (int i = 0; i < pieces.length; i++) {
        lengths[i] = pieces[i].length + 2;
        width = Math.max(width, lengths[i]);
      }
      long[] ids = new long[pieces.length * width];
      float[] mask = new float[ids.length];
      for (int i = 0; i < pieces.length; i++) {
        ids[i * width] = tokeniser.start();
        for (int j = 0; j < pieces[i].length; j++) {
          ids[i * width + 1 + j] = pieces[i][j];
        }
        ids[i * width + lengths[i] - 1] = tokeniser.separator();
        Arrays.fill(mask, i * width, i * width + lengths[i], 1);
      }
      return new Batch(lengths, width, config.pooling(), ids, mask);
    }

    float[][][] states(OrtSession session) throws OrtException {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      long[] shape = {lengths.length, width};
      long[] attended = new long[mask.length];
      for (int i = 0; i < mask.length; i++) {
        attended[i] = (long) mask[i];
      }
      try (OnnxTensor pieces = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
          OnnxTensor attention =
              OnnxTensor.createTensor(environment, LongBuffer.wrap(attended), shape);
          OnnxTensor types =
              OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
          OrtSession.Result result =
              session.run(
                  Map.of(
                      "input_ids", pieces, "attention_mask", attention, "token_type_ids", types))) {
        return (float[][][]) result.get(0).getValue();
      }
    }

    /** Ids, types, mask and the pooling's mask. */
    List<NDArray> input(NDManager scope) {
      Shape shape = new Shape(lengths.length, width);
      float[] pool = mask.clone();
      if (pooling == Pooling.FIRST) {
        for (int i = 0; i < pool.length; i++) {
          pool[i] = i % width == 0 ? 1 : 0;
        }
      }
      return List.of(
          scope.create(ids, shape),
          scope.create(new long[ids.length], shape),
          scope.create(mask, shape),
          scope.create(pool, shape));
    }
  }
}
