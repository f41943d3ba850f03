package org.tiersmith.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.ValueTable;

/** A table of shares, the fuller the colour the greater: who is where, and who went where. */
public final class HeatGrid extends CanvasChart<HeatGrid.Model> {
  private static final double LINE = 14;
  private static final double AIR = 8;
  private static final double MOST_ROW = 34;
  private static final double GAP = 1;
  private static final double DARK = 0.5;
  private static final Color ON_LIGHT = Color.web("#1f2328");

  /**
   * A field.
   *
   * @param heat 0 to 1, how full the colour is; NaN leaves the field empty
   * @param label what stands in it
   * @param reading what is told of it under the mouse
   */
  public record Cell(double heat, String label, String reading) {}

  /**
   * What is shown.
   *
   * @param title what rows and columns are; may be empty
   * @param cells row by row, as many as there are columns
   */
  public record Model(
      String title, List<String> rows, List<String> columns, List<List<Cell>> cells) {

    public Model {
      rows = List.copyOf(rows);
      columns = List.copyOf(columns);
      cells = cells.stream().map(List::copyOf).toList();
    }
  }

  /** Where the fields lie. */
  private record Place(double left, double top, double wide, double high) {}

  private @Nullable Place place;

  public HeatGrid() {
    followMouse();
  }

  @Override
  protected String describe(Model shown) {
    return shown.title() + ": " + String.join(", ", shown.rows());
  }

  @Override
  protected ValueTable values(Model shown, Texts texts) {
    List<String> heads = new ArrayList<>();
    heads.add(texts.get("values.name"));
    heads.addAll(shown.columns());
    ValueTable table = new ValueTable(heads);
    for (int r = 0; r < shown.rows().size(); r++) {
      List<Object> row = new ArrayList<>();
      row.add(shown.rows().get(r));
      shown.cells().get(r).forEach(cell -> row.add(cell.label()));
      table.row(row);
    }
    return table;
  }

  @Override
  protected void draw(Pen pen, Model shown, double width, double height) {
    if (shown.rows().isEmpty() || shown.columns().isEmpty()) {
      return;
    }
    double names = shown.rows().stream().mapToDouble(Pen::widthOf).max().orElse(0);
    double left = Math.ceil(Math.min(names, width * 0.25)) + AIR;
    double wide = Math.floor((width - left) / shown.columns().size());
    boolean tall = shown.columns().stream().anyMatch(name -> Pen.widthOf(name) > wide - 6);
    double top = (tall ? 2 : 1) * LINE + 4;
    double high = Math.floor(Math.min(MOST_ROW, (height - top) / shown.rows().size()));
    place = new Place(left, top, wide, high);
    Color quiet = pen.colour(ChartColours.Role.QUIET);
    pen.fittedText(shown.title(), 0, top - 4 - LINE / 2, left - AIR, TextAlignment.LEFT, quiet);
    for (int c = 0; c < shown.columns().size(); c++) {
      head(pen, shown.columns().get(c), left + (c + 0.5) * wide, top - 4, wide - 6, quiet);
    }
    for (int r = 0; r < shown.rows().size(); r++) {
      double middle = top + (r + 0.5) * high;
      Color ink = pen.colour(ChartColours.Role.INK);
      pen.fittedText(shown.rows().get(r), left - AIR, middle, left - AIR, TextAlignment.RIGHT, ink);
      for (int c = 0; c < shown.columns().size(); c++) {
        cell(pen, shown.cells().get(r).get(c), left + c * wide, top + r * high, wide, high);
      }
    }
  }

  /** A column's name, over two lines where it must. */
  private static void head(
      Pen pen, String name, double x, double bottom, double room, Color colour) {
    int space = name.indexOf(' ', name.length() / 3);
    if (Pen.widthOf(name) <= room || space < 0) {
      pen.fittedText(name, x, bottom - LINE / 2, room, TextAlignment.CENTER, colour);
    } else {
      pen.fittedText(
          name.substring(0, space), x, bottom - LINE * 1.5, room, TextAlignment.CENTER, colour);
      String rest = name.substring(space + 1);
      pen.fittedText(rest, x, bottom - LINE / 2, room, TextAlignment.CENTER, colour);
    }
  }

  private static void cell(Pen pen, Cell cell, double x, double y, double wide, double high) {
    Color fill =
        Double.isNaN(cell.heat())
            ? pen.colour(ChartColours.Role.CARD)
            : pen.colour(ChartColours.Role.TIER_NONE)
                .interpolate(
                    pen.colour(ChartColours.Role.TIER_HIGH), Math.clamp(cell.heat(), 0, 1));
    pen.graphics().setFill(fill);
    pen.graphics().fillRect(x, y, wide - GAP, high - GAP);
    if (high >= LINE - 2 && Pen.widthOf(cell.label()) < wide) {
      Color ink = cell.heat() > 0 ? inkOn(fill) : pen.colour(ChartColours.Role.QUIET);
      pen.text(cell.label(), x + (wide - GAP) / 2, y + (high - GAP) / 2, TextAlignment.CENTER, ink);
    }
  }

  /** Dark on light colours, white on dark ones, by their relative luminance. */
  private static Color inkOn(Color fill) {
    double light = 0.2126 * fill.getRed() + 0.7152 * fill.getGreen() + 0.0722 * fill.getBlue();
    return light > DARK ? ON_LIGHT : Color.WHITE;
  }

  @Override
  protected void drawOver(Pen pen, Model shown, double width, double height) {
    Place at = place;
    if (at == null || !isMouseOver()) {
      return;
    }
    int column = (int) Math.floor((mouseX() - at.left()) / at.wide());
    int row = (int) Math.floor((mouseY() - at.top()) / at.high());
    if (column < 0 || row < 0 || column >= shown.columns().size() || row >= shown.rows().size()) {
      return;
    }
    String reading = shown.cells().get(row).get(column).reading();
    Color ink = pen.colour(ChartColours.Role.INK);
    List<ReadOut.Line> lines = reading.lines().map(line -> new ReadOut.Line(line, ink)).toList();
    ReadOut.draw(pen, lines, mouseX(), mouseY(), width, height);
  }
}
