package org.tiersmith.ui.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.RowPattern;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/** What tells rows that are no products or no purchases; each pattern can be changed. */
final class PatternsTab extends MappingTab {
  private static final int NEW = -1;
  private static final int NONE = -2;
  private static final int SHOWN = 60;

  private final Map<RowPattern, Label> counts = new LinkedHashMap<>();
  private final Label fault = small("ts-fault");
  private int edited = NONE;

  PatternsTab(MappingViewModel model, Texts texts) {
    super(model, texts);
  }

  @Override
  protected Node content(ChosenFile file) {
    counts.clear();
    ImportRules rules = model.draft().state().rules();
    List<RowPattern> patterns = rules.patterns();
    VBox list = new VBox(6);
    for (int i = 0; i < patterns.size(); i++) {
      list.getChildren().add(i == edited ? editor(patterns.get(i)) : row(patterns.get(i), i));
    }
    if (patterns.isEmpty()) {
      list.getChildren().add(hint(texts.bind("no-patterns")));
    }
    Node add =
        edited == NEW
            ? editor(null)
            : named(Buttons.link(texts.bind("add-pattern"), () -> edit(NEW)), "add-pattern");
    CheckBox negative = new CheckBox();
    negative.setId("negative-cancels");
    negative.textProperty().bind(texts.bind("negative-cancels"));
    negative.setWrapText(true);
    negative.setMinHeight(USE_PREF_SIZE);
    negative.setSelected(rules.negativeCancels());
    negative.setOnAction(
        event -> change(model.draft().state().rules().withNegativeCancels(negative.isSelected())));
    HBox foot = new HBox(12, add);
    HBox.setHgrow(add, Priority.ALWAYS);
    if (!patterns.equals(ImportRules.DEFAULT.patterns())) {
      foot.getChildren()
          .add(
              named(
                  Buttons.link(
                      texts.bind("usual-patterns"), () -> take(ImportRules.DEFAULT.patterns())),
                  "usual-patterns"));
    }
    return column(hint(texts.bind("patterns-hint")), fault, negative, list, foot);
  }

  @Override
  protected void previewed(@Nullable ImportPreview preview) {
    boolean wrong =
        preview != null
            && preview.problem() != null
            && preview.problem().key().equals("rule.bad-pattern");
    write(fault, wrong && preview != null ? say(preview.problem()) : "");
    Map<RowPattern, Long> met = preview == null ? Map.of() : preview.source().patterns();
    counts.forEach(
        (pattern, label) -> {
          Long rows = met.get(pattern);
          label.setText(rows == null ? "–" : Long.toString(rows));
        });
  }

  private Node row(RowPattern pattern, int index) {
    String values = String.join(", ", pattern.values());
    String shown = values.length() > SHOWN ? values.substring(0, SHOWN) + "…" : values;
    Label what = Labels.plain(texts.bind("pattern-what", say(pattern.what().text())));
    Label how = small("ts-muted");
    write(how, texts.get("pattern-how." + key(pattern), pattern.column(), shown));
    VBox both = new VBox(1, what, how);
    both.setMinWidth(0);
    HBox.setHgrow(both, Priority.ALWAYS);
    Label count = new Label("–");
    count.getStyleClass().add("ts-plain");
    counts.put(pattern, count);
    HBox row =
        new HBox(
            4,
            both,
            count,
            named(
                Buttons.icon(Feather.EDIT_2, texts.bind("edit-pattern"), () -> edit(index)),
                "edit-pattern-" + index),
            named(
                Buttons.icon(Feather.X, texts.bind("remove-pattern"), () -> set(index, null)),
                "remove-pattern-" + index));
    row.getStyleClass().add("ts-row");
    return row;
  }

  private Node editor(@Nullable RowPattern pattern) {
    int index = edited;
    return new PatternEditor(
        texts,
        model.columns(),
        pattern,
        changed -> {
          edited = NONE;
          set(index, changed);
        },
        () -> edit(NONE));
  }

  private void edit(int index) {
    edited = index;
    ChosenFile file = model.draft().selectedProperty().get();
    if (file != null) {
      setContent(content(file));
      previewed(model.previewProperty().get());
      Node first = lookup("#pattern-column");
      if (first != null) {
        first.requestFocus();
      }
    }
  }

  private void set(int index, @Nullable RowPattern pattern) {
    List<RowPattern> patterns = new ArrayList<>(model.draft().state().rules().patterns());
    if (pattern == null) {
      patterns.remove(index);
    } else if (index == NEW) {
      patterns.add(pattern);
    } else {
      patterns.set(index, pattern);
    }
    edited = NONE;
    take(patterns);
  }

  private void take(List<RowPattern> patterns) {
    change(model.draft().state().rules().withPatterns(patterns));
  }

  private void change(ImportRules rules) {
    model.draft().change(now -> now.with(rules));
  }

  private static String key(RowPattern pattern) {
    return pattern.match().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static <T extends Node> T named(T node, String id) {
    node.setId(id);
    return node;
  }
}
