package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tiersmith.encoder.BertConfig;
import org.tiersmith.encoder.BertConfig.Pooling;
import org.tiersmith.encoder.BertLayout;
import org.tiersmith.encoder.BertScript;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.encoder.LinearLayer;
import org.tiersmith.encoder.Safetensors;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;

/**
 * What a weights file holds: all that is needed to score but the tokeniser, which comes with the
 * base encoder.
 *
 * @param encoder id of the base encoder
 * @param base hash of the base encoder's weights; empty where it is not known
 * @param form how texts meet
 * @param maxLength longest sequence, in word pieces
 * @param config the encoder's sizes
 * @param scaling of numbers
 * @param calibration of answers
 * @param adapters what learned in place of the encoder
 * @param weights of encoder and head, by name; of the adapters too where there are any
 */
record TrainedModel(
    String encoder,
    String base,
    EncoderForm form,
    int maxLength,
    BertConfig config,
    NumberScaling scaling,
    Calibration calibration,
    Adapters adapters,
    Map<String, Tensor> weights) {
  private static final String FORMAT = "tiersmith-3";
  private static final Set<String> OLDER = Set.of("tiersmith-1", "tiersmith-2");
  static final String BASE = "base_sha256";
  private static final String KNOTS = "calibration.knots";
  private static final String DOWN = ".lora_A.weight";
  private static final String UP = ".lora_B.weight";

  ModelShape shape() {
    return new ModelShape(ModelShape.Base.ENCODER, config, form, scaling.columns(), adapters);
  }

  TrainedModel with(Map<String, Tensor> newWeights, Calibration newCalibration) {
    return new TrainedModel(
        encoder, base, form, maxLength, config, scaling, newCalibration, adapters, newWeights);
  }

  /**
   * The same model without adapters: each is added to the weight that it stood beside.
   *
   * @param encoderWeights which a file with adapters does not repeat
   */
  TrainedModel merged(Map<String, Tensor> encoderWeights) {
    if (!adapters.any()) {
      return this;
    }
    Map<String, Tensor> all = new LinkedHashMap<>(encoderWeights);
    all.putAll(weights);
    for (String down : BertLayout.adapters(config.layers(), adapters.targets())) {
      if (down.endsWith(DOWN)) {
        String stem = down.substring(0, down.length() - DOWN.length());
        Tensor first = requireNonNull(all.remove(down), down);
        Tensor second = requireNonNull(all.remove(stem + UP), stem);
        all.compute(stem + ".weight", (_, w) -> sum(requireNonNull(w, stem), first, second));
      }
    }
    return new TrainedModel(
        encoder, base, form, maxLength, config, scaling, calibration, Adapters.NONE, all);
  }

  /** A weight plus {@link BertScript#ADAPTER_SCALE} times its adapter's product. */
  private static Tensor sum(Tensor weight, Tensor down, Tensor up) {
    int rank = down.shape()[0];
    int in = weight.shape()[1];
    float[] data = weight.data().clone();
    for (int row = 0; row < weight.shape()[0]; row++) {
      for (int r = 0; r < rank; r++) {
        float factor = (float) BertScript.ADAPTER_SCALE * up.data()[row * rank + r];
        for (int column = 0; column < in; column++) {
          data[row * in + column] += factor * down.data()[r * in + column];
        }
      }
    }
    return new Tensor(weight.shape(), data);
  }

  void write(Path file) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>(weights);
    Map<String, String> metadata = metadata();
    if (adapters.any()) {
      // The encoder stood still; its weights come with the base.
      metadata.put(BASE, base);
      tensors.keySet().removeAll(BertLayout.names(config.layers()));
    }
    tensors.put("scaling.mean", Tensor.vector(scaling.mean()));
    tensors.put("scaling.scale", Tensor.vector(scaling.scale()));
    tensors.put("scaling.logged", Tensor.vector(scaling.logged()));
    tensors.put("scaling.flagged", Tensor.vector(scaling.flagged()));
    tensors.put("calibration", Tensor.vector(calibration.asFloats()));
    float[] knots = calibration.knots();
    if (knots != null) {
      tensors.put(KNOTS, Tensor.vector(knots));
    }
    new Safetensors(tensors, metadata).write(file);
  }

  /** Of the encoder's weights among others. */
  static String hash(BertConfig config, Map<String, Tensor> weights) {
    Fingerprint fingerprint = new Fingerprint();
    for (String name : BertLayout.names(config.layers())) {
      fingerprint.add(requireNonNull(weights.get(name), name).data());
    }
    return fingerprint.hex();
  }

  private Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", FORMAT);
    metadata.put("encoder", encoder);
    metadata.put("form", form.name());
    metadata.put("max_length", Integer.toString(maxLength));
    metadata.put("heads", Integer.toString(config.heads()));
    metadata.put("layer_norm_eps", Double.toString(config.layerNormEpsilon()));
    metadata.put("pooling", config.pooling().name());
    metadata.put("adapter_rank", Integer.toString(adapters.rank()));
    metadata.put(
        "adapter_targets",
        adapters.targets().stream().map(LinearLayer::name).collect(Collectors.joining(",")));
    metadata.put("numbers", String.join("\n", scaling.names()));
    return metadata;
  }

  /**
   * Reads a file that {@link #write} wrote; adapters are merged.
   *
   * @param catalogue has the base encoder of a file with adapters
   * @throws Problem if it is another file, or one of a version whose networks were other, or
   *     adapters for a base that is no longer what it was
   */
  static TrainedModel read(Path file, EncoderCatalogue catalogue) throws IOException {
    Safetensors content = Safetensors.read(file);
    Map<String, String> metadata = content.metadata();
    String format = metadata.getOrDefault("format", "");
    EncoderForm form =
        EncoderForm.valueOf(metadata.getOrDefault("form", "CROSS").toUpperCase(Locale.ROOT));
    // Before version 3 a two-tower's head was another; a cross-encoder's is as it was.
    if (OLDER.contains(format) && form == EncoderForm.TWO_TOWER) {
      throw Problem.of(
          "training.older-weights",
          "This two-tower model was trained by an earlier version of this program, whose network"
              + " was another. It can''t answer any more; train again with its settings.");
    }
    if (!format.equals(FORMAT) && !OLDER.contains(format)) {
      throw Problem.of(
          "training.other-weights",
          "These weights were not trained by this program. Nothing was done with them; choose a"
              + " finished run of this project.");
    }
    Map<String, Tensor> tensors = content.tensors();
    Adapters adapters = adapters(metadata);
    String encoder = value(metadata, "encoder");
    Map<String, Tensor> base = adapters.any() ? catalogue.load(encoder).weights() : tensors;
    TrainedModel model =
        new TrainedModel(
            encoder,
            metadata.getOrDefault(BASE, ""),
            form,
            Integer.parseInt(value(metadata, "max_length")),
            BertConfig.of(
                base,
                Integer.parseInt(value(metadata, "heads")),
                Double.parseDouble(value(metadata, "layer_norm_eps")),
                Pooling.valueOf(value(metadata, "pooling"))),
            scaling(tensors, value(metadata, "numbers")),
            calibration(tensors),
            adapters,
            tensors);
    if (adapters.any()
        && !model.base().isEmpty()
        && !model.base().equals(hash(model.config(), base))) {
      throw Problem.of(
          "training.other-base",
          "This model is adapters for the encoder {0}, and the weights of {0} are others now than"
              + " when it was trained. It can''t answer; put the former encoder back, or train"
              + " again.",
          encoder);
    }
    return model.merged(base);
  }

  private static Adapters adapters(Map<String, String> metadata) {
    String targets = metadata.getOrDefault("adapter_targets", "");
    return targets.isEmpty()
        ? Adapters.NONE
        : new Adapters(
            Integer.parseInt(value(metadata, "adapter_rank")),
            Arrays.stream(targets.split(",")).map(LinearLayer::valueOf).toList());
  }

  private static NumberScaling scaling(Map<String, Tensor> tensors, String names) {
    return new NumberScaling(
        names.isEmpty() ? List.of() : names.lines().toList(),
        values(tensors, "scaling.mean"),
        values(tensors, "scaling.scale"),
        values(tensors, "scaling.logged"),
        values(tensors, "scaling.flagged"));
  }

  private static Calibration calibration(Map<String, Tensor> tensors) {
    Tensor knots = tensors.get(KNOTS);
    return Calibration.of(values(tensors, "calibration"), knots == null ? null : knots.data());
  }

  private static float[] values(Map<String, Tensor> tensors, String name) {
    return requireNonNull(tensors.get(name), name).data();
  }

  private static String value(Map<String, String> metadata, String key) {
    return requireNonNull(metadata.get(key), key);
  }
}
