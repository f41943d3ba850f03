package org.tiersmith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.Theme.Mode;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.shell.Shell;
import org.tiersmith.ui.shell.ShellModel;

/**
 * Renders a screen within the whole window, in two sizes, both languages and both themes, switched
 * while the window is open, into {@code target/screens}, and asserts that nothing is cut off or
 * lies outside. Every screen's test calls it; people look at the pictures.
 */
public final class Pictures {
  private static final Path FOLDER = Path.of("target", "screens");
  private static final int[][] SIZES = {{1366, 768}, {1920, 1080}};

  private Pictures() {}

  /**
   * Takes the eight pictures {@code NAME-en-light-1366.png}, ...
   *
   * @param maker makes the screen, already filled; called on the FX thread
   */
  public static void take(String name, Function<Ui, Screen> maker) {
    Ui ui = Fx.call(() -> TestUi.of(Tongue.ENGLISH, Mode.LIGHT));
    Stage stage = Fx.call(() -> open(ui, maker));
    List<String> faults = new ArrayList<>();
    try {
      for (int[] size : SIZES) {
        for (Tongue tongue : Tongue.values()) {
          for (Mode mode : Mode.values()) {
            Fx.run(() -> change(stage, ui, size, tongue, mode));
            Fx.settle();
            String file =
                "%s-%s-%s-%d"
                    .formatted(name, tongue.code(), mode.name().toLowerCase(Locale.ROOT), size[0]);
            write(Fx.call(() -> stage.getScene().snapshot(null)), FOLDER.resolve(file + ".png"));
            Fx.call(() -> Looks.faults(stage.getScene())).forEach(f -> faults.add(file + ": " + f));
          }
        }
      }
    } finally {
      Fx.run(stage::close);
    }
    assertThat(faults).isEmpty();
  }

  static Stage open(Ui ui, Function<Ui, Screen> maker) {
    Screen screen = maker.apply(ui);
    ShellModel model = new ShellModel(inRail(ui, screen));
    model.open(screen.id());
    Scene scene = new Shell(ui, model).scene(SIZES[0][0], SIZES[0][1]);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    return stage;
  }

  private static void change(Stage stage, Ui ui, int[] size, Tongue tongue, Mode mode) {
    stage.setWidth(size[0]);
    stage.setHeight(size[1]);
    ui.language().speak(tongue);
    ui.theme().wear(mode);
  }

  /** The pending screens with the given one in its place; first in the rail if it has none. */
  private static List<Screen> inRail(Ui ui, Screen screen) {
    List<Screen> all = new ArrayList<>(Shell.pending(ui, screen));
    boolean own = all.stream().skip(1).anyMatch(entry -> entry.id().equals(screen.id()));
    if (own) {
      all.removeFirst();
      all.replaceAll(entry -> entry.id().equals(screen.id()) ? screen : entry);
    }
    return all;
  }

  private static void write(WritableImage image, Path file) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    out.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      Files.createDirectories(FOLDER);
      ImageIO.write(out, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
