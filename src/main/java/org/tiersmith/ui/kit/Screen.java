package org.tiersmith.ui.kit;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/** One place of the workbench: what the rail shows of it, its top bar and its content. */
public interface Screen {

  /** Stable id, as in settings: {@code home}, {@code data}, ... */
  String id();

  Feather icon();

  /** The name in the rail and the title in the top bar. */
  ObservableValue<String> name();

  /** The few words at the right in the rail, for example "5 tables"; empty for none. */
  ObservableValue<String> badge();

  /** Whether the screen can be opened now. */
  ObservableValue<Boolean> enabled();

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
