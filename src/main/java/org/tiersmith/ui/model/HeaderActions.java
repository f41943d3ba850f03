package org.tiersmith.ui.model;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.model.QueueViewModel.State;

/** What stands at the right of the top bar: device and queue, and what can be done with runs. */
final class HeaderActions {
  private final Ui ui;
  private final Texts texts;
  private final ModelViewModel model;

  HeaderActions(Ui ui, Texts texts, ModelViewModel model) {
    this.ui = ui;
    this.texts = texts;
    this.model = model;
  }

  List<Node> nodes() {
    Button pause = Buttons.plain(texts.bind("pause"), model.queue()::pause);
    pause.setId("run-pause");
    pause.disableProperty().bind(model.queue().stateProperty().isNotEqualTo(State.RUNNING));
    shown(pause, model.queue().stateProperty().isNotEqualTo(State.IDLE));
    Button resume = Buttons.plain(resumeName(), this::resume);
    resume.setId("run-resume");
    shown(resume, resumable());
    Button cancel = Buttons.plain(texts.bind("cancel"), model.queue()::cancel);
    cancel.setId("run-cancel");
    cancel.disableProperty().bind(model.queue().stateProperty().isEqualTo(State.CANCELLING));
    shown(cancel, model.queue().stateProperty().isNotEqualTo(State.IDLE));
    Button fresh = Buttons.accent(texts.bind("new-run"), model.form()::show);
    fresh.setId("new-run");
    shown(fresh, model.trainableProperty());
    return List.of(status(), pause, resume, cancel, score(), fresh);
  }

  /** Device of the selected run, and how many wait. */
  private Label status() {
    Label label =
        Labels.muted(
            Bindings.createStringBinding(
                this::said,
                model.runs().selectedProperty(),
                model.queue().waitingProperty(),
                model.queue().stateProperty(),
                ui.language().tongueProperty()));
    label.setId("run-status");
    label.setMinWidth(0);
    label.getStyleClass().add("ts-may-be-cut");
    return label;
  }

  private String said() {
    RunView run = model.runs().selectedProperty().get();
    String device = run == null ? "" : run.device().replace(", ", " · ");
    int waiting = model.queue().waitingProperty().get();
    String queue = waiting == 0 ? "" : texts.get("queue", waiting);
    String state =
        switch (model.queue().stateProperty().get()) {
          case IDLE, RUNNING -> "";
          case PAUSING -> texts.get("pausing");
          case CANCELLING -> texts.get("cancelling");
        };
    return List.of(device, queue, state).stream()
        .filter(part -> !part.isEmpty())
        .reduce((one, other) -> one + " · " + other)
        .orElse("");
  }

  private ObservableValue<String> resumeName() {
    return Bindings.createStringBinding(
        () -> {
          RunView run = model.runs().selectedProperty().get();
          return run == null
              ? texts.get("resume")
              : texts.get("resume.run", Long.toString(run.id()));
        },
        model.runs().selectedProperty(),
        ui.language().tongueProperty());
  }

  private ObservableBooleanValue resumable() {
    return Bindings.createBooleanBinding(
        () ->
            model.queue().stateProperty().get() == State.IDLE
                && model.runs().selectedProperty().get() instanceof RunView run
                && run.resumable(),
        model.queue().stateProperty(),
        model.runs().selectedProperty());
  }

  private void resume() {
    if (model.runs().selectedProperty().get() instanceof RunView run) {
      model.queue().resume(run);
    }
  }

  private Button score() {
    Button score =
        Buttons.plain(
            texts.bind("score"),
            () -> {
              if (model.runs().selectedProperty().get() instanceof RunView run) {
                model.scores().score(run);
              }
            });
    score.setId("score");
    score
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.scores().scoringProperty().get()
                        || !(model.runs().selectedProperty().get() instanceof RunView run
                            && run.scorable()),
                model.scores().scoringProperty(),
                model.runs().selectedProperty()));
    shown(score, model.stateProperty().isEqualTo(LoadState.READY));
    return score;
  }

  /** A part that takes no room while it isn't shown. */
  static <N extends Node> N shown(N node, ObservableBooleanValue when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }
}
