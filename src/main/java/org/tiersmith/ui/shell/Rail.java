package org.tiersmith.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tiersmith.ui.kit.Icons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Screen;

/** The way between the screens at the window's left, with what each holds in a few words. */
final class Rail extends VBox {
  private final ShellModel model;
  private final VBox entries = new VBox();

  Rail(ShellModel model, Node foot) {
    this.model = model;
    getStyleClass().add("ts-rail");
    entries.getStyleClass().add("ts-rail-entries");
    Region gap = new Region();
    setVgrow(gap, Priority.ALWAYS);
    getChildren().addAll(brand(), entries, gap, foot);
    model.screens().addListener((ListChangeListener<Screen>) change -> fill());
    fill();
  }

  private void fill() {
    entries.getChildren().setAll(model.screens().stream().map(this::entry).toList());
  }

  private ToggleButton entry(Screen screen) {
    ToggleButton button = new ToggleButton();
    button.setId("rail-" + screen.id());
    button.getStyleClass().add("ts-rail-entry");
    button.setMaxWidth(Double.MAX_VALUE);
    Label name = Labels.plain(screen.frame().name());
    name.setMinWidth(USE_PREF_SIZE);
    Label badge = new Label();
    badge.getStyleClass().add("ts-rail-badge");
    badge.textProperty().bind(screen.frame().badge());
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row = new HBox(8, Icons.of(screen.frame().icon()), name, badge);
    row.getStyleClass().add("ts-rail-row");
    button.setGraphic(row);
    row.prefWidthProperty().bind(button.widthProperty().subtract(20));
    button.accessibleTextProperty().bind(screen.frame().name());
    name(button, screen);
    screen.frame().enabled().subscribe(enabled -> button.setDisable(!enabled));
    model.currentProperty().subscribe(current -> button.setSelected(current.equals(screen)));
    button.setOnAction(
        event -> {
          model.open(screen.id());
          button.setSelected(model.current().equals(screen));
        });
    return button;
  }

  private void name(ToggleButton button, Screen screen) {
    Tooltip tooltip = new Tooltip();
    String key = "Ctrl+" + (model.screens().indexOf(screen) + 1);
    screen.frame().name().subscribe(name -> tooltip.setText(name + "  " + key));
    button.setTooltip(tooltip);
  }

  private static Node brand() {
    HBox mark = new HBox(stripe(1), stripe(3), stripe(5));
    mark.getStyleClass().add("ts-brand-mark");
    Label name = new Label("Tiersmith");
    name.getStyleClass().add("ts-brand-name");
    HBox brand = new HBox(8, mark, name);
    brand.getStyleClass().add("ts-brand");
    return brand;
  }

  private static Region stripe(int tier) {
    Region stripe = new Region();
    stripe.getStyleClass().add("ts-brand-" + tier);
    return stripe;
  }

  /** For the foot: a row of choices one of which holds. */
  static <T> HBox choices(ObservableValue<T> chosen, Consumer<T> choose, List<Choice<T>> all) {
    HBox row = new HBox();
    row.getStyleClass().add("ts-rail-choices");
    for (Choice<T> choice : all) {
      ToggleButton button = new ToggleButton();
      button.textProperty().bind(choice.name());
      button.getStyleClass().add("ts-rail-choice");
      button.setMinWidth(USE_PREF_SIZE);
      chosen.subscribe(value -> button.setSelected(choice.value().equals(value)));
      button.setOnAction(
          event -> {
            choose.accept(choice.value());
            button.setSelected(true);
          });
      row.getChildren().add(button);
    }
    return row;
  }

  /** One of several values to choose from. */
  record Choice<T>(T value, ObservableValue<String> name) {}
}
