package org.tiersmith.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

/**
 * Finds what a careful eye would: texts that are cut off, controls that stick out of the window,
 * controls that lie on one another. Cells of tables and lists may cut off what they show, for their
 * columns can be widened; nothing else may.
 */
public final class Looks {
  private Looks() {}

  /** What is wrong, one sentence each. */
  public static List<String> faults(Scene scene) {
    List<String> faults = new ArrayList<>();
    visit(scene.getRoot(), scene, faults, false);
    return faults;
  }

  private static void visit(Node node, Scene scene, List<String> faults, boolean scrolled) {
    if (!node.isVisible() || node instanceof IndexedCell<?>) {
      return;
    }
    if (node instanceof Labeled labeled) {
      cutOff(labeled, faults);
    }
    if (!scrolled && (node instanceof Control || node instanceof Text)) {
      outside(node, scene, faults);
    }
    boolean below = scrolled || scrolls(node);
    if (node instanceof ComboBox<?> combo && combo.getButtonCell() != null) {
      cutOff(combo.getButtonCell(), faults);
    }
    if (node instanceof Parent parent && !(node instanceof ComboBoxBase<?>)) {
      overlaps(parent, faults);
      parent.getChildrenUnmodifiable().forEach(child -> visit(child, scene, faults, below));
    }
  }

  private static boolean scrolls(Node node) {
    return node.getClip() != null
        || node instanceof TableView<?>
        || node instanceof VirtualFlow<?>
        || (node instanceof ScrollPane && !node.getStyleClass().contains("ts-screen"));
  }

  private static void cutOff(Labeled labeled, List<String> faults) {
    Node shown = labeled.lookup(".text");
    if (shown instanceof Text text
        && labeled.getText() != null
        && !labeled.getText().isEmpty()
        && !labeled.getStyleClass().contains("ts-may-be-cut")
        && !text.getText().equals(labeled.getText())
        && labeled.equals(text.getParent())) {
      faults.add("cut off: \"" + labeled.getText() + "\" to \"" + text.getText() + "\"");
    }
  }

  private static void outside(Node node, Scene scene, List<String> faults) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    boolean empty = bounds.getWidth() <= 0 || bounds.getHeight() <= 0;
    if (!empty
        && (bounds.getMinX() < -1
            || bounds.getMinY() < -1
            || bounds.getMaxX() > scene.getWidth() + 1
            || bounds.getMaxY() > scene.getHeight() + 1)) {
      faults.add("outside the window: " + describe(node) + " " + bounds);
    }
  }

  private static void overlaps(Parent parent, List<String> faults) {
    if (withinSkin(parent) || parent instanceof javafx.scene.layout.StackPane) {
      return;
    }
    List<Node> children =
        parent.getChildrenUnmodifiable().stream()
            .filter(child -> child.isVisible() && child.isManaged())
            .filter(child -> child.getLayoutBounds().getWidth() > 0)
            .toList();
    for (int i = 0; i < children.size(); i++) {
      for (int j = i + 1; j < children.size(); j++) {
        overlap(children.get(i), children.get(j), faults);
      }
    }
  }

  private static boolean withinSkin(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof ScrollPane) {
        return false;
      }
      if (at instanceof Control) {
        return true;
      }
    }
    return false;
  }

  private static void overlap(Node one, Node other, List<String> faults) {
    Bounds a = one.localToParent(one.getLayoutBounds());
    Bounds b = other.localToParent(other.getLayoutBounds());
    double wide = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
    double high = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
    if (wide > 1.5 && high > 1.5) {
      faults.add("one on the other: " + describe(one) + " and " + describe(other));
    }
  }

  private static String describe(Node node) {
    String text = node instanceof Labeled labeled ? " \"" + labeled.getText() + "\"" : "";
    return node.getClass().getSimpleName() + node.getStyleClass() + text;
  }
}
