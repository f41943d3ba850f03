package org.tiersmith.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * TorchScript source of an encoder's forward pass. The parts that depend on sizes are written as
 * constants, so the program needs no configuration.
 */
public final class BertScript {
  private BertScript() {}

  /**
   * Methods {@code dropped}, {@code encode}, {@code pool}, {@code lowered} and {@code embed} for
   * these sizes.
   */
  public static String of(BertConfig config, boolean bfloat16) {
    int head = config.hidden() / config.heads();
    return fill(
        dropout() + read(BertScript.class, "bert.torchscript"),
        Map.of(
            "HIDDEN", config.hidden(),
            "LAYERS", config.layers(),
            "HEADS", config.heads(),
            "HEAD", head,
            "SCALE", 1 / Math.sqrt(head),
            "EPSILON", config.layerNormEpsilon(),
            "END", BertLayout.names(config.layers()).size(),
            "LOWER", bfloat16 ? "True" : "False"));
  }

  /**
   * Method {@code dropped(x, masks, use)}: {@code x} times a slice of the pool {@code masks[0]}
   * that starts at {@code masks[1][use]}; {@code x} itself if {@code masks} has one element.
   * Drawing fresh masks costs a third of a step on a CPU; slices of one pool cost next to nothing.
   */
  public static String dropout() {
    return read(BertScript.class, "dropout.torchscript");
  }

  /** Reads a source file that lies beside a class. */
  public static String read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not beside " + beside);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** Puts values in place of {@code $NAME$}. */
  public static String fill(String template, Map<String, Object> values) {
    String text = template;
    for (Map.Entry<String, Object> value : new TreeMap<>(values).entrySet()) {
      text = text.replace("$" + value.getKey() + "$", value.getValue().toString());
    }
    return text;
  }
}
