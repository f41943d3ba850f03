package org.tiersmith.ui.data;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.RowPattern;
import org.tiersmith.data.RowPattern.Match;
import org.tiersmith.data.RowPattern.What;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/** A pattern that a person changes or makes: what the rows are, which column, which values. */
final class PatternEditor extends VBox {
  private static final List<String> USUAL =
      List.of("product_id", "title", "type", "invoice", "status");

  private final ComboBox<String> column = new ComboBox<>();
  private final ComboBox<Match> match;
  private final ComboBox<What> what;
  private final TextArea values = new TextArea();

  /**
   * @param pattern the pattern to begin with, null for a new one
   * @param saved told the pattern, which has a column and values
   */
  PatternEditor(
      Texts texts,
      List<String> columns,
      @Nullable RowPattern pattern,
      Consumer<RowPattern> saved,
      Runnable cancelled) {
    getStyleClass().add("ts-file");
    setSpacing(6);
    what = Combos.of(texts.language(), value -> texts.language().say(value.text()));
    what.getItems().setAll(What.values());
    what.setValue(pattern == null ? What.POSTAGE : pattern.what());
    what.setId("pattern-what");
    what.setMaxWidth(Double.MAX_VALUE);
    match = Combos.of(texts.language(), value -> texts.choice("match", value));
    match.getItems().setAll(Match.values());
    match.setValue(pattern == null ? Match.EQUALS : pattern.match());
    match.setId("pattern-match");
    match.setMaxWidth(Double.MAX_VALUE);
    column.setEditable(true);
    column.getItems().setAll(Stream.concat(USUAL.stream(), columns.stream()).distinct().toList());
    column.setValue(pattern == null ? "product_id" : pattern.column());
    column.setId("pattern-column");
    column.setMaxWidth(Double.MAX_VALUE);
    values.setText(pattern == null ? "" : String.join("\n", pattern.values()));
    values.setId("pattern-values");
    values.setPrefRowCount(4);
    values.getStyleClass().add("ts-formula");
    values.accessibleTextProperty().bind(texts.bind("pattern.values"));
    RoleGrid grid = new RoleGrid();
    grid.add(Labels.plain(texts.bind("pattern.column")), column);
    grid.add(Labels.plain(texts.bind("pattern.match")), match);
    grid.add(Labels.plain(texts.bind("pattern.values")), values);
    grid.add(Labels.plain(texts.bind("pattern.what")), what);
    var save = Buttons.plain(texts.bind("save-pattern"), () -> save(saved));
    save.setId("save-pattern");
    HBox foot = new HBox(8, save, Buttons.link(texts.bind("cancel"), cancelled));
    foot.getStyleClass().add("ts-row");
    getChildren().addAll(grid, foot);
  }

  private void save(Consumer<RowPattern> saved) {
    List<String> lines =
        values.getText().lines().map(String::strip).filter(v -> !v.isEmpty()).toList();
    String of = column.getEditor().getText().strip();
    if (!lines.isEmpty() && !of.isEmpty()) {
      saved.accept(new RowPattern(of, match.getValue(), lines, what.getValue()));
    }
  }
}
