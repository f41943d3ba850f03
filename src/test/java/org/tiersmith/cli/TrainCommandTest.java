package org.tiersmith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.encoder.LinearLayer;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.model.SplitKind;
import org.tiersmith.project.RunState;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RunView;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.Adapters;
import org.tiersmith.training.CalibrationKind;
import org.tiersmith.training.NumericSetting;
import org.tiersmith.training.Optimiser;
import org.tiersmith.training.Precision;
import org.tiersmith.training.RateDecay;
import org.tiersmith.training.TrainingSettings;

/** What can't be trained with is refused before any work, and leaves no run behind. */
class TrainCommandTest {
  @TempDir private Path folder;
  private CommandRun run = new CommandRun(Path.of(""));
  private Path project = Path.of("");

  @BeforeEach
  void importSample() {
    run = new CommandRun(folder);
    project = folder.resolve("shop.tiersmith");
    assertThat(run.importSample(project)).isEqualTo(Tiersmith.OK);
  }

  @Test
  void anUnknownEncoderStartsNothing() {
    refused("no base model nosuch", "--encoder", "nosuch");
  }

  @Test
  void anUnknownSplitOrCalibrationStartsNothing() {
    refused("say time or customer", "--split", "random");
    refused("say platt or isotonic", "--calibration", "linear");
  }

  @Test
  void aMissingGpuStartsNothing() {
    assumeFalse(hasGpu(), "needs a machine or build without a GPU");
    refused("Nothing was started", "--device", "gpu");
  }

  @Test
  void aSettingThatCannotBeStartsNothing() {
    Map.of(
            "lr=1", "no setting \"lr\"; the settings are epochs, batch",
            "epochs", "not a name and a value",
            "epochs=0", "whole numbers from 1 to 1000",
            "epochs=1.5", "whole numbers from 1 to 1000",
            "learning-rate=1,x", "numbers from 0.0000001 to 0.5",
            "precision=half", "one of fast, exact",
            "adapter-targets=query+head", "some of query, key, value, attention-output",
            "adapter-targets=query", "add --set adapter-rank=8")
        .forEach((set, why) -> refused(why, "--set", set));
  }

  @Test
  void oneSettingIsSaidOnce() {
    refused("by --epochs and by --set", "--epochs", "2", "--set", "epochs=2");
    refused("by --device and by --set", "--device", "cpu", "--set", "device=cpu");
    refused("one value of split", "--set", "split=time,customer");
    refused("--set epochs=A,B", "--set", "epochs=2", "--set", "Epochs=3");
  }

  @Test
  void moreRunsThanAnybodyWaitsForStartNothing() {
    String ten = "0,0.01,0.02,0.03,0.04,0.05,0.06,0.07,0.08,0.09";
    String[] many = {
      "--set", "dropout=" + ten, "--set", "warmup=" + ten, "--set", "weight-decay=" + ten
    };
    refused("1,000 runs, more than 500", many);
    refused("must be 1 to 500", "--set", "epochs=1,2", "--most-runs", "0");
  }

  @Test
  void everyNumberAndEveryChoiceCanBeSet() throws IOException {
    TinyEncoder.catalogue(folder.resolve("models"));
    List<String> line =
        new ArrayList<>(List.of("train", project.toString(), "--encoder", "tiny", "--json"));
    Map<String, Object> set = new LinkedHashMap<>();
    for (NumericSetting setting : NumericSetting.values()) {
      set.put(setting.key(), NumericSetting.text(Math.max(setting.least(), 0)));
    }
    set.put("max-length", 24);
    set.put("batch", 64);
    set.put("adapter-rank", 2);
    set.put("learning-rate", 1e-3);
    set.put("device", "cpu");
    set.put("optimiser", "sgd");
    set.put("decay", "cosine");
    set.put("precision", "exact");
    set.put("calibration", "isotonic");
    set.put("split", "customer");
    set.put("adapter-targets", "value+query");
    set.forEach((name, value) -> line.addAll(List.of("--set", name + "=" + value)));
    assertThat(run.command(line.toArray(String[]::new))).isEqualTo(Tiersmith.OK);
    try (ProjectSession session = run.workbench().open(project)) {
      TrainingSettings settings = session.runs().all().getFirst().settings();
      assertThat(settings.precision()).isEqualTo(Precision.EXACT);
      assertThat(settings.tuning().optimiser()).isEqualTo(Optimiser.SGD);
      assertThat(settings.tuning().decay()).isEqualTo(RateDecay.COSINE);
      assertThat(settings.calibration()).isEqualTo(CalibrationKind.ISOTONIC);
      assertThat(settings.split()).isEqualTo(SplitKind.CUSTOMER);
      assertThat(settings.adapters())
          .isEqualTo(new Adapters(2, List.of(LinearLayer.QUERY, LinearLayer.VALUE)));
      for (NumericSetting setting : NumericSetting.values()) {
        assertThat(setting.of(settings))
            .as(setting.key())
            .isEqualTo(Double.parseDouble(set.get(setting.key()).toString()));
      }
    }
  }

