package org.tiersmith.ui.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** One condition: what is compared, how, and with what. */
final class ConditionRow extends HBox {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private final Texts texts;
  private final Ui ui;
  private final Subjects subjects;
  private final RulesViewModel model;
  private final BiConsumer<ConditionDraft, String> changed;
  private final ComboBox<String> subject;
  private ConditionDraft condition;

  /**
   * @param changed given the condition after a change, and the gesture that it belongs to
   */
  ConditionRow(
      ConditionDraft condition,
      Subjects subjects,
      RulesViewModel model,
      Ui ui,
      Texts texts,
      BiConsumer<ConditionDraft, String> changed,
      Runnable remove) {
    super(6);
    this.condition = condition;
    this.subjects = subjects;
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.changed = changed;
    this.subject = Combos.of(ui.language(), subjects::title);
    getStyleClass().addAll("ts-row", "ts-condition");
    getChildren().addAll(subject(), operator());
    addValues();
    getChildren().add(Buttons.icon(Feather.X, texts.bind("rule.remove-condition"), remove));
  }

  /** Puts the focus where a person begins to build a condition. */
  void begin() {
    subject.requestFocus();
  }

  private ComboBox<String> subject() {
    List<String> all = new ArrayList<>(subjects.all());
    if (!all.contains(condition.subject())) {
      all.add(condition.subject());
    }
    subject.getItems().setAll(all);
    subject.setValue(condition.subject());
    subject.getStyleClass().add("ts-small");
    subject.setPrefWidth(200);
    subject.setMinWidth(120);
    subject.accessibleTextProperty().bind(texts.bind("rule.subject"));
    subject.setOnAction(
        event -> {
          String chosen = subject.getValue();
          if (chosen != null && !chosen.equals(condition.subject())) {
            changed.accept(
                ConditionDraft.on(chosen, subjects.family(chosen).orElse(Operator.Family.TEXT)),
                "");
          }
        });
    return subject;
  }

  private ComboBox<Operator> operator() {
    ComboBox<Operator> operator = Combos.of(ui.language(), each -> texts.choice("operator", each));
    operator.getItems().setAll(Operator.of(subjects.family(condition)));
    operator.setValue(condition.operator());
    operator.getStyleClass().add("ts-small");
    operator.setPrefWidth(150);
    operator.setMinWidth(110);
    operator.accessibleTextProperty().bind(texts.bind("rule.operator"));
    operator.setOnAction(
        event -> {
          Operator chosen = operator.getValue();
          if (chosen != null && chosen != condition.operator()) {
            changed.accept(condition.with(chosen), "");
          }
        });
    return operator;
  }

  private void addValues() {
    Operator operator = condition.operator();
    if (!operator.hasFirst()) {
      HBox gap = new HBox();
      HBox.setHgrow(gap, Priority.ALWAYS);
      getChildren().add(gap);
      return;
    }
    SuggestField first =
        new SuggestField(
            condition.first(),
            operator == Operator.ONE_OF,
            (start, answer) -> model.values().find(condition.subject(), start, answer));
    first.setPromptText(
        operator == Operator.IN_LAST_DAYS ? "30" : subjects.hint(condition.subject()));
    first.accessibleTextProperty().bind(texts.bind("rule.value"));
    first.setPrefWidth(180);
    first.setMinWidth(70);
    HBox.setHgrow(first, Priority.ALWAYS);
    getChildren().add(first);
    first
        .textProperty()
        .subscribe(
            (before, now) ->
                typed(
                    new ConditionDraft(
                        condition.subject(), condition.operator(), now, condition.second()),
                    first));
    if (operator == Operator.IN_LAST_DAYS) {
      getChildren().add(unit("rule.days"));
    }
    if (operator.hasSecond()) {
      addSecond();
    }
  }

  private void addSecond() {
    TextField second = new TextField(condition.second());
    second.getStyleClass().add("ts-small");
    second.setPrefWidth(64);
    second.setMinWidth(50);
    second.accessibleTextProperty().bind(texts.bind("rule.second-value"));
    second
        .textProperty()
        .subscribe(
            (before, now) ->
                typed(
                    new ConditionDraft(
                        condition.subject(), condition.operator(), condition.first(), now),
                    second));
    String before =
        switch (condition.operator()) {
          case BETWEEN -> "rule.to";
          case BOUGHT_LATELY -> "rule.within";
          default -> "rule.least";
        };
    getChildren().addAll(unit(before), second);
    switch (condition.operator()) {
      case BOUGHT_LATELY -> getChildren().add(unit("rule.days"));
      case BOUGHT_TIMES -> getChildren().add(unit("rule.times"));
      case TOPIC -> getChildren().add(unit("rule.percent"));
      default -> {}
    }
  }

  private Label unit(String key) {
    Label label = Labels.muted(texts.bind(key));
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private void typed(ConditionDraft now, TextField field) {
    condition = now;
    field.pseudoClassStateChanged(INVALID, !field.getText().isBlank() && now.rule().isEmpty());
    changed.accept(now, ":" + now.subject() + now.operator());
  }
}
