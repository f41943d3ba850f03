package org.tiersmith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.Theme.Mode;
import org.tiersmith.ui.kit.Ui;

/** Walks through a screen with the Tab key alone. */
public final class Keyboard {
  private static final int MOST_STOPS = 300;
  private static final double AROUND = 5;

  private Keyboard() {}

  /**
   * Asserts that Tab comes to every control of the whole window, and that one sees where it is.
   *
   * @param maker makes the screen, already filled; called on the FX thread
   */
  public static void reachesAll(Function<Ui, Screen> maker) {
    Ui ui = Fx.call(() -> TestUi.of(Tongue.ENGLISH, Mode.LIGHT));
    Stage stage = Fx.call(() -> Pictures.open(ui, maker));
    try {
      Fx.run(stage::requestFocus);
      Fx.settle();
      assertThat(stage.isFocused()).isTrue();
      assertThat(faults(stage.getScene())).isEmpty();
    } finally {
      Fx.run(stage::close);
    }
  }

  /** Opens a window on a screen; on the FX thread. */
  public static Stage open(Ui ui, Screen screen) {
    return Pictures.open(ui, same -> screen);
  }

  /** Presses a key where the focus is, or where nothing has it, on the window. */
  public static void press(Scene scene, KeyCode code, boolean shift, boolean control) {
    Event.fireEvent(
        scene.getFocusOwner() == null ? scene : scene.getFocusOwner(),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
  }

  private static List<String> faults(Scene scene) {
    List<String> faults = new ArrayList<>();
    Set<Node> stops = new LinkedHashSet<>();
    Fx.run(() -> scene.lookup(".ts-rail-entry").requestFocus());
    Node stop = next(scene);
    while (stops.add(stop) && stops.size() < MOST_STOPS) {
      Node here = stop;
      int[] with = Fx.call(() -> look(scene, here));
      stop = next(scene);
      if (Arrays.equals(with, Fx.call(() -> look(scene, here)))) {
        faults.add("the focus is not seen on " + describe(here));
      }
    }
    Fx.run(() -> missed(scene.getRoot(), stops, faults));
    return faults;
  }

  /** Another test's window that goes away late must not keep the focus from this one. */
  private static Node next(Scene scene) {
    Fx.run(() -> scene.getWindow().requestFocus());
    Fx.settle();
    Fx.run(() -> scene.getFocusOwner().requestFocusTraversal(TraversalDirection.NEXT));
    Fx.settle();
    return Fx.call(scene::getFocusOwner);
  }

  private static void missed(Node node, Set<Node> stops, List<String> faults) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (isControl(node) && !stops.contains(node)) {
      faults.add("Tab does not come to " + describe(node));
    }
    if (node instanceof Parent parent && !isControl(node)) {
      parent.getChildrenUnmodifiable().forEach(child -> missed(child, stops, faults));
    }
  }

  private static boolean isControl(Node node) {
    return node instanceof ButtonBase
        || node instanceof TextInputControl
        || node instanceof ComboBoxBase<?>
        || node instanceof Slider
        || node instanceof TableView<?>;
  }

  private static int[] look(Scene scene, Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    SnapshotParameters part = new SnapshotParameters();
    part.setViewport(
        new Rectangle2D(
            Math.max(0, bounds.getMinX() - AROUND),
            Math.max(0, bounds.getMinY() - AROUND),
            bounds.getWidth() + 2 * AROUND,
            bounds.getHeight() + 2 * AROUND));
    WritableImage image = scene.getRoot().snapshot(part, null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  private static String describe(Node node) {
    return node.getClass().getSimpleName()
        + " "
        + node.getId()
        + " "
        + node.getStyleClass()
        + " "
        + node.getAccessibleText();
  }
}
