package org.tiersmith.encoder;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Reads the fp32 weights of an ONNX graph that PyTorch exported. Biases, normalisations and
 * embeddings keep their names there; a linear weight is anonymous and transposed, so its name is
 * taken from the MatMul node that reads it. Field numbers follow <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>.
 */
final class OnnxReader {
  private static final int FLOAT = 1;

  /** Attention scores are divided here by the square root of a head's width. */
  private static final String SCALING = "/encoder/layer.0/attention/self/Div";

  private final Map<String, Tensor> initializers = new LinkedHashMap<>();
  private final Map<String, String> linear = new HashMap<>();
  private final Map<String, Tensor> constants = new HashMap<>();
  private String scaling = "";

  private OnnxReader() {}

  /**
   * What a graph holds.
   *
   * @param weights by their Hugging Face names, linear ones as [out, in]
   * @param headWidth width of an attention head; 0 if the graph has no attention
   */
  record Content(Map<String, Tensor> weights, int headWidth) {}

  static Content read(byte[] model) {
    OnnxReader reader = new OnnxReader();
    Protobuf root = new Protobuf(ByteBuffer.wrap(model));
    while (root.next()) {
      if (root.field() == 7) {
        reader.graph(root.message());
      } else {
        root.skip();
      }
    }
    return new Content(reader.named(), reader.headWidth());
  }

  private void graph(Protobuf graph) {
    while (graph.next()) {
      switch (graph.field()) {
        case 1 -> node(graph.message());
        case 5 -> initializer(graph.message());
        default -> graph.skip();
      }
    }
  }

  private void node(Protobuf node) {
    List<String> inputs = new ArrayList<>();
    List<Protobuf> attributes = new ArrayList<>();
    String output = "";
    String name = "";
    String type = "";
    while (node.next()) {
      switch (node.field()) {
        case 1 -> inputs.add(node.string());
        case 2 -> output = node.string();
        case 3 -> name = node.string();
        case 4 -> type = node.string();
        case 5 -> attributes.add(node.message());
        default -> node.skip();
      }
    }
    if (type.equals("MatMul")) {
      String path = name.replaceFirst("^/", "").replaceFirst("/MatMul[_0-9]*$", "");
      linear.put(inputs.get(1), path.replace('/', '.') + ".weight");
    } else if (type.equals("Constant")) {
      constant(output, attributes.getFirst());
    } else if (name.equals(SCALING)) {
      scaling = inputs.get(1);
    }
  }

  private void constant(String output, Protobuf attribute) {
    while (attribute.next()) {
      if (attribute.field() == 5) {
        tensor(attribute.message(), (_, value) -> constants.put(output, value));
      } else {
        attribute.skip();
      }
    }
  }

  private void initializer(Protobuf tensor) {
    tensor(tensor, initializers::put);
  }

  /** Hands on a tensor's name and values, if they are of type float. */
  private static void tensor(Protobuf tensor, BiConsumer<String, Tensor> to) {
    List<Integer> shape = new ArrayList<>();
    String name = "";
    int type = 0;
    ByteBuffer raw = ByteBuffer.allocate(0);
    while (tensor.next()) {
      switch (tensor.field()) {
        case 1 -> dimensions(tensor, shape);
        case 2 -> type = (int) tensor.varint();
        case 4, 9 -> raw = tensor.block();
        case 8 -> name = tensor.string();
        default -> tensor.skip();
      }
    }
    if (type == FLOAT) {
      float[] data = new float[raw.remaining() / Float.BYTES];
      raw.asFloatBuffer().get(data);
      to.accept(name, new Tensor(shape.stream().mapToInt(Integer::intValue).toArray(), data));
    }
  }

  private static void dimensions(Protobuf tensor, List<Integer> shape) {
    if (!tensor.packed()) {
      shape.add(Math.toIntExact(tensor.varint()));
      return;
    }
    Protobuf packed = tensor.message();
    while (packed.hasMore()) {
      shape.add(Math.toIntExact(packed.varint()));
    }
  }

  private Map<String, Tensor> named() {
    Map<String, Tensor> named = new LinkedHashMap<>();
    initializers.forEach(
        (name, tensor) -> {
          String linearName = linear.get(name);
          if (linearName == null) {
            named.put(name, tensor);
          } else {
            named.put(linearName, tensor.transposed());
          }
        });
    return named;
  }

  private int headWidth() {
    Tensor root = constants.get(scaling);
    return root == null ? 0 : (int) Math.round(Math.pow(root.data()[0], 2));
  }
}
