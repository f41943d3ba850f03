package org.tiersmith.encoder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.DeviceChoice;

class BundledEncoderTest {
  private final EncoderCatalogue catalogue = new EncoderCatalogue(Path.of("no-such-folder"));

  @Test
  void miniLmKnowsWhatIsAlike() throws IOException {
    double[] alike =
        similarities(
            "all-minilm-l6-v2",
            "A warm woollen winter jumper",
            "Cosy knitted sweater for cold days",
            "Stainless steel frying pan");
    assertThat(alike[0]).isBetween(0.5, 0.6);
    assertThat(alike[1]).isBetween(0.0, 0.1);
  }

  @Test
  void bgeKnowsWhatIsAlikeInChinese() throws IOException {
    double[] alike = similarities("bge-small-zh-v15", "保暖羊毛毛衣", "冬季针织衫", "不锈钢煎锅");
    assertThat(alike[0]).isGreaterThan(alike[1] + 0.1);
  }

  @Test
  void spansCountCharsAsJavaDoes() throws IOException {
    String text = "保暖👕 Unbelievably warm!";
    try (Tokeniser tokeniser = catalogue.tokeniser("all-minilm-l6-v2")) {
      List<Tokeniser.Span> spans = tokeniser.spans(text, 99);
      assertThat(spans).hasSameSizeAs(tokeniser.pieces(List.of(text), 99)[0]);
      assertThat(spans)
          .extracting(span -> text.substring(span.from(), span.to()))
          .startsWith("保", "暖", "👕")
          .endsWith("warm", "!");
      assertThat(spans.stream().map(Tokeniser.Span::word).distinct()).hasSize(6);
      assertThat(tokeniser.spans(text, 2)).hasSize(2);
    }
  }

  private double[] similarities(String id, String text, String... others) throws IOException {
    BaseEncoder base = catalogue.load(id);
    TorchRuntime runtime = TorchRuntime.start(DeviceChoice.CPU);
    try (Tokeniser tokeniser = catalogue.tokeniser(id);
        TorchProgram program =
            new TorchProgram(runtime, BertScript.of(base.config(), runtime.bfloat16()))) {
      List<NDArray> weights =
          BertLayout.names(base.config().layers()).stream()
              .map(n -> requireNonNull(base.weights().get(n), n))
              .map(tensor -> TorchProgram.array(program.manager(), tensor))
              .toList();
      float[] first = embed(program, weights, tokeniser, text);
      double[] cosines = new double[others.length];
      for (int i = 0; i < others.length; i++) {
        cosines[i] = cosine(first, embed(program, weights, tokeniser, others[i]));
      }
      return cosines;
    }
  }

  private static float[] embed(
      TorchProgram program, List<NDArray> weights, Tokeniser tokeniser, String text) {
    int[] pieces = tokeniser.pieces(List.of(text), 60)[0];
    long[] ids = new long[pieces.length + 2];
    ids[0] = tokeniser.start();
    ids[ids.length - 1] = tokeniser.separator();
    for (int i = 0; i < pieces.length; i++) {
      ids[i + 1] = pieces[i];
    }
    try (NDManager scope = program.manager().newSubManager()) {
      Shape shape = new Shape(1, ids.length);
      NDArray ones = scope.ones(shape);
      List<NDArray> input =
          List.of(scope.create(ids, shape), scope.zeros(shape, DataType.INT64), ones, ones);
      return program.call(scope, false, "embed", List.of(input, weights)).toFloatArray();
    }
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return dot / Math.sqrt(aa * bb);
  }
}
