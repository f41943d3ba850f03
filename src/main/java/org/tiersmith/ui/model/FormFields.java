package org.tiersmith.ui.model;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.encoder.DeviceInfo;
import org.tiersmith.encoder.LinearLayer;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Text;
import org.tiersmith.training.NumericSetting;
import org.tiersmith.training.SettingsSearch;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.EvenRow;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The fields of the form for new runs, each with its name above and what is wrong below. */
final class FormFields {
  private final Ui ui;
  private final Texts texts;
  private final RunFormViewModel model;

  FormFields(Ui ui, Texts texts, RunFormViewModel model) {
    this.ui = ui;
    this.texts = texts;
    this.model = model;
  }

  Node base() {
    ComboBox<String> box = Combos.of(ui.language(), this::title);
    box.setId("run-encoder");
    box.setCellFactory(list -> new BaseCell(ui, texts, model));
    box.setItems(model.baseIds());
    box.valueProperty().bindBidirectional(model.form().encoderProperty());
    Supplier<String> hint =
        () ->
            model
                .base(model.form().encoderProperty().get())
                .map(BaseView::obstacle)
                .map(ui.language()::say)
                .orElseGet(() -> texts.get("form.encoder.hint"));
    return field("form.encoder", box, hint);
  }

  private String title(String id) {
    return model.base(id).map(base -> title(texts, base)).orElse(id);
  }

  /** Name and language of a base. */
  static String title(Texts texts, BaseView base) {
    return base.language().isEmpty()
        ? base.title()
        : texts.get("form.encoder.of", base.title(), base.language().toUpperCase(Locale.ROOT));
  }

  Node form() {
    ComboBox<EncoderForm> box = Combos.of(ui.language(), form -> texts.choice("form-choice", form));
    box.setId("run-form");
    box.getItems().setAll(List.of(EncoderForm.values()));
    box.valueProperty().bindBidirectional(model.form().formProperty());
    return field(
        "form.form", box, () -> texts.choice("form-hint", model.form().formProperty().get()));
  }

  Region device() {
    return choice(
        "device",
        model.form().choices().deviceProperty(),
        DeviceChoice.values(),
        device -> texts.choice("device", device),
        this::devices);
  }

  /** What there is to choose from, and why one of them is not used. */
  private String devices() {
    List<String> lines = new ArrayList<>();
    for (DeviceInfo device : model.devices().all()) {
      long gigabytes = Math.round(device.memoryBytes() / (double) (1 << 30));
      lines.add(texts.get("device.of", device.name(), ui.formats().count(gigabytes)));
    }
    Text note = model.devices().note();
    if (note != null) {
      lines.add(ui.language().say(note));
    }
    return String.join("\n", lines);
  }

  /** One of a few values, with its name {@code field.KEY}. */
  <E> Region choice(String key, ObjectProperty<E> chosen, E[] values, Function<E, String> name) {
    return choice(key, chosen, values, name, null);
  }

  private <E> Region choice(
      String key,
      ObjectProperty<E> chosen,
      E[] values,
      Function<E, String> name,
      @Nullable Supplier<String> hint) {
    ComboBox<E> box = Combos.of(ui.language(), name);
    box.setId("run-" + key);
    box.getItems().setAll(List.of(values));
    box.valueProperty().bindBidirectional(chosen);
    return field("field." + key, box, hint);
  }

  /** A number, or several. */
  Region number(NumericSetting setting) {
    StringProperty text = model.form().textProperty(setting);
    return field(
        "field." + setting.key(),
        typed("run-" + setting.key(), text),
        () -> model.form().isValid(setting) ? "" : range(setting));
  }

  private TextField typed(String id, StringProperty text) {
    TextField box = new TextField();
    box.setId(id);
    box.setPrefColumnCount(6);
    box.textProperty().bindBidirectional(text);
    box.setOnAction(event -> model.start());
    return box;
  }

