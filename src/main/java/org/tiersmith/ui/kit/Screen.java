package org.tiersmith.ui.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;

/** One place of the workbench: what the rail shows of it, its top bar and its content. */
public interface Screen {

  /** What the rail and the top bar show of it; always the same one. */
  ScreenFrame frame();

  default String id() {
    return frame().id();
  }

  /** The content, made once. */
  Parent content();

  /** What stands after the title in the top bar. */
  default List<Node> leading() {
    return List.of();
  }

  /** The buttons at the right end of the top bar. */
  default List<Node> actions() {
    return List.of();
  }

  /** Called each time the screen comes to the front. */
  default void shown() {}

  /** Ctrl+Z. */
  default void undo() {}

  /** Shift+Ctrl+Z. */
  default void redo() {}

  /** Ctrl+N, of the first screen in the rail. */
  default void createProject() {}

  /** Ctrl+O, of the first screen in the rail. */
  default void openProject() {}

  /** Stops timers and listeners; called once, when the project is closed. */
  default void close() {}
}
