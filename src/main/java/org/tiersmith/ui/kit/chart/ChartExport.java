package org.tiersmith.ui.kit.chart;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.tiersmith.ui.kit.SaveMenu;
import org.tiersmith.ui.kit.Saver;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** Lets a person save a chart as a picture and its values as a table. */
public final class ChartExport {
  private static final double SCALE = 2;

  private ChartExport() {}

  /**
   * Gives a chart a menu: by the right mouse button, and by the menu key or Ctrl+Shift+E while it
   * has the focus, which it can take from now on.
   *
   * @param title stands above the picture and in the name of the file
   * @return a small button with the same menu, for the header of the chart's card
   */
  public static MenuButton offer(Ui ui, CanvasChart<?> chart, ObservableValue<String> title) {
    Texts texts = ui.texts("kit");
    Saver saver = new Saver(ui);
    chart.setFocusTraversable(true);
    return SaveMenu.offer(
        ui,
        chart,
        new SaveMenu.Entry(
            texts.bind("save.picture"), () -> savePicture(saver, chart, title.getValue())),
        new SaveMenu.Entry(
            texts.bind("save.values"), () -> saver.values(title.getValue(), chart.values(texts))));
  }

  private static void savePicture(Saver saver, CanvasChart<?> chart, String title) {
    WritableImage image = chart.picture(title, SCALE);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    saver.picture(title, () -> Png.encode(width, height, pixels, SCALE));
  }
}
