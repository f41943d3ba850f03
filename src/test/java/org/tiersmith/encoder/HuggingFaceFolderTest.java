package org.tiersmith.encoder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.Problem;

class HuggingFaceFolderTest {
  private static final long[] IDS = {0, 4, 19, 7, 2, 11, 5, 2};
  private static final long[] TYPES = {0, 0, 0, 0, 0, 1, 1, 1};

  @TempDir Path models;
  private Path folder = Path.of("");
  private EncoderCatalogue catalogue = new EncoderCatalogue(Path.of(""));

  @BeforeEach
  void place() {
    folder = models.resolve("own");
    catalogue = new EncoderCatalogue(models);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bert", "distilbert", "roberta", "xlm-roberta"})
  void computesWhatEachMakeIsSupposedTo(String type) throws IOException {
    BaseEncoder expected = new TinyFolder(type).write(folder);
    assertThat(catalogue.find("own").problem()).isNull();
    BaseEncoder read = catalogue.load("own");
    assertThat(read.config()).isEqualTo(expected.config());
    double[][] states = new PlainBert(expected).encode(IDS, TYPES);
    float[] pooled = pooled(read);
    for (int j = 0; j < TinyEncoder.HIDDEN; j++) {
      double mean = 0;
      for (double[] state : states) {
        mean += state[j] / states.length;
      }
      assertThat((double) pooled[j]).isCloseTo(mean, within(1e-5));
    }
  }

  private static float[] pooled(BaseEncoder base) throws IOException {
    TorchRuntime exact = new TorchRuntime(TorchRuntime.start(DeviceChoice.CPU).device(), false);
    try (TorchProgram program = new TorchProgram(exact, BertScript.of(base.config(), false));
        NDManager scope = program.manager().newSubManager()) {
      Shape shape = new Shape(1, IDS.length);
      NDArray ones = scope.ones(shape);
      List<NDArray> weights =
          BertLayout.names(base.config().layers()).stream()
              .map(name -> TorchProgram.array(scope, requireNonNull(base.weights().get(name))))
              .toList();
      List<NDArray> input =
          List.of(scope.create(IDS, shape), scope.create(TYPES, shape), ones, ones);
      return program.call(scope, false, "embed", List.of(input, weights)).toFloatArray();
    }
  }

  @ParameterizedTest
  @CsvSource({"bert, 2, 3, 1", "distilbert, 2, 3, 1", "roberta, 0, 2, 2", "xlm-roberta, 0, 2, 2"})
  void knowsTheMarksOfEachMake(String type, int start, int separator, int between)
      throws IOException {
    new TinyFolder(type).write(folder);
    try (Tokeniser tokeniser = catalogue.tokeniser("own")) {
      assertThat(tokeniser.start()).isEqualTo(start);
      assertThat(tokeniser.separator()).isEqualTo(separator);
      assertThat(tokeniser.between()).isEqualTo(between);
    }
    catalogue.check("own", TorchRuntime.start(DeviceChoice.CPU));
  }

  @Test
  void cutsTextsAsTheMakeDoes() throws IOException {
    new TinyFolder("roberta").write(folder);
    try (Tokeniser tokeniser = catalogue.tokeniser("own")) {
      assertThat(tokeniser.pieces(List.of("red mug"), 9)[0]).containsExactly(18, 19, 13, 15);
    }
    new TinyFolder("xlm-roberta").write(folder);
    try (Tokeniser tokeniser = catalogue.tokeniser("own")) {
      assertThat(tokeniser.pieces(List.of("red mugs"), 9)[0]).containsExactly(5, 6, 9);
    }
  }

  @Test
  void readsWeightsThatComeInParts() throws IOException {
    BaseEncoder whole = new TinyFolder("bert").write(folder);
    Map<String, Tensor> tensors = Safetensors.read(weights()).tensors();
    Map<String, Tensor> first = new LinkedHashMap<>();
    Map<String, Tensor> second = new LinkedHashMap<>();
    StringBuilder index = new StringBuilder();
    tensors.forEach(
        (name, tensor) -> {
          boolean early = first.size() < 9;
          (early ? first : second).put(name, tensor);
          index.append(index.isEmpty() ? "" : ",").append('"').append(name).append("\":\"model-");
          index.append(early ? 1 : 2).append(".safetensors\"");
        });
    new Safetensors(first, Map.of()).write(folder.resolve("model-1.safetensors"));
    new Safetensors(second, Map.of()).write(folder.resolve("model-2.safetensors"));
    Files.delete(weights());
    Path list = folder.resolve("model.safetensors.index.json");
    Files.writeString(list, "{\"weight_map\":{" + index + "}}");
    String last = BertLayout.names(2).getLast();
    assertThat(catalogue.load("own").weights().get(last).data())
        .containsExactly(whole.weights().get(last).data());
    Files.writeString(list, Files.readString(list).replace("model-2", "../own/model-2"));
    assertRefused("the part ../own/model-2.safetensors is not there");
  }

  @Test
  void oldNamesOfNormalisationsAreKnown() throws IOException {
    new TinyFolder("bert").write(folder);
    Map<String, Tensor> old = new LinkedHashMap<>();
    Safetensors.read(weights())
        .tensors()
        .forEach(
            (name, tensor) ->
                old.put(
                    name.replace("LayerNorm.weight", "LayerNorm.gamma")
                        .replace("LayerNorm.bias", "LayerNorm.beta"),
                    tensor));
    new Safetensors(old, Map.of()).write(weights());
    assertThat(catalogue.load("own").weights()).containsOnlyKeys(BertLayout.names(2));
  }

  @Test
  void refusesPickledWeights() throws IOException {
    new TinyFolder("bert").write(folder);
    Files.move(weights(), folder.resolve("pytorch_model.bin"));
    assertRefused("pickled weights can run code");
  }

  @Test
  void saysWhichFilesAreMissing() throws IOException {
    new TinyFolder("bert").write(folder);
    Files.delete(weights());
    Files.delete(folder.resolve("tokenizer.json"));
    assertRefused("lacks tokenizer.json, model.safetensors");
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    new TinyFolder("bert").write(folder);
    byte[] whole = Files.readAllBytes(weights());
    Files.write(weights(), Arrays.copyOf(whole, whole.length / 2));
    assertRefused("model.safetensors is cut short");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "bert"    | "gpt2"       | model_type "gpt2"; only "bert, distilbert, roberta, xlm-roberta" can be used
          "gelu"    | "relu"       | hidden_act "relu"; only "gelu" can be used
          "vocab    | vocab        | config.json can't be read: it is no JSON
          _size":32 | _size":33    | has the shape [32, 16], but config.json asks for [33, 16]
          layers":2 | layers":3    | lack 16 of 53 that config.json promises, for example bert.encoder.layer.2.attention.self.query.weight
          layers":2 | layers":-2   | says num_hidden_layers = -2
          heads":2  | heads":3     | says num_attention_heads = 3
          "hidden_size" | "hidden" | says hidden_size = ?
          size":20  | size":21     | has the shape [20, 16], but config.json asks for [21, 16]
          """)
  void refusesAConfigThatDoesNotFit(String old, String now, String why) throws IOException {
    new TinyFolder("bert").write(folder);
    Path config = folder.resolve("config.json");
    Files.writeString(config, Files.readString(config).replace(old, now));
    assertRefused(why);
  }

  @Test
  void refusesValuesThatAreNoNumbers() throws IOException {
    new TinyFolder("bert").write(folder);
    Safetensors content = Safetensors.read(weights());
    content.tensors().get("bert.encoder.layer.1.output.dense.bias").data()[3] = Float.NaN;
    content.write(weights());
    assertThatThrownBy(() -> catalogue.load("own"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("encoder.layer.1.output.dense.bias holds values that are no finite");
  }

  @Test
  void refusesATokeniserOfAnotherModel() throws IOException {
    new TinyFolder("bert").write(folder);
    Path tokenizer = folder.resolve("tokenizer.json");
    String text = Files.readString(tokenizer);
    Files.writeString(tokenizer, text.replace("\"the\":19", "\"the\":20"));
    assertThatThrownBy(() -> catalogue.load("own"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("20 word pieces up to number 20, but the weights are made for 20");
    Files.writeString(tokenizer, text.replaceAll("\"(a|mug|shoe)\":\\d+,", ""));
    assertThatThrownBy(() -> catalogue.load("own"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("17 word pieces up to number 19");
    Files.writeString(tokenizer, "{}");
    assertThatThrownBy(() -> catalogue.tokeniser("own"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("tokenizer.json of own is damaged");
    Files.writeString(
        tokenizer, text.replaceFirst("\"post_processor\":\\{.*?\\},", "\"post_processor\":null,"));
    assertThatThrownBy(() -> catalogue.tokeniser("own"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("puts no marks around a text");
  }

  @Test
  void namesLeadNowhereElse() throws IOException {
    new TinyFolder("bert").write(models.resolveSibling(models.getFileName() + "-other"));
    String outside = "../" + models.getFileName() + "-other";
    assertThat(models.resolve(outside)).exists();
    assertThatThrownBy(() -> catalogue.load(outside))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("There is no base model");
  }

  private Path weights() {
    return folder.resolve("model.safetensors");
  }

  /** Listed with the reason, and not loaded. */
  private void assertRefused(String why) {
    EncoderInfo info = catalogue.find("own");
    assertThat(requireNonNull(info.problem()).english()).contains(why);
    assertThatThrownBy(() -> catalogue.load("own"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(why);
  }
}
