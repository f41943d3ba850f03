package org.tiersmith.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Theme.Mode;
import org.tiersmith.ui.kit.Ui;

class ChartExportTest {
  private static final int PICTURE = 0;
  private static final int VALUES = 1;

  @TempDir Path folder;

  private final TestUi.Answers desktop = new TestUi.Answers();
  private Ui ui;
  private FrontierChart chart;
  private MenuButton button;
  private Stage stage;

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          ui =
              TestUi.of(
                  Tongue.ENGLISH,
                  Mode.DARK,
                  new SameThreadJobRunner((job, failure) -> {}),
                  desktop);
          chart = new FrontierChart();
          button =
              ChartExport.offer(ui, chart, new ReadOnlyStringWrapper("Profit for every budget"));
          stage = new Stage();
          stage.setScene(new Scene(new StackPane(chart), 400, 260));
          ui.theme().dress(stage.getScene());
          chart.show(Samples.frontier(ui.formats(), false, 1));
          stage.show();
        });
    Fx.settle();
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  @Test
  void savesAPictureTwiceAsFineOnItsOwnPaper() throws IOException {
    Path file = folder.resolve("chart.png");
    choose(PICTURE, file);
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(2 * (400 + 32));
    assertThat(image.getHeight()).isEqualTo(2 * (260 + 32 + 26));
    assertThat(image.getColorModel().hasAlpha()).isFalse();
    assertThat(image.getRGB(2, 2) & 0xffffff).isEqualTo(0x161b22);
    assertThat(differing(image)).isGreaterThan(2_000);
    assertThat(ui.notices().open())
        .singleElement()
        .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Notices.Kind.DONE));
    Files.createDirectories(Path.of("target/screens"));
    Files.copy(
        file,
        Path.of("target/screens/saved-frontier.png"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void savesTheValuesAsTheyAre() throws IOException {
    Path file = folder.resolve("chart.csv");
    choose(VALUES, file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.getFirst()).isEqualTo("Series,Discount cost,Incremental profit");
    assertThat(lines).contains("Spring target,238900,171000").contains("Best possible,0,0");
    assertThat(lines.get(4)).startsWith("Budget,240000,180");
    assertThat(lines).hasSize(1 + 3 + 1 + 1_000);
  }

  @Test
  void savesNothingWhenNoFileIsChosen() {
    Fx.run(() -> button.getItems().get(PICTURE).fire());
    assertThat(ui.notices().open()).isEmpty();
  }

  @Test
  void tellsWhenTheFileCannotBeWritten() {
    choose(VALUES, folder);
    assertThat(ui.notices().open())
        .singleElement()
        .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Notices.Kind.PROBLEM));
  }

  @Test
  void theMenuComesByKeyWithTheTextsOfTheLanguage() {
    Fx.run(
        () -> {
          ui.language().speak(Tongue.CHINESE);
          Event.fireEvent(
              chart,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.E, true, true, false, false));
        });
    Fx.settle();
    ContextMenu menu =
        Fx.call(
            () ->
                Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow());
    assertThat(menu.getItems().getFirst().getText()).isEqualTo("将图表另存为 PNG…");
    Fx.run(menu::hide);
  }

  @Test
  void writesEveryPixelOfAPicture() throws IOException {
    Random random = new Random(3);
    int[] pixels = random.ints(31 * 17L).map(i -> i | 0xff000000).toArray();
    BufferedImage image =
        Objects.requireNonNull(
            ImageIO.read(new java.io.ByteArrayInputStream(Png.encode(31, 17, pixels, 2))));
    assertThat(image.getRGB(0, 0, 31, 17, null, 0, 31)).isEqualTo(pixels);
  }

  @Test
  void everyChartHandsOutItsValues() {
    Fx.run(
        () ->
            Samples.charts(ui.formats())
                .forEach(
                    each ->
                        assertThat(each.values(ui.texts("kit")).rows())
                            .as(each.getClass().getSimpleName())
                            .isNotEmpty()));
    assertThat(Fx.call(() -> new FrontierChart().values(ui.texts("kit")).rows())).isEmpty();
  }

  private void choose(int entry, Path file) {
    desktop.choosing(file);
    Fx.run(() -> button.getItems().get(entry).fire());
    Fx.settle();
  }

  private static int differing(BufferedImage image) {
    int count = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        count += image.getRGB(x, y) != image.getRGB(2, 2) ? 1 : 0;
      }
    }
    return count;
  }
}
