package org.tiersmith.encoder;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.tiersmith.encoder.BertConfig.Pooling;

/**
 * An encoder whose ONNX file and tokeniser come as a Maven artifact on the class path.
 *
 * @param info what people see
 * @param resource name of both resources, less {@code .onnx} and {@code -tokenizer.json}
 * @param heads attention heads, which no weight's shape tells
 * @param pooling what the model was trained with
 */
record BundledEncoder(EncoderInfo info, String resource, int heads, Pooling pooling) {
  private static final double LAYER_NORM_EPSILON = 1e-12;

  static final List<BundledEncoder> ALL =
      List.of(
          new BundledEncoder(
              new EncoderInfo(
                  "all-minilm-l6-v2", "MiniLM L6 v2 (English)", "en", "Apache-2.0", null),
              "all-minilm-l6-v2",
              12,
              Pooling.MEAN),
          new BundledEncoder(
              new EncoderInfo("bge-small-zh-v15", "BGE small v1.5 (Chinese)", "zh", "MIT", null),
              "bge-small-zh-v1.5",
              8,
              Pooling.FIRST));

  static BundledEncoder of(String id) {
    return ALL.stream().filter(e -> e.info.id().equals(id)).findFirst().orElseThrow();
  }

  BaseEncoder load() throws IOException {
    try (InputStream in = open(resource + ".onnx")) {
      Map<String, Tensor> weights = OnnxWeights.read(in.readAllBytes());
      return new BaseEncoder(BertConfig.of(weights, heads, LAYER_NORM_EPSILON, pooling), weights);
    }
  }

  Tokeniser tokeniser() throws IOException {
    return Tokeniser.open(open(resource + "-tokenizer.json"));
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = BundledEncoder.class.getClassLoader().getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException(name + " is not on the class path");
    }
    return in;
  }
}
