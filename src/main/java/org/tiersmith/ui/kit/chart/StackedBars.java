package org.tiersmith.ui.kit.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/**
 * One horizontal bar a row, divided by shares from grey over pale to strong, and below it, thinner,
 * another one to compare with: the tier mix. Rows that find no room are told and scrolled to, by
 * the wheel, a click on what tells of them, or the keys while the chart has the focus.
 */
public final class StackedBars extends CanvasChart<StackedBars.Model> {
  private static final double LEGEND_LINE = 17;
  private static final double MORE_ROOM = 18;
  private static final double LEAST_STEP = 18;
  private static final double LEAST_STEP_OF_TWO = 24;
  private static final double MOST_STEP = 64;
  private static final int MOST_LEGEND_LINES = 2;
  private static final int MEASURED = 100;
  private static final int DESCRIBED = 12;

  /**
   * A bar: its name and the sizes of its parts, any unit; they are shown as shares.
   *
   * @param compared the same of what it is compared with; null for none
   */
  public record Row(String name, double[] parts, double @Nullable [] compared) {

    /** A bar that is compared with nothing. */
    public Row(String name, double[] parts) {
      this(name, parts, null);
    }
  }

  /**
   * What is shown.
   *
   * @param partNames a name for each part of every row, those of what is compared too: of two
   *     ladders the tiers of both
   * @param more says that so many rows more come below
   */
  public record Model(List<String> partNames, List<Row> rows, IntFunction<String> more) {

    /** Says with a bare number how many rows more there are. */
    public Model(List<String> partNames, List<Row> rows) {
      this(partNames, rows, count -> "+" + count);
    }

    boolean isOfTwo() {
      return rows.stream().anyMatch(row -> row.compared() != null);
    }
  }

  /** Which rows are drawn where. */
  private record Place(int first, int visible, double step, double left, double right) {

    double bottom() {
      return visible * step;
    }
  }

  private Place place = new Place(0, 0, 1, 0, 0);
  private int first;

  public StackedBars() {
    followMouse();
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
  }

  @Override
  protected String describe(Model shown) {
    return shown.rows().stream().limit(DESCRIBED).map(Row::name).collect(Collectors.joining(", "));
  }

  @Override
  protected ValueTable values(Model shown, Texts texts) {
    List<String> columns = new ArrayList<>(List.of(texts.get("values.name")));
    columns.addAll(shown.partNames());
    if (shown.isOfTwo()) {
      shown.partNames().forEach(name -> columns.add(texts.get("values.compared", name)));
    }
    ValueTable table = new ValueTable(columns);
    for (Row row : shown.rows()) {
      List<Object> cells = new ArrayList<>(List.of(row.name()));
      Arrays.stream(row.parts()).forEach(cells::add);
      if (shown.isOfTwo()) {
        for (int i = 0; i < shown.partNames().size(); i++) {
          cells.add(row.compared() == null ? "" : row.compared()[i]);
        }
      }
      table.row(cells);
    }
    return table;
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    ChartLegend legend = new ChartLegend(pen, width);
    for (int i = 0; i < shown.partNames().size(); i++) {
      legend.square(shown.partNames().get(i), pen.colours().tier(i, shown.partNames().size()));
    }
    boolean roomy = legend.lines() <= MOST_LEGEND_LINES;
    double room = height - (roomy ? legend.lines() : 1) * LEGEND_LINE - 4;
    Place now = place(shown, width, room);
    place = now;
    first = now.first();
    for (int i = 0; i < now.visible(); i++) {
      drawRow(pen, shown.rows().get(now.first() + i), (i + 0.5) * now.step());
    }
    if (now.visible() < shown.rows().size()) {
      drawMore(pen, shown, width);
    }
    if (roomy) {
      legend.draw(now.left(), room + 4, LEGEND_LINE);
    } else {
      drawRamp(pen, shown.partNames(), now, room + 4 + LEGEND_LINE / 2);
    }
  }

  /** Of too many parts only the first and the last by name, with all colours between. */
  private static void drawRamp(Pen pen, List<String> names, Place place, double y) {
    Color quiet = pen.colour(ChartColours.Role.QUIET);
    double from = place.left() + Pen.widthOf(names.getFirst()) + 6;
    double to = place.right() - Pen.widthOf(names.getLast()) - 6;
    double each = Math.max(1, Math.floor((to - from) / names.size()));
    pen.text(names.getFirst(), place.left(), y, TextAlignment.LEFT, quiet);
    for (int i = 0; i < names.size(); i++) {
      pen.graphics().setFill(pen.colours().tier(i, names.size()));
      pen.graphics().fillRect(Math.rint(from) + i * each, Math.rint(y) - 4, each, 9);
    }
    pen.text(names.getLast(), from + names.size() * each + 6, y, TextAlignment.LEFT, quiet);
  }

  private Place place(Model shown, double width, double room) {
    int rows = shown.rows().size();
    double least = shown.isOfTwo() ? LEAST_STEP_OF_TWO : LEAST_STEP;
    boolean fits = rows * least <= room;
    int visible = fits ? rows : (int) Math.max(1, (room - MORE_ROOM) / least);
    double step = fits ? room / Math.max(1, rows) : (room - MORE_ROOM) / visible;
    double names =
        shown.rows().stream()
            .limit(MEASURED)
            .mapToDouble(row -> Pen.widthOf(row.name()))
            .max()
            .orElse(0);
    double left = Math.ceil(Math.min(width * 0.4, names)) + 10;
    return new Place(
        Math.clamp(first, 0, Math.max(0, rows - visible)),
        visible,
        Math.min(MOST_STEP, step),
        left,
        width - (fits ? 2 : 10));
  }

