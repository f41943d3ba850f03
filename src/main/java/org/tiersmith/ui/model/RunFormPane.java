package org.tiersmith.ui.model;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.training.NumericSetting;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.model.RunFormViewModel.Outlook;

/** The pane in which new runs are set up. */
final class RunFormPane extends StackPane {
  private static final double WIDTH = 404;

  private final Ui ui;
  private final Texts texts;
  private final RunFormViewModel model;

  RunFormPane(Ui ui, Texts texts, RunFormViewModel model) {
    this.ui = ui;
    this.texts = texts;
    this.model = model;
    FormFields fields = new FormFields(ui, texts, model);
    VBox parts =
        new VBox(
            12,
            fields.base(),
            fields.form(),
            fields.pair(NumericSetting.EPOCHS, NumericSetting.BATCH),
            fields.pair(NumericSetting.MAX_LENGTH, NumericSetting.MAX_EXAMPLES),
            fields.pair(fields.number(NumericSetting.LEARNING_RATE), fields.device()),
            new MoreSettings(texts, model, fields));
    parts.getStyleClass().add("ts-form-fields");
    ScrollPane scroll = new Scroller(parts);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("ts-bare-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Card card =
        new Card(texts.bind("form"), scroll, fields.search(), outlook(), buttons())
            .withActions(Buttons.icon(Feather.X, texts.bind("form.cancel"), model::hide));
    card.getStyleClass().add("ts-side-pane");
    getChildren().add(card);
    setMaxWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(model.openProperty());
    visibleProperty().subscribe(this::goIn);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Who opens the pane by keyboard goes on typing in it. */
  private void goIn(boolean visible) {
    if (visible && lookup("#run-encoder") instanceof Node first) {
      first.requestFocus();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.hide();
      event.consume();
    }
  }

  private Node outlook() {
    var label =
        Labels.paragraph(
            Bindings.createStringBinding(
                () -> said(model.outlookProperty().get()),
                model.outlookProperty(),
                ui.language().tongueProperty()));
    label.setId("run-outlook");
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private String said(@Nullable Outlook outlook) {
    if (outlook == null || outlook.one().steps() == 0) {
      return "";
    }
    String each =
        Double.isNaN(outlook.one().seconds())
            ? texts.get("outlook.steps", outlook.one().steps())
            : texts.get(
                "outlook", outlook.one().steps(), RunNames.time(texts, outlook.one().seconds()));
    if (outlook.runs() == 1) {
      return each;
    }
    return Double.isNaN(outlook.seconds())
        ? texts.get("outlook.runs-only", outlook.runs(), each)
        : texts.get("outlook.runs", outlook.runs(), each, RunNames.time(texts, outlook.seconds()));
  }

  private HBox buttons() {
    Button reset = Buttons.plain(texts.bind("form.reset"), model::reset);
    reset.setId("run-reset");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button start =
        Buttons.accent(
            Bindings.createStringBinding(
                () ->
                    model.form().runs() > 1
                        ? texts.get("form.start-many", model.form().runs())
                        : texts.get("form.start"),
                model.form().versionProperty(),
                ui.language().tongueProperty()),
            model::start);
    start.setId("run-start");
    start
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.isStartable(), model.form().versionProperty(), model.openProperty()));
    return new HBox(8, reset, gap, start);
  }
}
