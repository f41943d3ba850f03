package org.tiersmith.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Window;

/**
 * Gives every text node that holds Chinese the pseudo-class {@code :chinese}, which the style sheet
 * sets in the Chinese font, so that a Chinese product title reads well in an English window. It
 * follows all windows, popups included, and every node added later; nobody has to call it.
 */
final class FontFollower {
  private static final PseudoClass CHINESE = PseudoClass.getPseudoClass("chinese");
  private static boolean installed;

  private FontFollower() {}

  /** Starts to follow; on the FX thread, once the fonts are there. Harmless when repeated. */
  static void install() {
    if (installed) {
      return;
    }
    installed = true;
    Window.getWindows().forEach(FontFollower::follow);
    Window.getWindows()
        .addListener(
            (ListChangeListener<Window>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(FontFollower::follow);
                  }
                });
  }

  private static void follow(Window window) {
    if (window.getProperties().putIfAbsent(FontFollower.class, true) == null) {
      window.sceneProperty().subscribe(FontFollower::follow);
    }
  }

  private static void follow(Scene scene) {
    if (scene != null && scene.getProperties().putIfAbsent(FontFollower.class, true) == null) {
      scene.rootProperty().subscribe(FontFollower::follow);
    }
  }

  private static void follow(Node node) {
    if (node == null || node.getProperties().putIfAbsent(FontFollower.class, true) != null) {
      return;
    }
    switch (node) {
      case Labeled labeled -> mark(labeled, labeled.textProperty());
      case TextInputControl input -> mark(input, input.textProperty());
      case Text text -> mark(text, text.textProperty());
      default -> {}
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(FontFollower::follow);
      parent.getChildrenUnmodifiable().addListener(FontFollower::childrenChanged);
    }
  }

  private static void childrenChanged(ListChangeListener.Change<? extends Node> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(FontFollower::follow);
    }
  }

  private static void mark(Node node, ObservableValue<String> text) {
    text.subscribe(
        value -> node.pseudoClassStateChanged(CHINESE, value != null && Fonts.isChinese(value)));
  }
}