  private void drawRow(Pen pen, Row row, double middle) {
    double thick = Math.clamp(place.step() * 0.58, 3, 30);
    pen.fittedText(
        row.name(),
        place.left() - 8,
        middle,
        place.left() - 10,
        TextAlignment.RIGHT,
        pen.colour(ChartColours.Role.INK));
    double top = Math.rint(middle - thick / 2);
    if (row.compared() == null) {
      drawBar(pen, row.parts(), top, thick);
    } else {
      double thin = Math.max(3, Math.rint(thick * 0.28));
      drawBar(pen, row.parts(), top, thick - thin - 1);
      drawBar(pen, row.compared(), top + Math.rint(thick - thin), thin);
      double x = place.left() - 4;
      pen.graphics().setFill(pen.colours().series(0));
      pen.graphics().fillRect(x, top, 2, Math.rint(thick - thin - 1));
      pen.graphics().setFill(pen.colours().series(2));
      pen.graphics().fillRect(x, top + Math.rint(thick - thin), 2, thin);
    }
  }

  private void drawBar(Pen pen, double[] parts, double y, double high) {
    double sum = Arrays.stream(parts).sum();
    double width = place.right() - place.left();
    double from = 0;
    for (int i = 0; i < parts.length && sum > 0; i++) {
      double to = from + parts[i];
      double left = Math.rint(place.left() + from / sum * width);
      double right = Math.rint(place.left() + to / sum * width);
      if (right > left) {
        pen.graphics().setFill(pen.colours().tier(i, parts.length));
        double gap = right - left > 3 && i < parts.length - 1 ? 1 : 0;
        pen.graphics().fillRect(left, y, right - left - gap, Math.rint(high));
      }
      from = to;
    }
  }

  /** How many rows come below, and at the right edge where in all of them one is. */
  private void drawMore(Pen pen, Model shown, double width) {
    int rows = shown.rows().size();
    int below = rows - place.first() - place.visible();
    if (below > 0) {
      pen.text(
          shown.more().apply(below),
          place.left(),
          place.bottom() + MORE_ROOM / 2 - 2,
          TextAlignment.LEFT,
          pen.colours().series(0));
    }
    GraphicsContext g = pen.graphics();
    double track = place.bottom() - 4;
    double thumb = Math.max(16, track * place.visible() / rows);
    double at = (track - thumb) * place.first() / Math.max(1, rows - place.visible());
    g.setFill(pen.colour(ChartColours.Role.LINE));
    g.fillRoundRect(width - 4, 2 + at, 4, thumb, 4, 4);
  }

  @Override
  protected void drawOver(Pen pen, Model shown, double width, double height) {
    int row = (int) Math.floor(mouseY() / place.step());
    boolean inside = isMouseOver() && row >= 0 && row < place.visible();
    double share = (mouseX() - place.left()) / (place.right() - place.left());
    if (!inside || share < 0 || share >= 1) {
      return;
    }
    Row read = shown.rows().get(place.first() + row);
    int part = part(read.parts(), share);
    List<ReadOut.Line> lines = new ArrayList<>();
    lines.add(new ReadOut.Line(read.name(), pen.colour(ChartColours.Role.INK)));
    String name = shown.partNames().get(part) + ": ";
    lines.add(new ReadOut.Line(name + percent(read.parts(), part), pen.colours().series(0)));
    if (read.compared() != null) {
      lines.add(new ReadOut.Line(name + percent(read.compared(), part), pen.colours().series(2)));
    }
    ReadOut.draw(pen, lines, mouseX(), mouseY(), width, height);
  }

  private static int part(double[] parts, double share) {
    double left = share * Arrays.stream(parts).sum();
    int part = 0;
    while (part < parts.length - 1 && left >= parts[part]) {
      left -= parts[part];
      part++;
    }
    return part;
  }

  private static String percent(double[] parts, int part) {
    double sum = Arrays.stream(parts).sum();
    return Math.round(sum > 0 ? 100 * parts[part] / sum : 0) + " %";
  }

  private void wheel(ScrollEvent event) {
    if (event.getDeltaY() != 0 && isCut()) {
      scroll(event.getDeltaY() > 0 ? -2 : 2);
      event.consume();
    }
  }

  private void click(MouseEvent event) {
    if (isCut() && event.getY() > place.bottom() && event.getY() < place.bottom() + MORE_ROOM) {
      scroll(place.visible());
    }
  }

  private void key(KeyEvent event) {
    int by =
        switch (event.getCode()) {
          case UP -> -1;
          case DOWN -> 1;
          case PAGE_UP -> -place.visible();
          case PAGE_DOWN -> place.visible();
          case HOME -> -first;
          case END -> Integer.MAX_VALUE / 2;
          default -> 0;
        };
    if (by != 0 && isCut()) {
      scroll(by);
      event.consume();
    }
  }

  private boolean isCut() {
    Model shown = modelProperty().get();
    return shown != null && place.visible() < shown.rows().size();
  }

  private void scroll(int rows) {
    first = Math.max(0, first + rows);
    redraw();
  }
}
