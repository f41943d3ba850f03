package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tiersmith.encoder.BertConfig;
import org.tiersmith.encoder.BertConfig.Pooling;
import org.tiersmith.encoder.Safetensors;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;

/**
 * What a weights file holds: all that is needed to score but the tokeniser, which comes with the
 * base encoder.
 *
 * @param encoder id of the base encoder
 * @param form how texts meet
 * @param maxLength longest sequence, in word pieces
 * @param config the encoder's sizes
 * @param scaling of numbers
 * @param calibration of answers
 * @param weights of encoder and head, by name
 */
record TrainedModel(
    String encoder,
    EncoderForm form,
    int maxLength,
    BertConfig config,
    NumberScaling scaling,
    Calibration calibration,
    Map<String, Tensor> weights) {
  private static final String FORMAT = "tiersmith-1";
  private static final String KNOTS = "calibration.knots";

  ModelShape shape() {
    return new ModelShape(ModelShape.Base.ENCODER, config, form, scaling.width());
  }

  TrainedModel with(Map<String, Tensor> newWeights, Calibration newCalibration) {
    return new TrainedModel(encoder, form, maxLength, config, scaling, newCalibration, newWeights);
  }

  void write(Path file) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>(weights);
    tensors.put("scaling.mean", Tensor.vector(scaling.mean()));
    tensors.put("scaling.scale", Tensor.vector(scaling.scale()));
    tensors.put("scaling.logged", Tensor.vector(scaling.logged()));
    tensors.put("scaling.flagged", Tensor.vector(scaling.flagged()));
    tensors.put("calibration", Tensor.vector(calibration.asFloats()));
    float[] knots = calibration.knots();
    if (knots != null) {
      tensors.put(KNOTS, Tensor.vector(knots));
    }
    new Safetensors(tensors, metadata()).write(file);
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
    metadata.put("numbers", String.join("\n", scaling.names()));
    return metadata;
  }

  /**
   * Reads a file that {@link #write} wrote.
   *
   * @throws Problem if it is another file
   */
  static TrainedModel read(Path file) throws IOException {
    Safetensors content = Safetensors.read(file);
    Map<String, String> metadata = content.metadata();
    if (!FORMAT.equals(metadata.get("format"))) {
      throw Problem.of(
          "training.other-weights",
          "{0} holds weights that this program did not train. Nothing was scored; choose a"
              + " finished run of this project.",
          file.getFileName());
    }
    Map<String, Tensor> tensors = content.tensors();
    BertConfig config =
        BertConfig.of(
            tensors,
            Integer.parseInt(value(metadata, "heads")),
            Double.parseDouble(value(metadata, "layer_norm_eps")),
            Pooling.valueOf(value(metadata, "pooling")));
    return new TrainedModel(
        value(metadata, "encoder"),
        EncoderForm.valueOf(value(metadata, "form").toUpperCase(Locale.ROOT)),
        Integer.parseInt(value(metadata, "max_length")),
        config,
        scaling(tensors, value(metadata, "numbers")),
        calibration(tensors),
        tensors);
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
