package org.tiersmith.ui.model;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.RunResult;
import org.tiersmith.service.RunView;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.kit.Facts;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What one run was made of. */
final class RunDetails extends StackPane {
  private final Texts texts;
  private final Formats formats;
  private final Facts facts = new Facts();

  RunDetails(Ui ui, Texts texts, ModelViewModel model) {
    this.texts = texts;
    this.formats = ui.formats();
    getChildren().add(facts);
    model.selectedProperty().subscribe(this::show);
    ui.language().tongueProperty().subscribe(tongue -> show(model.selectedProperty().get()));
  }

  private void show(@Nullable RunView run) {
    facts.clear();
    if (run != null) {
      facts(run).forEach((name, value) -> facts.fact(texts.bind("fact." + name), value));
    }
  }

  private Map<String, String> facts(RunView run) {
    TrainingSettings settings = run.settings();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("state", texts.choice("state", run.state()));
    facts.put("started", formats.moment(run.started()));
    facts.put("encoder", settings.encoder());
    facts.put("form", texts.choice("form", settings.form()));
    RunResult result = run.result();
    if (result != null) {
      facts.put(
          "examples",
          texts.get(
              "examples",
              result.trainExamples(),
              result.validationExamples(),
              result.testExamples()));
    }
    facts.put(
        "epochs",
        result == null ? formats.count(settings.epochs()) : epochs(settings.epochs(), result));
    facts.put("batch", texts.get("batch", settings.batch(), settings.maxLength()));
    facts.put("learning-rate", rate(settings.learningRate()));
    facts.put("device", run.device());
    facts.put("seed", Long.toString(settings.seed()));
    if (run.provenance() != null) {
      facts.put("data", Facts.shortened(run.provenance().inputHash()));
    }
    facts.put("split", texts.get("split"));
    return facts;
  }

  /** No epoch may beat the head that was trained before them on the frozen encoder. */
  private String epochs(int most, RunResult result) {
    return result.bestEpoch() == 0
        ? texts.get("epochs.head", most, result.epochsDone())
        : texts.get("epochs", most, result.epochsDone(), result.bestEpoch());
  }

  /** 1e-4 as 0.0001: exact, without a sign of its own for powers. */
  private static String rate(double rate) {
    return java.math.BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
  }
}
