package org.tiersmith.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * TorchScript source of an encoder's forward pass. The parts that depend on sizes are written as
 * constants, so the program needs no configuration.
 */
public final class BertScript {
  private BertScript() {}

  /** The methods without adapters. */
  public static String of(BertConfig config, boolean bfloat16) {
    return of(config, bfloat16, List.of());
  }

  /** By how much a low-rank adapter's product is multiplied, whatever its rank. */
  public static final double ADAPTER_SCALE = 2;

  /**
   * Methods {@code dropped}, {@code encode}, {@code pool}, {@code lowered} and {@code embed} for
   * these sizes.
   *
   * @param adapted linear layers that have a low-rank adapter in each layer
   */
  public static String of(BertConfig config, boolean bfloat16, List<LinearLayer> adapted) {
    int head = config.hidden() / config.heads();
    int end = BertLayout.names(config.layers()).size();
    Map<String, Object> values = new HashMap<>();
    values.put("HIDDEN", config.hidden());
    values.put("LAYERS", config.layers());
    values.put("HEADS", config.heads());
    values.put("HEAD", head);
    values.put("SCALE", 1 / Math.sqrt(head));
    values.put("EPSILON", config.layerNormEpsilon());
    values.put("END", end);
    values.put("ADAPTERSEND", end + BertLayout.adapters(config.layers(), adapted).size());
    values.put("ADAPTERSCALE", ADAPTER_SCALE);
    values.put("LOWER", bfloat16 ? "True" : "False");
    for (LinearLayer linear : LinearLayer.values()) {
      int at = adapted.indexOf(linear);
      String down = String.format("%d + %d * i", end + 2 * at, 2 * adapted.size());
      values.put(linear.name(), at < 0 ? linear.call() : linear.call(down));
    }
    return fill(dropout() + read(BertScript.class, "bert.torchscript"), values);
  }

  /**
   * Method {@code dropped(x, masks, use)}: {@code x} times a slice of the pool {@code masks[0]}
   * that starts at {@code masks[1][use]}; {@code x} itself if {@code masks} has one element.
   * Drawing fresh masks costs a third of a step on a CPU; slices of one pool cost next to nothing.
   */
  public static String dropout() {
    return read(BertScript.class, "dropout.torchscript");
  }

  /**
   * Weights as the program computes with them, on the program's manager: made once, they spare each
   * call the conversion. They serve every method, but none that learns.
   *
   * @param weights arrays of the program's manager; those that were converted are closed
   */
  public static List<NDArray> lowered(TorchProgram program, List<NDArray> weights) {
    NDList lowered = program.callAll(program.manager(), false, "lowered", List.of(weights));
    List<NDArray> ready = new ArrayList<>();
    for (int i = 0; i < lowered.size(); i++) {
      NDArray before = weights.get(i);
      NDArray after = lowered.get(i);
      // One that stayed as it was shares its memory with the array it came from, which alone keeps
      // that memory from the garbage collector.
      boolean converted = after.getDataType() != before.getDataType();
      ready.add(converted ? after : before);
      (converted ? before : after).close();
    }
    return List.copyOf(ready);
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
