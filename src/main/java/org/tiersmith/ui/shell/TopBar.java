package org.tiersmith.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Screen;

/** The line above a screen: its title, its own choices, its buttons. */
final class TopBar extends HBox {

  TopBar(ShellModel model) {
    getStyleClass().add("ts-top-bar");
    model.currentProperty().subscribe(this::show);
  }

  private void show(Screen screen) {
    Label title = Labels.title(screen.name());
    title.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    setHgrow(gap, Priority.ALWAYS);
    getChildren().setAll(title);
    getChildren().addAll(screen.leading());
    getChildren().add(gap);
    getChildren().addAll(screen.actions());
  }
}
