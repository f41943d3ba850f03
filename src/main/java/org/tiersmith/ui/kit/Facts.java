package org.tiersmith.ui.kit;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Names with their values, one a line, in groups where there are many; scrolls when it must. */
public final class Facts extends Scroller {
  private static final int HASH_END = 6;

  private final GridPane grid = new GridPane();

  public Facts() {
    setContent(grid);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("ts-bare-scroll");
    grid.getStyleClass().add("ts-facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
  }

  /** Takes all away. */
  public void clear() {
    grid.getChildren().clear();
  }

  /** Begins a group. */
  public void group(ObservableValue<String> title) {
    grid.add(Labels.section(title), 0, grid.getRowCount(), 2, 1);
  }

  /** Adds a line; a long value takes as many lines as it needs. */
  public void fact(ObservableValue<String> name, String value) {
    line(name, value);
  }

  /** Adds a line that says more where the mouse rests on it. */
  public void fact(ObservableValue<String> name, String value, ObservableValue<String> about) {
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(about);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(400);
    line(name, value).forEach(label -> label.setTooltip(tooltip));
  }

  private List<Label> line(ObservableValue<String> name, String value) {
    Label term = Labels.muted(name);
    Label meaning = Labels.plain(new ReadOnlyStringWrapper(whole(value)));
    meaning.setWrapText(true);
    meaning.setMinHeight(USE_PREF_SIZE);
    GridPane.setValignment(term, VPos.TOP);
    grid.addRow(grid.getRowCount(), term, meaning);
    return List.of(term, meaning);
  }

  /** Adds a sentence. */
  public void note(ObservableValue<String> sentence) {
    Label note = Labels.paragraph(sentence);
    note.setMinHeight(USE_PREF_SIZE);
    grid.add(note, 0, grid.getRowCount(), 2, 1);
  }

  /** Both ends of a hash, enough to tell two apart. */
  public static String shortened(String hash) {
    return hash.length() <= 2 * HASH_END
        ? hash
        : hash.substring(0, HASH_END) + "…" + hash.substring(hash.length() - HASH_END);
  }

  /** A number stays on the line of its sign or unit. */
  private static String whole(String value) {
    return value
        .replace(" %", "\u00a0%")
        .replaceAll("(\\p{Sc}) ", "$1\u00a0")
        .replace(" (", "\u00a0(");
  }
}
