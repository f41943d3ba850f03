package org.tiersmith.ui.customers;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.RuleCount;
import org.tiersmith.ui.customers.RuleDraft.Group;
import org.tiersmith.ui.customers.RulesViewModel.Ground;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The rule being edited: its name, its conditions, read aloud, and how many it means. */
final class RuleEditor extends VBox {
  /** How long nothing must be typed before it is saved. */
  private static final Duration PATIENCE = Duration.millis(700);

  private final RulesViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final Formats formats;
  private final TextField name = new TextField();
  private final StackPane place = new StackPane();
  private final PauseTransition pause = new PauseTransition(PATIENCE);
  private @Nullable Group shown;

  RuleEditor(RulesViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    ScrollPane scroll = new Scroller(place);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("ts-bare-scroll");
    scroll.setMinHeight(120);
    Card card = new Card(naming(), scroll, result()).growing(scroll);
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
    model.draftProperty().subscribe(this::show);
    model.ground().valueProperty().subscribe(ground -> rebuild());
    ui.language().tongueProperty().subscribe(tongue -> rebuild());
    model.own().selectedProperty().subscribe(this::showName);
    model.own().savedProperty().subscribe(this::showName);
    showName();
    pause.setOnFinished(event -> model.commit());
  }

  private Node naming() {
    Label label = Labels.muted(texts.bind("rule.name"));
    label.setMinWidth(USE_PREF_SIZE);
    name.setId("rule-name");
    name.getStyleClass().add("ts-small");
    name.setPrefWidth(280);
    name.accessibleTextProperty().bind(texts.bind("rule.name"));
    name.setOnAction(event -> rename());
    name.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                rename();
              }
            });
    HBox row = new HBox(8, label, name);
    row.getStyleClass().add("ts-row");
    return row;
  }

  private void rename() {
    model
        .own()
        .selected()
        .filter(segment -> !segment.name().equals(name.getText().strip()))
        .ifPresent(
            segment -> {
              if (name.getText().isBlank()) {
                name.setText(segment.name());
              } else {
                model.own().rename(segment.id(), name.getText());
              }
            });
  }

  private void showName() {
    name.setDisable(model.own().selected().isEmpty());
    model.own().selected().ifPresent(segment -> name.setText(segment.name()));
  }

  private void show(@Nullable Group draft) {
    if (draft == null) {
      place.getChildren().clear();
      shown = null;
    } else if (!Objects.equals(draft, shown)) {
      shown = draft;
      rebuild();
    }
  }

  private void rebuild() {
    Group draft = shown;
    Ground ground = model.ground().valueProperty().get();
    if (draft != null && ground != null) {
      Subjects subjects = new Subjects(ground.columns(), texts, ui.language());
      place
          .getChildren()
          .setAll(new GroupBox(draft, 1, subjects, model, ui, texts, this::change, null));
    }
  }

  private void change(Group now, String gesture) {
    shown = now;
    model.change(now, gesture);
    pause.playFromStart();
  }

  private Node result() {
    Label count = Labels.plain(said(this::counted));
    count.setId("rule-count");
    count.getStyleClass().add("ts-section");
    Label sentence = Labels.paragraph(said(this::sentence));
    sentence.setId("rule-sentence");
    Label doubts = Labels.paragraph(said(this::doubts));
    doubts.getStyleClass().add("ts-form-problem");
    doubts.visibleProperty().bind(doubts.textProperty().isNotEmpty());
    doubts.managedProperty().bind(doubts.visibleProperty());
    VBox result = new VBox(4, count, sentence, doubts);
    result.getStyleClass().add("ts-rule-result");
    return result;
  }

  private ObservableValue<String> said(Supplier<String> words) {
    return Bindings.createStringBinding(
        words::get,
        model.counts().editedProperty(),
        model.draftProperty(),
        ui.language().tongueProperty());
  }

  private String counted() {
    RuleCount count = model.counts().editedProperty().get();
    if (model.draftProperty().get() != null && model.sentence().isEmpty()) {
      return texts.get("rule.unfinished");
    }
    if (count == null) {
      return "";
    }
    return count.applies()
        ? texts.get(
            "rule.count",
            count.customers(),
            count.of(),
            formats.percent(count.customers() / (double) Math.max(1, count.of()), 1))
        : texts.get("rule.does-not-apply");
  }

  private String sentence() {
    return model
        .sentence()
        .map(text -> texts.get("rule.sentence", ui.language().say(text)))
        .orElse("");
  }

  private String doubts() {
    RuleCount count = model.counts().editedProperty().get();
    return count == null
        ? ""
        : count.doubts().stream().map(ui.language()::say).collect(Collectors.joining(" "));
  }
}
