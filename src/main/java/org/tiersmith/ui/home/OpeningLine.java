package org.tiersmith.ui.home;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.home.HomeViewModel.State;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/** Says which project is being opened; takes no room while there is none. */
final class OpeningLine extends HBox {
  OpeningLine(HomeViewModel<?> model, Texts texts) {
    super(10);
    setId("home-opening");
    getStyleClass().add("ts-row");
    ObservableValue<String> sentence =
        Bindings.createStringBinding(
            () -> sentence(model.openingProperty().get(), texts),
            model.openingProperty(),
            texts.language().tongueProperty());
    Label said = Labels.plain(sentence);
    said.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    said.getStyleClass().add("ts-may-be-cut");
    said.setMinWidth(0);
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(160);
    bar.setMinWidth(USE_PREF_SIZE);
    bar.accessibleTextProperty().bind(sentence);
    getChildren().addAll(bar, said);
    model.stateProperty().subscribe(state -> shown(state == State.OPENING));
  }

  private void shown(boolean on) {
    setVisible(on);
    setManaged(on);
  }

  private static String sentence(@Nullable Path file, Texts texts) {
    return file == null ? texts.get("opening-sample") : texts.get("opening", ProjectName.of(file));
  }
}
