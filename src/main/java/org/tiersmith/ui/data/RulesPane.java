package org.tiersmith.ui.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Action;
import org.tiersmith.data.ImportRule;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.RuleOutcome;
import org.tiersmith.model.Text;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** Each rule of an import: what it meets, how many rows it met, and a choice of what it does. */
final class RulesPane extends Scroller {
  private final Ui ui;
  private final Texts texts;
  private final BiConsumer<ImportRule, Action> chosen;
  private final GridPane grid = new GridPane();
  private final Map<ImportRule, ComboBox<Action>> boxes = new EnumMap<>(ImportRule.class);
  private final Map<ImportRule, Label> counts = new EnumMap<>(ImportRule.class);
  private final Map<ImportRule, Label> examples = new EnumMap<>(ImportRule.class);
  private final Map<ImportRule, Label> splits = new EnumMap<>(ImportRule.class);
  private boolean showing;

  /**
   * @param chosen told when a person lets a rule do something else
   */
  RulesPane(Ui ui, Texts texts, BiConsumer<ImportRule, Action> chosen) {
    this.ui = ui;
    this.texts = texts;
    this.chosen = chosen;
    getStyleClass().add("ts-bare-scroll");
    grid.getStyleClass().add("ts-role-grid");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    names.setFillWidth(true);
    ColumnConstraints numbers = new ColumnConstraints();
    numbers.setHalignment(HPos.RIGHT);
    numbers.setMinWidth(52);
    ColumnConstraints actions = new ColumnConstraints(112);
    grid.getColumnConstraints().setAll(names, numbers, actions);
    for (ImportRule rule : ImportRule.values()) {
      addRow(rule);
    }
    setContent(grid);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
  }

  /** Shows what each rule did, and does. */
  void show(ImportRules rules, List<RuleOutcome> outcomes) {
    showing = true;
    for (ImportRule rule : ImportRule.values()) {
      box(rule).setValue(rules.action(rule));
      List<RuleOutcome> own = outcomes.stream().filter(o -> o.rule().equals(rule.id())).toList();
      long met = own.stream().mapToLong(RuleOutcome::met).sum();
      label(counts, rule).setText(met == 0 ? "–" : ui.formats().count(met));
      split(rule, own, met);
      String example =
          own.stream()
              .map(RuleOutcome::example)
              .filter(found -> found != null)
              .findFirst()
              .map(found -> texts.get("rule-example", found.line(), found.message()))
              .orElse("");
      Label line = label(examples, rule);
      line.setText(example);
      line.setVisible(!example.isEmpty());
      line.setManaged(!example.isEmpty());
    }
    showing = false;
  }

  /** A row that several rules meet is left out under the first: then the two counts differ. */
  private void split(ImportRule rule, List<RuleOutcome> outcomes, long met) {
    long rejected = outcomes.stream().mapToLong(RuleOutcome::rejected).sum();
    boolean differ = rejected < met && outcomes.stream().anyMatch(o -> o.action() == Action.REJECT);
    Label line = label(splits, rule);
    line.textProperty().unbind();
    if (differ) {
      line.textProperty().bind(texts.bind("rule-split", met, rejected));
    }
    line.setVisible(differ);
    line.setManaged(differ);
  }

  private ComboBox<Action> box(ImportRule rule) {
    return Objects.requireNonNull(boxes.get(rule));
  }

  private static Label label(Map<ImportRule, Label> labels, ImportRule rule) {
    return Objects.requireNonNull(labels.get(rule));
  }

  private void addRow(ImportRule rule) {
    Label title = wrapped(said(rule::title), "ts-plain");
    Label example = wrapped(null, "ts-muted");
    example.setVisible(false);
    example.setManaged(false);
    Label split = wrapped(null, "ts-muted");
    split.setId("split-" + rule.id());
    split.setVisible(false);
    split.setManaged(false);
    Label count = new Label("–");
    count.getStyleClass().add("ts-plain");
    ComboBox<Action> box = Combos.of(ui.language(), action -> texts.choice("action", action));
    box.getItems().setAll(rule.allowed());
    box.setValue(rule.usual());
    box.setId("rule-" + rule.id());
    box.setPrefWidth(112);
    box.accessibleTextProperty().bind(said(rule::title));
    box.setDisable(rule.allowed().size() < 2);
    box.setOnAction(
        event -> {
          if (!showing && box.getValue() != null) {
            chosen.accept(rule, box.getValue());
          }
        });
    boxes.put(rule, box);
    counts.put(rule, count);
    splits.put(rule, split);
    examples.put(rule, example);
    VBox names = new VBox(2, title, split, example);
    names.setAlignment(Pos.CENTER_LEFT);
    grid.addRow(rule.ordinal(), names, count, box);
  }

  private ObservableValue<String> said(Supplier<Text> text) {
    return Bindings.createStringBinding(
        () -> ui.language().say(text.get()), ui.language().tongueProperty());
  }

  private static Label wrapped(@Nullable ObservableValue<String> text, String style) {
    Label label = new Label();
    if (text != null) {
      label.textProperty().bind(text);
    }
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
