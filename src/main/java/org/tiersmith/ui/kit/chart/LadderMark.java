package org.tiersmith.ui.kit.chart;

import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The handle of one boundary of a ladder. */
final class LadderMark extends Region {
  static final double WIDE = 11;

  private static final double KEY_STEP = 0.005;
  private static final double PAGE_STEP = 0.05;

  private final Runnable looksChanged;
  private final DoubleConsumer dragged;
  private final DoubleConsumer stepped;
  private Runnable dragStarted = () -> {};

  /**
   * @param looksChanged called when the mark gets or loses the mouse or the focus
   * @param dragged given where in its parent the mark is dragged to, in pixels
   * @param stepped given by how much, as a share, a key moves the boundary
   */
  LadderMark(Runnable looksChanged, DoubleConsumer dragged, DoubleConsumer stepped) {
    this.looksChanged = looksChanged;
    this.dragged = dragged;
    this.stepped = stepped;
    getStyleClass().add("ts-ladder-mark");
    setManaged(false);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.THUMB);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnKeyPressed(this::key);
    focusedProperty().subscribe(this::changed);
    hoverProperty().subscribe(this::changed);
    pressedProperty().subscribe(this::changed);
  }

  void setOnDragStarted(Runnable started) {
    dragStarted = started;
  }

  /** Whether its value should be seen before those of others. */
  boolean isActive() {
    return isFocused() || isHover() || isPressed();
  }

  private void changed() {
    looksChanged.run();
  }

  private void press(MouseEvent event) {
    requestFocus();
    dragStarted.run();
    event.consume();
  }

  private void drag(MouseEvent event) {
    dragged.accept(localToParent(event.getX(), 0).getX());
    event.consume();
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT, DOWN -> stepped.accept(-KEY_STEP);
      case RIGHT, UP -> stepped.accept(KEY_STEP);
      case PAGE_DOWN -> stepped.accept(-PAGE_STEP);
      case PAGE_UP -> stepped.accept(PAGE_STEP);
      case HOME -> stepped.accept(-1);
      case END -> stepped.accept(1);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
