package org.tiersmith.ui.model;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tiersmith.model.SplitKind;
import org.tiersmith.training.CalibrationKind;
import org.tiersmith.training.NumericSetting;
import org.tiersmith.training.Optimiser;
import org.tiersmith.training.Precision;
import org.tiersmith.training.RateDecay;
import org.tiersmith.ui.kit.Icons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/** The settings that hardly anybody needs to turn, in groups, behind a button that opens them. */
final class MoreSettings extends VBox {
  private final Texts texts;

  MoreSettings(Texts texts, RunFormViewModel model, FormFields fields) {
    super(10);
    this.texts = texts;
    VBox groups =
        new VBox(
            12, optimiser(model, fields), layers(fields), objective(fields), rest(model, fields));
    groups.visibleProperty().bind(model.moreProperty());
    groups.managedProperty().bind(groups.visibleProperty());
    getChildren().addAll(button(model), groups);
  }

  private ToggleButton button(RunFormViewModel model) {
    FontIcon icon = Icons.of(Feather.CHEVRON_RIGHT);
    icon.iconCodeProperty()
        .bind(
            Bindings.when(model.moreProperty())
                .then(Feather.CHEVRON_DOWN)
                .otherwise(Feather.CHEVRON_RIGHT)
                .map(feather -> feather));
    ToggleButton button = new ToggleButton(null, icon);
    button.setId("run-more");
    button.getStyleClass().add("ts-disclosure");
    button.textProperty().bind(texts.bind("form.more"));
    button.selectedProperty().bindBidirectional(model.moreProperty());
    return button;
  }

  private VBox optimiser(RunFormViewModel model, FormFields fields) {
    RunChoices choices = model.form().choices();
    return group(
        "group.optimiser",
        fields.pair(
            fields.choice(
                "optimiser",
                choices.optimiserProperty(),
                Optimiser.values(),
                value -> texts.choice("optimiser", value)),
            fields.choice(
                "decay",
                choices.decayProperty(),
                RateDecay.values(),
                value -> texts.choice("decay", value))),
        fields.pair(NumericSetting.WARMUP, NumericSetting.WEIGHT_DECAY),
        fields.pair(NumericSetting.VALIDATIONS, NumericSetting.PATIENCE));
  }

  private VBox layers(FormFields fields) {
    return group(
        "group.layers",
        fields.pair(NumericSetting.LAYER_DECAY, NumericSetting.FROZEN_LAYERS),
        fields.pair(NumericSetting.HEAD_RATE, NumericSetting.HEAD_EPOCHS),
        fields.pair(NumericSetting.ADAPTER_RANK, NumericSetting.DROPOUT),
        fields.targets());
  }

  private VBox objective(FormFields fields) {
    return group(
        "group.objective",
        fields.pair(NumericSetting.POSITIVE_WEIGHT, NumericSetting.FOCAL_GAMMA),
        fields.pair(NumericSetting.LABEL_SMOOTHING, NumericSetting.WORD_DROPOUT),
        fields.pair(
            fields.number(NumericSetting.FIELD_DROPOUT), fields.number(NumericSetting.SEED)));
  }

  private VBox rest(RunFormViewModel model, FormFields fields) {
    RunChoices choices = model.form().choices();
    return group(
        "group.measure",
        fields.choice(
            "split",
            choices.splitProperty(),
            SplitKind.values(),
            value -> texts.choice("split", value)),
        fields.pair(
            fields.choice(
                "calibration",
                choices.calibrationProperty(),
                CalibrationKind.values(),
                value -> texts.choice("calibration-kind", value)),
            fields.choice(
                "precision",
                choices.precisionProperty(),
                Precision.values(),
                value -> texts.choice("precision", value))));
  }

  private VBox group(String title, Node... parts) {
    Label label = Labels.section(texts.bind(title));
    VBox group = new VBox(8, label);
    group.getChildren().addAll(parts);
    return group;
  }
}