  private String range(NumericSetting setting) {
    String least = plain(setting.least());
    if (setting.most() >= Integer.MAX_VALUE) {
      return texts.get("form.from", least);
    }
    return setting.isWhole()
        ? texts.get("form.range", least, plain(setting.most()))
        : texts.get("form.range-any", least, plain(setting.most()));
  }

  private String plain(double value) {
    return value == Math.rint(value)
        ? ui.formats().count((long) value)
        : NumericSetting.text(value);
  }

  /** Two numbers side by side. */
  Node pair(NumericSetting left, NumericSetting right) {
    return pair(number(left), number(right));
  }

  Node pair(Region left, Region right) {
    EvenRow row = new EvenRow(left, right);
    GridPane.setValignment(left, javafx.geometry.VPos.TOP);
    GridPane.setValignment(right, javafx.geometry.VPos.TOP);
    return row;
  }

  /** The layers that get adapters, seen while there is a rank. */
  Node targets() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("ts-targets");
    LinearLayer[] all = LinearLayer.values();
    for (int i = 0; i < all.length; i++) {
      grid.add(target(all[i]), i % 3, i / 3);
    }
    VBox box = new VBox(4, Labels.muted(texts.bind("field.targets")), grid);
    box.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    !model
                        .form()
                        .textProperty(NumericSetting.ADAPTER_RANK)
                        .get()
                        .strip()
                        .equals("0"),
                model.form().textProperty(NumericSetting.ADAPTER_RANK)));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private CheckBox target(LinearLayer target) {
    CheckBox box = new CheckBox();
    box.setId("target-" + target.name().toLowerCase(Locale.ROOT));
    box.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.choice("target", target), ui.language().tongueProperty()));
    box.setMinWidth(Region.USE_PREF_SIZE);
    model
        .form()
        .choices()
        .targetsProperty()
        .subscribe(targets -> box.setSelected(targets.contains(target)));
    box.setOnAction(event -> model.form().choices().target(target, box.isSelected()));
    return box;
  }

  /** How many of many combinations to try; seen only when there are several. */
  Node search() {
    Region most =
        field(
            "form.most",
            typed("run-most", model.form().mostProperty()),
            () -> {
              if (!model.form().isMostValid()) {
                return texts.get("form.range", "1", plain(SettingsSearch.MOST_RUNS));
              }
              return model.form().isTooMany()
                  ? texts.get("form.too-many", plain(SettingsSearch.MOST_RUNS))
                  : "";
            });
    Label many =
        Labels.paragraph(
            Bindings.createStringBinding(
                () ->
                    texts.get(
                        "form.combinations",
                        ui.formats().count(model.form().combinationsProperty().get())),
                model.form().combinationsProperty(),
                ui.language().tongueProperty()));
    VBox box = new VBox(6, many, most);
    box.visibleProperty().bind(model.form().combinationsProperty().greaterThan(1));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  /**
   * A field.
   *
   * @param hint below it: what is wrong, or what it does; null for nothing ever
   */
  private VBox field(String key, Control control, @Nullable Supplier<String> hint) {
    ObservableValue<String> named = texts.bind(key);
    Label name = Labels.plain(named);
    name.setLabelFor(control);
    control.setMaxWidth(Double.MAX_VALUE);
    control.accessibleTextProperty().bind(texts.bind(key));
    VBox field = new VBox(3, name, control);
    if (hint != null) {
      Label label =
          Labels.muted(
              Bindings.createStringBinding(
                  hint::get,
                  model.form().versionProperty(),
                  model.form().formProperty(),
                  model.openProperty(),
                  ui.language().tongueProperty()));
      if (control instanceof TextField) {
        label.getStyleClass().add("ts-form-problem");
        label
            .textProperty()
            .subscribe(
                said -> control.pseudoClassStateChanged(Styles.STATE_DANGER, !said.isEmpty()));
      }
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      label.visibleProperty().bind(label.textProperty().isNotEmpty());
      label.managedProperty().bind(label.visibleProperty());
      field.getChildren().add(label);
    }
    return field;
  }
}
