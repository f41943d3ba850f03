package org.tiersmith.ui.model;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.model.RunForm.Field;

/** The pane in which a new run is set up. */
final class RunFormPane extends StackPane {
  private static final double WIDTH = 340;

  private final Ui ui;
  private final Texts texts;
  private final RunFormViewModel model;

  RunFormPane(Ui ui, Texts texts, RunFormViewModel model) {
    this.ui = ui;
    this.texts = texts;
    this.model = model;
    VBox fields = new VBox(10, encoder(), form(), device());
    for (Field field : Field.values()) {
      fields.getChildren().add(number(field));
    }
    fields.getStyleClass().add("ts-form-fields");
    ScrollPane scroll = new Scroller(fields);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("ts-bare-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Button start = Buttons.accent(texts.bind("form.start"), model::start);
    start.setId("run-start");
    start.disableProperty().bind(model.form().validProperty().not());
    Button cancel = Buttons.plain(texts.bind("form.cancel"), model::hide);
    Card card =
        new Card(texts.bind("form"), scroll, new HBox(8, start, cancel))
            .withActions(Buttons.icon(Feather.X, texts.bind("form.cancel"), model::hide));
    card.getStyleClass().add("ts-side-pane");
    getChildren().add(card);
    setMaxWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    visibleProperty().bind(model.openProperty());
    managedProperty().bind(model.openProperty());
    visibleProperty().subscribe(this::goIn);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.hide();
            event.consume();
          }
        });
  }

  /** Who opens the pane by keyboard goes on typing in it. */
  private void goIn(boolean visible) {
    if (visible && lookup("#run-encoder") instanceof Node first) {
      first.requestFocus();
    }
  }

  private Node encoder() {
    ComboBox<String> box = Combos.of(ui.language(), this::title);
    box.setId("run-encoder");
    box.setItems(model.encoderIds());
    box.valueProperty().bindBidirectional(model.form().encoderProperty());
    return field("form.encoder", box, texts.bind("form.encoder.hint"));
  }

  private String title(String id) {
    return model
        .encoder(id)
        .map(
            info ->
                info.language().isEmpty()
                    ? info.title()
                    : texts.get(
                        "form.encoder.of", info.title(), info.language().toUpperCase(Locale.ROOT)))
        .orElse(id);
  }

  private Node form() {
    ComboBox<EncoderForm> box = Combos.of(ui.language(), form -> texts.choice("form-choice", form));
    box.setId("run-form");
    box.getItems().setAll(List.of(EncoderForm.values()));
    box.valueProperty().bindBidirectional(model.form().formProperty());
    return field(
        "form.form",
        box,
        Bindings.createStringBinding(
            () -> texts.choice("form-hint", model.form().formProperty().get()),
            model.form().formProperty(),
            ui.language().tongueProperty()));
  }

  private Node device() {
    ComboBox<DeviceChoice> box = Combos.of(ui.language(), device -> texts.choice("device", device));
    box.setId("run-device");
    box.getItems().setAll(List.of(DeviceChoice.values()));
    box.valueProperty().bindBidirectional(model.form().deviceProperty());
    return field("form.device", box, null);
  }

  private Node number(Field field) {
    TextField box = new TextField();
    String key = "field." + field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    box.setId("run-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    box.textProperty().bindBidirectional(model.form().textProperty(field));
    box.setOnAction(event -> model.start());
    Label problem =
        Labels.muted(
            Bindings.createStringBinding(
                () ->
                    model.form().isValid(field)
                        ? ""
                        : field.most() >= Integer.MAX_VALUE
                            ? texts.get("form.from", field.least())
                            : texts.get("form.range", field.least(), field.most()),
                model.form().textProperty(field),
                ui.language().tongueProperty()));
    problem.getStyleClass().add("ts-form-problem");
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    VBox node = field(key, box, null);
    node.getChildren().add(problem);
    return node;
  }

  private VBox field(String key, Control control, @Nullable ObservableValue<String> hint) {
    Label name = Labels.plain(texts.bind(key));
    name.setLabelFor(control);
    control.setMaxWidth(Double.MAX_VALUE);
    control.accessibleTextProperty().bind(texts.bind(key));
    VBox field = new VBox(3, name, control);
    if (hint != null) {
      Label label = Labels.muted(hint);
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      field.getChildren().add(label);
    }
    return field;
  }
}
