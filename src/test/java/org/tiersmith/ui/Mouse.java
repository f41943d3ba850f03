package org.tiersmith.ui;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Fires what a mouse does over a part, without a robot. On the FX thread. */
public final class Mouse {
  private Mouse() {}

  /**
   * With the first button.
   *
   * @param inScene where in the scene; the event tells it in the coordinates of who hears it
   * @param screen where on the screen
   */
  public static void fire(
      Node part, EventType<MouseEvent> type, Point2D inScene, Point2D screen, int clicks) {
    fire(part, type, inScene, screen, MouseButton.PRIMARY, clicks);
  }

  /** Over the part, with no button, at a point of the scene. */
  public static void hover(Node part, EventType<MouseEvent> type, double x, double y) {
    Point2D at = new Point2D(x, y);
    fire(part, type, at, at, MouseButton.NONE, 0);
  }

  private static void fire(
      Node part,
      EventType<MouseEvent> type,
      Point2D inScene,
      Point2D screen,
      MouseButton button,
      int clicks) {
    Event.fireEvent(
        part,
        new MouseEvent(
                part,
                part,
                type,
                inScene.getX(),
                inScene.getY(),
                screen.getX(),
                screen.getY(),
                button,
                clicks,
                false,
                false,
                false,
                false,
                button == MouseButton.PRIMARY,
                false,
                false,
                true,
                false,
                false,
                null)
            .copyFor(part, part)); // Only a copy has its coordinates told as the part sees them.
  }
}
