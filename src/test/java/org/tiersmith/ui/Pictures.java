package org.tiersmith.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
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
 * Renders a screen within the whole window, in both themes and languages and two sizes, into {@code
 * target/screens}, and asserts that nothing is cut off or lies outside. Every screen's test calls
 * it; people look at the pictures.
 */
public final class Pictures {
  private static final Path FOLDER = Path.of("target", "screens");
  private static final int[][] SIZES = {{1366, 768}, {1920, 1080}};

  private Pictures() {}

  /**
   * Takes the eight pictures {@code NAME-en-light-1366.png}, ...
   *
   * @param maker makes the screen for a fresh {@link Ui}, on the FX thread, already filled
   */
  public static void take(String name, Function<Ui, Screen> maker) {
    take(name, (ui, id) -> maker.apply(ui), List.of(Tongue.values()), List.of(Mode.values()));
  }

  private static void take(
      String name, BiFunction<Ui, String, Screen> maker, List<Tongue> tongues, List<Mode> modes) {
    for (Tongue tongue : tongues) {
      for (Mode mode : modes) {
        for (int[] size : SIZES) {
          String file =
              "%s-%s-%s-%d"
                  .formatted(name, tongue.code(), mode.name().toLowerCase(Locale.ROOT), size[0]);
          take(file, () -> TestUi.of(tongue, mode), ui -> maker.apply(ui, name), size);
        }
      }
    }
  }

  private static void take(
      String file, java.util.function.Supplier<Ui> uis, Function<Ui, Screen> maker, int[] size) {
    Stage stage =
        Fx.call(
            () -> {
              Ui ui = uis.get();
              Screen screen = maker.apply(ui);
              ShellModel model = new ShellModel(inRail(ui, screen));
              model.open(screen.id());
              model.statusProperty().set("✓");
              Scene scene = new Shell(ui, model).scene(size[0], size[1]);
              Stage window = new Stage();
              window.setScene(scene);
              window.setWidth(size[0]);
              window.setHeight(size[1]);
              window.show();
              return window;
            });
    Fx.settle();
    Fx.run(() -> stage.getScene().getRoot().requestLayout());
    Fx.settle();
    try {
      WritableImage image = Fx.call(() -> stage.getScene().snapshot(null));
      write(image, FOLDER.resolve(file + ".png"));
      List<String> faults = Fx.call(() -> Looks.faults(stage.getScene()));
      assertThat(faults).as(file).isEmpty();
    } finally {
      Fx.run(stage::close);
    }
  }

  /** The pending screens with the given one in its place; first in the rail if it has none. */
  private static List<Screen> inRail(Ui ui, Screen screen) {
    return Shell.pending(ui, screen).stream()
        .filter(entry -> entry.equals(screen) || !entry.id().equals(screen.id()))
        .toList();
  }

  private static void write(WritableImage image, Path file) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        out.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    try {
      Files.createDirectories(FOLDER);
      ImageIO.write(out, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
