package org.tiersmith.ui.shell;

import java.util.List;
import javafx.collections.ObservableMap;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;

/**
 * The window's keys: Ctrl (Cmd on a Mac) with 1 to 6 for the screens, Z and Shift+Z for undo, N and
 * O for projects.
 */
final class Shortcuts {
  private static final Modifier COMMAND = KeyCombination.SHORTCUT_DOWN;
  private static final List<KeyCode> DIGITS =
      List.of(
          KeyCode.DIGIT1,
          KeyCode.DIGIT2,
          KeyCode.DIGIT3,
          KeyCode.DIGIT4,
          KeyCode.DIGIT5,
          KeyCode.DIGIT6);

  private Shortcuts() {}

  static void install(Scene scene, ShellModel model) {
    ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
    for (int i = 0; i < DIGITS.size(); i++) {
      int index = i;
      keys.put(new KeyCodeCombination(DIGITS.get(i), COMMAND), () -> model.open(index));
    }
    keys.put(
        new KeyCodeCombination(KeyCode.N, COMMAND),
        () -> model.screens().getFirst().createProject());
    keys.put(
        new KeyCodeCombination(KeyCode.O, COMMAND), () -> model.screens().getFirst().openProject());
    keys.put(new KeyCodeCombination(KeyCode.Z, COMMAND), () -> model.current().undo());
    keys.put(new KeyCodeCombination(KeyCode.Y, COMMAND), () -> model.current().redo());
    keys.put(
        new KeyCodeCombination(KeyCode.Z, COMMAND, KeyCombination.SHIFT_DOWN),
        () -> model.current().redo());
  }
}