  @Test
  void severalValuesAreTrainedInTurnAndTheBestIsReported() throws IOException {
    TinyEncoder.catalogue(folder.resolve("models"));
    assertThat(
            run.command(
                "train",
                project.toString(),
                "--encoder",
                "tiny",
                "--form",
                "two-tower",
                "--max-length",
                "24",
                "--set",
                "epochs=1,2",
                "--set",
                "learning-rate=1e-3,1e-2",
                "--most-runs",
                "3",
                "--json"))
        .isEqualTo(Tiersmith.OK);
    assertThat(run.errors()).contains("for 3 runs", "Run 3, 3 of 3: epochs=2");
    JsonNode json = new ObjectMapper().readTree(run.output());
    assertThat(json.get("runs")).hasSize(3);
    double least = Double.POSITIVE_INFINITY;
    for (JsonNode one : json.get("runs")) {
      assertThat(one.get("state").asText()).isEqualTo("done");
      assertThat(one.get("settings").fieldNames())
          .toIterable()
          .containsExactly("epochs", "learning-rate");
      assertThat(one.get("test_auc").asDouble()).isBetween(0.0, 1.0);
      least = Math.min(least, one.get("validation_loss").asDouble());
    }
    JsonNode best = json.get("runs").get(json.get("run").asInt() - 1);
    assertThat(best.get("validation_loss").asDouble()).isEqualTo(least);
    assertThat(best.get("test_auc")).isEqualTo(json.get("test").get("auc"));
  }

  @Test
  void aRunThatFailsLosesNoOther() throws IOException {
    TinyEncoder.catalogue(folder.resolve("models"));
    importOldPurchases();
    String[] line = {
      "train",
      project.toString(),
      "--encoder",
      "tiny",
      "--split",
      "customer",
      "--set",
      "max-examples=1,0"
    };
    assertThat(run.command(line)).as(run.errors()).isEqualTo(Tiersmith.OK);
    assertThat(run.errors()).contains("tiersmith: Run 1: Of 1 training examples");
    assertThat(run.output()).contains("2 runs", "failed", "max-examples=0").contains("Run 2: ");
    line[5] = "time";
    line[7] = "max-examples=0";
    assertThat(run.command(line)).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.problem()).contains("Of 30 validation examples 0 ended");
    line[7] = "max-length=24,32";
    assertThat(run.command(line)).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.problem()).contains("None of the 2 runs");
  }

  /** A shop in which nobody has bought of late. */
  private void importOldPurchases() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("customer_id,product_id,timestamp,type,list_price,purchased");
    for (int i = 0; i < 200; i++) {
      lines.add(
          String.format(
              "C%d,P%d,%s,exposure,3,%b",
              i % 20, i % 7, LocalDate.of(2025, 1, 1).plusDays(i), i < 120 && i % 3 == 0));
    }
    Path events = Files.write(folder.resolve("events.csv"), lines);
    assertThat(run.command("import", project.toString(), "--events", events.toString()))
        .as(run.errors())
        .isEqualTo(Tiersmith.OK);
  }

  @Test
  void whoStopsFindsTheOthersInTheQueue() throws IOException {
    TinyEncoder.catalogue(folder.resolve("models"));
    AtomicBoolean stop = new AtomicBoolean();
    try (ProjectSession session = run.workbench().open(project)) {
      List<TrainingSettings> all =
          Stream.of(1L, 2L, 3L)
              .map(
                  seed ->
                      TrainingSettings.defaults(EncoderForm.TWO_TOWER)
                          .withEncoder("tiny")
                          .withRun(DeviceChoice.CPU, seed))
              .toList();
      RunQueue queue =
          new RunQueue(session, run.console(), List.of(List.of(), List.of(), List.of()));
      JobContext context =
          new JobContext(
              progress -> stop.compareAndSet(false, progress.text().key().equals("training.epoch")),
              stop::get);
      List<RunView> queued = session.training().enqueue(all);
      assertThatThrownBy(() -> queue.train(queued, context)).isInstanceOf(CancelledException.class);
      assertThat(session.runs().all())
          .extracting(RunView::state)
          .containsExactly(RunState.QUEUED, RunState.QUEUED, RunState.CANCELLED);
      assertThat(run.problem()).contains("run 2, 3");
    }
  }

  private void refused(String why, String... options) {
    List<String> line = new ArrayList<>(List.of("train", project.toString()));
    line.addAll(List.of(options));
    assertThat(run.command(line.toArray(String[]::new))).isEqualTo(Tiersmith.BAD_INPUT);
    assertThat(run.errors().lines()).hasSize(1).first().asString().contains(why);
    try (ProjectSession session = run.workbench().open(project)) {
      assertThat(session.runs().all()).isEmpty();
    }
  }

  private static boolean hasGpu() {
    try {
      TorchRuntime.start(DeviceChoice.GPU);
      return true;
    } catch (Problem none) {
      return false;
    }
  }
}
