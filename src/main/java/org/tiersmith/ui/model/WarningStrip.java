package org.tiersmith.ui.model;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.model.Text;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.Icons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Ui;

/** What makes the selected run's figures doubtful; seen only if anything does. */
final class WarningStrip extends HBox {

  WarningStrip(Ui ui, ModelViewModel model) {
    super(8);
    setId("run-warnings");
    getStyleClass().add("ts-strip");
    setMinHeight(USE_PREF_SIZE);
    ObservableValue<String> said =
        Bindings.createStringBinding(
            () ->
                warnings(model.runs().selectedProperty().get()).stream()
                    .map(ui.language()::say)
                    .collect(Collectors.joining("\n")),
            model.runs().selectedProperty(),
            ui.language().tongueProperty());
    Label label = Labels.paragraph(said);
    HBox.setHgrow(label, Priority.ALWAYS);
    getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE), label);
    visibleProperty().bind(label.textProperty().isNotEmpty());
    managedProperty().bind(visibleProperty());
  }

  private static List<Text> warnings(@Nullable RunView run) {
    return run == null || run.result() == null ? List.of() : run.result().warnings();
  }
}
