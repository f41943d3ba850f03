package org.tiersmith.ui.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.Join;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/** One joined file: which columns must be equal, and how many rows have a partner. */
final class JoinCard extends VBox {
  private final Texts texts;
  private final Join join;
  private final List<String> left;
  private final List<String> right;
  private final Consumer<Join> changed;
  private final VBox pairs = new VBox(6);

  /**
   * @param outcome a line that says what became of the join
   * @param changed told the join by other columns
   */
  JoinCard(
      MappingViewModel model,
      Texts texts,
      Join join,
      Label outcome,
      Consumer<Join> changed,
      Runnable remove) {
    this.texts = texts;
    this.join = join;
    this.changed = changed;
    this.left = model.columns();
    FilePreview look = model.draft().atHand(join.file());
    this.right = look == null ? List.of() : look.columnNames();
    getStyleClass().add("ts-file");
    setSpacing(6);
    join.on().forEach((own, other) -> pairs.getChildren().add(pair(own, other)));
    if (join.on().isEmpty()) {
      pairs.getChildren().add(pair(null, null));
    }
    Button more =
        Buttons.link(texts.bind("add-pair"), () -> pairs.getChildren().add(pair(null, null)));
    more.setId("add-pair-" + OtherColumns.id(ChosenFile.name(join.file())));
    getChildren().addAll(head(remove), pairs, more, outcome);
  }

  private HBox head(Runnable remove) {
    String file = ChosenFile.name(join.file());
    Label name = Labels.section(new ReadOnlyStringWrapper(file));
    name.setMinWidth(0);
    name.getStyleClass().add("ts-may-be-cut");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head =
        new HBox(6, name, gap, Buttons.icon(Feather.X, texts.bind("remove-file", file), remove));
    head.getStyleClass().add("ts-row");
    return head;
  }

  private HBox pair(@Nullable String own, @Nullable String other) {
    String stem = OtherColumns.id(ChosenFile.name(join.file())) + "-" + pairs.getChildren().size();
    ComboBox<String> mine = box("own-" + stem, own, left, texts.bind("own-column"));
    ComboBox<String> its = box("its-" + stem, other, right, texts.bind("its-column"));
    Runnable take = () -> take(own, mine.getValue(), its.getValue());
    mine.setOnAction(event -> take.run());
    its.setOnAction(event -> take.run());
    HBox row =
        new HBox(
            6,
            mine,
            new Label("="),
            its,
            Buttons.icon(Feather.X, texts.bind("remove-pair"), () -> take(own, null, null)));
    row.getStyleClass().add("ts-row");
    return row;
  }

  private ComboBox<String> box(
      String id, @Nullable String value, List<String> columns, ObservableValue<String> name) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems()
        .setAll(Stream.concat(Stream.ofNullable(value), columns.stream()).distinct().toList());
    box.setValue(value);
    box.setId(id);
    box.setPrefWidth(10);
    box.setMaxWidth(Double.MAX_VALUE);
    box.promptTextProperty().bind(name);
    box.accessibleTextProperty().bind(name);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  /** Puts a pair in the place of the one with a column, or takes that away; half a pair waits. */
  private void take(@Nullable String before, @Nullable String own, @Nullable String other) {
    boolean gone = own == null && other == null;
    if (!gone && (own == null || other == null)) {
      return;
    }
    Map<String, String> on = new LinkedHashMap<>();
    join.on()
        .forEach(
            (key, value) -> {
              if (!key.equals(before)) {
                on.put(key, value);
              } else if (own != null && other != null) {
                on.put(own, other);
              }
            });
    if (before == null && own != null && other != null) {
      on.put(own, other);
    }
    changed.accept(new Join(join.file(), on));
  }
}
