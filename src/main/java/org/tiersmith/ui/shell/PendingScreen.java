package org.tiersmith.ui.shell;

import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.ScreenFrame;

/** A screen's place in the rail while no project is open: its name, greyed out. */
record PendingScreen(ScreenFrame frame) implements Screen {

  @Override
  public Parent content() {
    return new Pane();
  }
}
