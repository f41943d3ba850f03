package org.tiersmith.ui.model;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.RunResult;
import org.tiersmith.service.RunView;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** What one run was made of. */
final class RunDetails extends ScrollPane {
  private static final int HASH_END = 6;

  private final Texts texts;
  private final Formats formats;
  private final GridPane grid = new GridPane();

  RunDetails(Ui ui, Texts texts, ModelViewModel model) {
    this.texts = texts;
    this.formats = ui.formats();
    setContent(grid);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("ts-bare-scroll");
    grid.getStyleClass().add("ts-facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    model.selectedProperty().subscribe(this::show);
    ui.language().tongueProperty().subscribe(tongue -> show(model.selectedProperty().get()));
  }

  private void show(@Nullable RunView run) {
    grid.getChildren().clear();
    if (run == null) {
      return;
    }
    int row = 0;
    for (Map.Entry<String, String> fact : facts(run).entrySet()) {
      Label value = Labels.plain(new ReadOnlyStringWrapper(fact.getValue()));
      value.setWrapText(true);
      value.setMinHeight(USE_PREF_SIZE);
      grid.add(Labels.muted(texts.bind("fact." + fact.getKey())), 0, row);
      grid.add(value, 1, row++);
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
        result == null
            ? formats.count(settings.epochs())
            : texts.get("epochs", settings.epochs(), result.epochsDone(), result.bestEpoch()));
    facts.put("batch", texts.get("batch", settings.batch(), settings.maxLength()));
    facts.put("learning-rate", rate(settings.learningRate()));
    facts.put("device", run.device());
    facts.put("seed", Long.toString(settings.seed()));
    if (run.provenance() != null) {
      facts.put("data", shortened(run.provenance().inputHash()));
    }
    facts.put("split", texts.get("split"));
    return facts;
  }

  /** 1e-4 as 0.0001: exact, without a sign of its own for powers. */
  private static String rate(double rate) {
    return java.math.BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
  }

  private static String shortened(String hash) {
    return hash.length() <= 2 * HASH_END
        ? hash
        : hash.substring(0, HASH_END) + " … " + hash.substring(hash.length() - HASH_END);
  }
}
