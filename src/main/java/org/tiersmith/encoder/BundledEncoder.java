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
 * @param pooling what the model was trained with
 */
record BundledEncoder(EncoderInfo info, String resource, Pooling pooling) {
  private static final double LAYER_NORM_EPSILON = 1e-12;

  static final List<BundledEncoder> ALL =
      List.of(
          new BundledEncoder(
              info("all-minilm-l6-v2", "MiniLM L6 v2 (English)", "en", "Apache-2.0"),
              "all-minilm-l6-v2",
              Pooling.MEAN),
          new BundledEncoder(
              info("bge-small-en-v15", "BGE small v1.5 (English)", "en", "MIT"),
              "bge-small-en-v1.5",
              Pooling.FIRST),
          new BundledEncoder(
              info("e5-small-v2", "E5 small v2 (English)", "en", "MIT"),
              "e5-small-v2",
              Pooling.MEAN),
          new BundledEncoder(
              info("bge-small-zh-v15", "BGE small v1.5 (Chinese)", "zh", "MIT"),
              "bge-small-zh-v1.5",
              Pooling.FIRST));

  private static EncoderInfo info(String id, String title, String language, String licence) {
    return new EncoderInfo(id, title, language, licence, null);
  }

  static BundledEncoder of(String id) {
    return ALL.stream().filter(e -> e.info.id().equals(id)).findFirst().orElseThrow();
  }

  BaseEncoder load() throws IOException {
    try (InputStream in = open(resource + ".onnx")) {
      OnnxReader.Content content = OnnxReader.read(in.readAllBytes());
      Map<String, Tensor> weights = content.weights();
      int heads = BertConfig.hidden(weights) / content.headWidth();
      return new BaseEncoder(BertConfig.of(weights, heads, LAYER_NORM_EPSILON, pooling), weights);
    }
  }

  Tokeniser tokeniser() throws IOException {
    return Tokeniser.open(open(resource + "-tokenizer.json"), info.id());
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = BundledEncoder.class.getClassLoader().getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException(name + " is not on the class path");
    }
    return in;
  }
}
