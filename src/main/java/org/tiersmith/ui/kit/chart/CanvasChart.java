package org.tiersmith.ui.kit.chart;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/**
 * A chart that draws an immutable model on a canvas. It draws when the model, its size or its
 * colours have changed, at most once per pulse; the colours come from the style sheet (class {@code
 * ts-chart}), so a change of theme redraws it.
 *
 * @param <M> what is shown; its text fields are already in the person's language
 */
public abstract class CanvasChart<M> extends Region {
  private static final double LEAST_WIDTH = 320;
  private static final double LEAST_HEIGHT = 220;
  private static final double AIR = 16;
  private static final double TITLE_ROOM = 26;

  private final Canvas canvas = new Canvas();
  private final ChartColours colours = new ChartColours(this);
  private final ObjectProperty<@Nullable M> model = new SimpleObjectProperty<>(this, "model");
  private @Nullable Canvas over;
  private boolean stale = true;
  private boolean overStale;
  private double mouseX = Double.NaN;
  private double mouseY = Double.NaN;

  protected CanvasChart() {
    getStyleClass().add("ts-chart");
    getChildren().add(canvas);
    canvas.setManaged(false);
    setMinSize(80, 60);
    setPrefSize(320, 200);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    model.subscribe(
        shown -> {
          setAccessibleText(shown == null ? "" : describe(shown));
          redraw();
        });
  }

  /** What is shown; null draws nothing. */
  public final ObjectProperty<@Nullable M> modelProperty() {
    return model;
  }

  /** Shows another model; cheap, may be called for every value of a slider. */
  public final void show(@Nullable M shown) {
    model.set(shown);
  }

  /** The chart in a sentence, for those who hear it. */
  protected abstract String describe(M shown);

  /** The values that are shown, with headings in the person's language; of the kit's texts. */
  protected abstract ValueTable values(M shown, Texts texts);

  /** Draws the model on a cleared canvas of that size. */
  protected abstract void draw(Pen pen, M shown, double width, double height);

  /**
   * Draws what lies over the model, such as what is under the mouse, on a cleared canvas of its
   * own; nothing unless overridden.
   */
  protected void drawOver(Pen pen, M shown, double width, double height) {}

  /** Draws the model anew at the next pulse. */
  protected final void redraw() {
    stale = true;
    overStale = over != null;
    requestLayout();
  }

  /** Draws what lies over the model anew at the next pulse, the model itself not. */
  protected final void redrawOver() {
    if (over == null) {
      over = new Canvas();
      over.setManaged(false);
      over.setMouseTransparent(true);
      getChildren().add(over);
    }
    overStale = true;
    requestLayout();
  }

  /** From now on the mouse's moves redraw what lies over the model. */
  protected final void followMouse() {
    redrawOver();
    addEventHandler(MouseEvent.MOUSE_MOVED, event -> mouseAt(event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> mouseAt(event.getX(), event.getY()));
    addEventHandler(MouseEvent.MOUSE_EXITED, event -> mouseAt(Double.NaN, Double.NaN));
  }

  private void mouseAt(double x, double y) {
    mouseX = x;
    mouseY = y;
    if (over != null) {
      redrawOver();
    }
  }

  protected final boolean isMouseOver() {
    return !Double.isNaN(mouseX);
  }

  /** Where the mouse is; NaN where it is not over this chart. */
  protected final double mouseX() {
    return mouseX;
  }

  protected final double mouseY() {
    return mouseY;
  }

  /** The values that are shown now; a table without rows where nothing is. */
  final ValueTable values(Texts texts) {
    M shown = model.get();
    return shown == null ? new ValueTable() : values(shown, texts);
  }

  /**
   * Draws the chart at its present size on paper of the card's colour, with a title above.
   *
   * @param scale how many pixels a logical one becomes
   */
  final WritableImage picture(String title, double scale) {
    mouseAt(Double.NaN, Double.NaN);
    double width = Math.max(LEAST_WIDTH, getWidth());
    double height = Math.max(LEAST_HEIGHT, getHeight());
    Canvas paper = new Canvas((width + 2 * AIR) * scale, (height + 2 * AIR + TITLE_ROOM) * scale);
    GraphicsContext graphics = paper.getGraphicsContext2D();
    graphics.scale(scale, scale);
    Pen pen = Pen.forPicture(graphics, colours);
    graphics.setFill(pen.colour(ChartColours.Role.CARD));
    graphics.fillRect(0, 0, paper.getWidth(), paper.getHeight());
    pen.title(title, AIR, AIR + 8);
    graphics.translate(AIR, AIR + TITLE_ROOM);
    M shown = model.get();
    if (shown != null) {
      draw(pen, shown, width, height);
      drawOver(pen, shown, width, height);
    }
    redraw();
    return paper.snapshot(null, null);
  }

  final ChartColours colours() {
    return colours;
  }

  @Override
  protected final void layoutChildren() {
    double width = Math.max(1, snapSizeX(getWidth()));
    double height = Math.max(1, snapSizeY(getHeight()));
    boolean resized = canvas.getWidth() != width || canvas.getHeight() != height;
    M shown = model.get();
    if (stale || resized) {
      stale = false;
      Pen pen = cleared(canvas, width, height);
      if (shown != null && fits(width, height)) {
        draw(pen, shown, width, height);
      }
    }
    if (over != null && (overStale || resized)) {
      overStale = false;
      Pen pen = cleared(over, width, height);
      if (shown != null && fits(width, height)) {
        drawOver(pen, shown, width, height);
      }
    }
  }

  private Pen cleared(Canvas paper, double width, double height) {
    paper.setWidth(width);
    paper.setHeight(height);
    GraphicsContext graphics = paper.getGraphicsContext2D();
    graphics.clearRect(0, 0, width, height);
    return new Pen(graphics, colours);
  }

  private static boolean fits(double width, double height) {
    return width > 40 && height > 30;
  }

  @Override
  public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return ChartColours.metaData();
  }

  /** The colour of the n-th series, counted from 0. */
  public final Color seriesColour(int index) {
    return colours.series(index);
  }
}
