package org.tiersmith.ui.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Screen;

/** The line above a screen: its title, its own choices, its buttons. */
final class TopBar extends HBox {

  private final Map<Screen, List<Node>> filled = new HashMap<>();

  TopBar(ShellModel model) {
    getStyleClass().add("ts-top-bar");
    model.currentProperty().subscribe(this::show);
    model
        .screens()
        .addListener(
            (ListChangeListener<Screen>) change -> filled.keySet().retainAll(model.screens()));
  }

  private void show(Screen screen) {
    getChildren().setAll(filled.computeIfAbsent(screen, TopBar::fill));
  }

  private static List<Node> fill(Screen screen) {
    Label title = Labels.title(screen.frame().name());
    title.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    setHgrow(gap, Priority.ALWAYS);
    List<Node> nodes = new ArrayList<>(List.of(title));
    nodes.addAll(screen.leading());
    nodes.add(gap);
    nodes.addAll(screen.actions());
    return nodes;
  }
}
