package org.tiersmith.ui.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.tiersmith.service.RunResult;
import org.tiersmith.service.RunView;
import org.tiersmith.training.Adapters;
import org.tiersmith.training.Augmentation;
import org.tiersmith.training.NumericSetting;
import org.tiersmith.training.Objective;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.training.Tuning;
import org.tiersmith.ui.kit.Facts;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Texts;

/** What a run was made of, in words; the keys are those of the texts {@code fact.KEY}. */
final class RunFacts {
  private final Texts texts;
  private final Formats formats;

  RunFacts(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
  }

  /** What is said of a run by itself: what is as with most runs is left out. */
  Map<String, String> brief(RunView run) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("state", texts.choice("state", run.state()));
    facts.put("started", formats.moment(run.started()));
    if (run.finished() != null) {
      facts.put("duration", RunNames.time(texts, RunNames.seconds(run)));
    }
    facts.putAll(settings(run));
    if (run.result() != null) {
      facts.put("examples", examples(run.result()));
      facts.put("epochs", epochs(run.settings().epochs(), run.result()));
    }
    TrainingSettings settings = run.settings();
    if (!settings.adapters().any()) {
      facts.remove("adapters");
    }
    if (settings.objective().equals(Objective.PLAIN)) {
      facts.remove("objective");
    }
    if (settings.augmentation().equals(Augmentation.NONE)) {
      facts.remove("augmentation");
    }
    facts.remove("dropout");
    facts.remove("weight-decay");
    if (run.provenance() != null) {
      facts.put("data", Facts.shortened(run.provenance().inputHash()));
    }
    return facts;
  }

  /** All settings of a run, in an order that is the same for all runs. */
  Map<String, String> settings(RunView run) {
    TrainingSettings settings = run.settings();
    Tuning tuning = settings.tuning();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("encoder", RunNames.base(settings.encoder()));
    facts.put("form", texts.choice("form", settings.form()));
    facts.put("examples", examples(settings.maxExamples()));
    facts.put("epochs", formats.count(settings.epochs()));
    facts.put("batch", texts.get("batch", settings.batch(), settings.maxLength()));
    facts.put(
        "learning-rate",
        texts.get(
            "learning-rate",
            CurveDrawing.scientific(settings.learningRate()),
            formats.percent(tuning.warmup(), 0),
            texts.choice("decay", tuning.decay())));
    facts.put(
        "optimiser",
        texts.get(
            "optimiser",
            texts.choice("optimiser", tuning.optimiser()),
            NumericSetting.text(tuning.layerDecay()),
            tuning.frozenLayers()));
    facts.put(
        "head",
        texts.get("head", CurveDrawing.scientific(tuning.headLearningRate()), tuning.headEpochs()));
    facts.put("adapters", adapters(settings.adapters()));
    facts.put("objective", objective(settings.objective()));
    facts.put("augmentation", augmentation(settings.augmentation()));
    facts.put("dropout", NumericSetting.text(tuning.dropout()));
    facts.put("weight-decay", NumericSetting.text(tuning.weightDecay()));
    facts.put("precision", texts.choice("precision", settings.precision()));
    facts.put("calibration", texts.choice("calibration-kind", settings.calibration()));
    facts.put("split", texts.choice("split", settings.split()));
    facts.put("device", run.device());
    facts.put("seed", Long.toString(settings.seed()));
    return facts;
  }

  private String examples(int most) {
    return most == 0 ? texts.get("examples.all") : texts.get("examples.most", most);
  }

  private String examples(RunResult result) {
    return texts.get(
        "examples", result.trainExamples(), result.validationExamples(), result.testExamples());
  }

  /** No epoch may beat the head that was trained before them on the frozen encoder. */
  private String epochs(int most, RunResult result) {
    return result.bestEpoch() == 0
        ? texts.get("epochs.head", most, result.epochsDone())
        : texts.get("epochs", most, result.epochsDone(), result.bestEpoch());
  }

  private String adapters(Adapters adapters) {
    return adapters.any()
        ? texts.get(
            "adapters",
            adapters.rank(),
            adapters.targets().stream()
                .map(target -> texts.choice("target", target))
                .collect(Collectors.joining(", ")))
        : Formats.UNKNOWN;
  }

  private String objective(Objective objective) {
    return texts.get(
        "objective",
        NumericSetting.text(objective.positiveWeight()),
        NumericSetting.text(objective.focalGamma()),
        NumericSetting.text(objective.labelSmoothing()));
  }

  private String augmentation(Augmentation augmentation) {
    return texts.get(
        "augmentation",
        formats.percent(augmentation.wordDropout(), 0),
        formats.percent(augmentation.fieldDropout(), 0));
  }
}
