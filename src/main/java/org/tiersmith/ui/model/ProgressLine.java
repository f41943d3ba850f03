package org.tiersmith.ui.model;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.model.ProgressViewModel.Progress;

/** How far the selected run has come; seen while it is going. */
final class ProgressLine extends HBox {
  private final Texts texts;

  ProgressLine(Ui ui, Texts texts, ModelViewModel model) {
    super(12);
    this.texts = texts;
    setAlignment(Pos.CENTER_LEFT);
    setId("run-progress");
    ObjectBinding<java.util.Optional<Progress>> now =
        Bindings.createObjectBinding(
            model.progress()::now,
            model.curves().versionProperty(),
            model.progress().stepsProperty(),
            model.runs().selectedProperty());
    ProgressBar bar = new ProgressBar();
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> now.get().map(ProgressLine::share).orElse(0.0), now));
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("ts-run-progress");
    HBox.setHgrow(bar, Priority.ALWAYS);
    Label label =
        Labels.plain(
            Bindings.createStringBinding(
                () -> now.get().map(this::said).orElse(""), now, ui.language().tongueProperty()));
    label.setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("ts-progress-line");
    getChildren().addAll(label, bar);
    visibleProperty().bind(Bindings.createBooleanBinding(() -> now.get().isPresent(), now));
    managedProperty().bind(visibleProperty());
  }

  private static double share(Progress progress) {
    return progress.steps() == 0 ? -1 : Math.min(1, progress.step() / (double) progress.steps());
  }

  private String said(Progress progress) {
    StringBuilder said = new StringBuilder();
    if (progress.steps() > 0) {
      said.append(texts.get("progress.epoch", progress.epoch(), progress.epochs()))
          .append(" · ")
          .append(texts.get("progress.steps", progress.step(), progress.steps()));
    } else {
      said.append(texts.get("curves.at-step", progress.step()));
    }
    if (!Double.isNaN(progress.speed())) {
      said.append(" · ").append(texts.get("per-second.examples", Math.round(progress.speed())));
    }
    if (!Double.isNaN(progress.secondsLeft())) {
      said.append(" · ")
          .append(texts.get("progress.left", RunNames.time(texts, progress.secondsLeft())));
    }
    return said.toString();
  }
}
