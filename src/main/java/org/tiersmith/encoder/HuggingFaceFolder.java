package org.tiersmith.encoder;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.encoder.BertConfig.Pooling;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** An encoder in Hugging Face layout: config.json, model.safetensors, tokenizer.json. */
record HuggingFaceFolder(Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKENISER = "tokenizer.json";
  private static final String PICKLED = ".*\\.(bin|pt|pth|ckpt|pkl)";

  /** Token types that the program knows: the first text and the second. */
  private static final int TYPES = 2;

  /** Whether someone meant this folder to be a model, usable or not. */
  static boolean looksLikeOne(Path folder) {
    return Files.isRegularFile(folder.resolve("config.json"))
        || Files.isRegularFile(folder.resolve(TOKENISER))
        || WeightFiles.areIn(folder)
        || pickled(folder) != null;
  }

  private static @Nullable Path pickled(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(PICKLED))
          .sorted()
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * Why it can't be used, as far as its small files and the weights' header tell; null if it can.
   */
  @Nullable Text problem() {
    try {
      checked();
      return null;
    } catch (Problem e) {
      return e.text();
    } catch (IOException e) {
      return Text.of(
          "encoder.folder-failed",
          "The model in {0} can''t be read: {1}. Copy its files again.",
          folder.getFileName(),
          String.valueOf(e.getMessage()));
    }
  }

  private record Checked(FolderConfig config, WeightFiles weights, Map<String, String> names) {}

  private Checked checked() throws IOException {
    checkFiles();
    FolderConfig config = FolderConfig.read(folder, pooling());
    WeightFiles weights = WeightFiles.of(folder);
    return new Checked(config, weights, found(config, weights));
  }

  private void checkFiles() {
    Path pickled = pickled(folder);
    if (pickled != null && !WeightFiles.areIn(folder)) {
      throw Problem.of(
          "encoder.pickled",
          "{0} holds its weights as {1}: pickled weights can run code that somebody hid in them, so"
              + " they are not read. Convert them to model.safetensors, or take a model that comes"
              + " with one.",
          folder.getFileName(),
          pickled.getFileName());
    }
    List<String> missing = new ArrayList<>();
    for (String name : new String[] {"config.json", TOKENISER}) {
      if (!Files.isRegularFile(folder.resolve(name))) {
        missing.add(name);
      }
    }
    if (!WeightFiles.areIn(folder)) {
      missing.add(WeightFiles.SINGLE);
    }
    if (!missing.isEmpty()) {
      throw Problem.of(
          "encoder.files-missing",
          "The model folder {0} lacks {1}. Copy the whole folder of the model.",
          folder.getFileName(),
          String.join(", ", missing));
    }
  }

  /** Each weight's name in the files, once it is there with the shape that config.json promises. */
  private Map<String, String> found(FolderConfig config, WeightFiles weights) {
    Map<String, String> names = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (String name : config.names()) {
      config.architecture().names(name).stream()
          .filter(weights::has)
          .findFirst()
          .ifPresentOrElse(
              own -> names.put(name, own),
              () -> missing.add(config.architecture().names(name).getFirst()));
    }
    if (!missing.isEmpty()) {
      throw Problem.of(
          "encoder.weights-missing",
          "The weights in {0} lack {1} of {2} that config.json promises, for example {3}. The model"
              + " can''t be used; check that config.json and weights belong together.",
          folder.getFileName(),
          missing.size(),
          config.names().size(),
          String.join(", ", missing.subList(0, Math.min(3, missing.size()))));
    }
    names.forEach((name, own) -> weights.check(own, config.shape(name)));
    return names;
  }

  /**
   * Reads sizes and weights, under the names and in the shapes of {@link BertLayout}.
   *
   * @throws Problem if the folder does not hold an encoder that can be used
   */
  BaseEncoder load() throws IOException {
    Checked checked = checked();
    FolderConfig config = checked.config();
    new TokeniserFile(folder.resolve(TOKENISER)).check(config.sizes().vocabulary());
    Map<String, Tensor> weights = checked.weights().read(checked.names());
    weights.compute(
        BertLayout.POSITIONS, (_, table) -> requireNonNull(table).from(config.placesBefore()));
    weights.compute(BertLayout.TYPES, (_, table) -> types(table, config.sizes().hidden()));
    weights.forEach(this::checkFinite);
    return new BaseEncoder(config.sizes(), weights);
  }

  /** Where a make knows one type of text or none, both texts are of that type. */
  private static Tensor types(@Nullable Tensor table, int hidden) {
    Tensor rows = table == null ? new Tensor(new int[] {1, hidden}, new float[hidden]) : table;
    if (rows.shape()[0] >= TYPES) {
      return rows;
    }
    float[] twice = new float[TYPES * hidden];
    System.arraycopy(rows.data(), 0, twice, 0, hidden);
    System.arraycopy(rows.data(), 0, twice, hidden, hidden);
    return new Tensor(new int[] {TYPES, hidden}, twice);
  }

  private void checkFinite(String name, Tensor weight) {
    for (float value : weight.data()) {
      if (!Float.isFinite(value)) {
        throw Problem.of(
            "encoder.weights-not-finite",
            "In {0} the weight {1} holds values that are no finite numbers. The model can''t be"
                + " used; copy its weights again.",
            folder.getFileName(),
            name);
      }
    }
  }

  /** Opens the tokeniser. The caller closes it. */
  Tokeniser tokeniser() throws IOException {
    checkFiles();
    return Tokeniser.open(
        Files.newInputStream(folder.resolve(TOKENISER)), folder.getFileName().toString());
  }

  /** Sentence encoders say in 1_Pooling/config.json how they pool; the rest are averaged. */
  private Pooling pooling() throws IOException {
    Path file = folder.resolve("1_Pooling").resolve("config.json");
    try {
      return Files.isRegularFile(file)
              && JSON.readTree(file.toFile()).path("pooling_mode_cls_token").asBoolean()
          ? Pooling.FIRST
          : Pooling.MEAN;
    } catch (JsonProcessingException e) {
      throw new Problem(FolderConfig.damaged(file).text(), e);
    }
  }
}
