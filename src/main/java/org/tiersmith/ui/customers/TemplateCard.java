package org.tiersmith.ui.customers;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.ui.customers.TextTrial.Tried;
import org.tiersmith.ui.customers.TextsViewModel.Ground;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The template of customers or products, what is wrong with it, and what can be done with it. */
final class TemplateCard extends VBox {
  private static final int MOST_FAULTS = 3;

  private final TextsViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final TextArea editor = new TextArea();

  TemplateCard(TextsViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    editor.setId("template");
    editor.getStyleClass().add("ts-template");
    editor.setWrapText(true);
    editor.accessibleTextProperty().bind(texts.bind("template"));
    editor.textProperty().bindBidirectional(model.sourceProperty());
    editor.setMinHeight(160);
    Card card = new Card(texts.bind("template"), editor, faults(), buttons()).growing(editor);
    card.withActions(sides());
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().add(card);
  }

  /** Puts a text where the caret is. */
  void insert(String text) {
    editor.insertText(editor.getCaretPosition(), text);
    editor.requestFocus();
  }

  private Node sides() {
    return new ChoiceBar<>(
        model.sideProperty(),
        List.of(
            new Choice<>(TextSide.CUSTOMER, "side-customer", texts.bind("side.customer")),
            new Choice<>(TextSide.PRODUCT, "side-product", texts.bind("side.product"))));
  }

  private Node faults() {
    Label label =
        Labels.paragraph(
            Bindings.createStringBinding(
                this::said, model.trial().triedProperty(), ui.language().tongueProperty()));
    label.setId("faults");
    model
        .trial()
        .triedProperty()
        .subscribe(
            tried -> {
              label.getStyleClass().remove("ts-form-problem");
              if (isFaulty(tried)) {
                label.getStyleClass().add("ts-form-problem");
              }
            });
    return label;
  }

  private String said() {
    Tried tried = model.trial().triedProperty().get();
    return tried == null || !isFaulty(tried)
        ? texts.get("template.fine")
        : tried.faults().stream()
            .limit(MOST_FAULTS)
            .map(fault -> ui.language().say(fault.text()))
            .collect(Collectors.joining("\n"));
  }

  private static boolean isFaulty(@Nullable Tried tried) {
    return tried != null && !tried.faults().isEmpty();
  }

  private Node buttons() {
    Button save = Buttons.accent(texts.bind("template.save"), model::save);
    save.setId("template-save");
    save.disableProperty().bind(edited(() -> !model.isChanged() || !isFine()));
    Button revert = Buttons.plain(texts.bind("template.revert"), model::revert);
    revert.disableProperty().bind(edited(() -> !model.isChanged()));
    Button reset = Buttons.plain(texts.bind("template.reset"), model::reset);
    reset.setId("template-reset");
    reset.disableProperty().bind(when(now -> now.isDefault(model.sideProperty().get())));
    Button undo = Buttons.icon(Feather.ROTATE_CCW, texts.bind("undo"), model::undo);
    undo.disableProperty().bind(when(now -> now.undoable() == null));
    Button redo = Buttons.icon(Feather.ROTATE_CW, texts.bind("redo"), model::redo);
    redo.disableProperty().bind(when(now -> now.redoable() == null));
    HBox row = new HBox(8, save, revert, reset, undo, redo);
    row.getStyleClass().add("ts-row");
    return row;
  }

  private boolean isFine() {
    Tried tried = model.trial().triedProperty().get();
    return tried != null && tried.faults().isEmpty();
  }

  private BooleanBinding edited(BooleanSupplier holds) {
    return Bindings.createBooleanBinding(
        holds::getAsBoolean,
        model.trial().triedProperty(),
        model.sourceProperty(),
        model.ground().valueProperty());
  }

  private BooleanBinding when(Predicate<Ground> holds) {
    return Bindings.createBooleanBinding(
        () -> {
          @Nullable Ground now = model.ground().valueProperty().get();
          return now == null || holds.test(now);
        },
        model.ground().valueProperty(),
        model.sideProperty());
  }
}
