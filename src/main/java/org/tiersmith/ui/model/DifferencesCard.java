package org.tiersmith.ui.model;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** In which settings the chosen runs differ. */
final class DifferencesCard extends StackPane {
  private static final double LEAST = 70;
  private static final double MOST = 150;

  private final Texts texts;
  private final RunFacts facts;
  private final ModelViewModel model;
  private final GridPane grid = new GridPane();

  DifferencesCard(Ui ui, Texts texts, ModelViewModel model) {
    this.texts = texts;
    this.model = model;
    this.facts = new RunFacts(texts, ui.formats());
    grid.getStyleClass().add("ts-facts");
    ScrollPane scroll = new Scroller(grid);
    scroll.getStyleClass().add("ts-bare-scroll");
    scroll.setMinHeight(80);
    getChildren().add(new Card(texts.bind("differences"), scroll).growing(scroll));
    model.runs().chosenProperty().subscribe(now -> show());
    ui.language().tongueProperty().subscribe(now -> show());
  }

  private void show() {
    List<RunView> runs = model.runs().chosenProperty().get();
    grid.getChildren().clear();
    if (runs.size() < 2) {
      Label none = Labels.paragraph(texts.bind("differences.none"));
      none.setMaxWidth(320);
      grid.add(none, 0, 0);
      return;
    }
    List<Map<String, String>> settings = runs.stream().map(facts::settings).toList();
    for (int column = 0; column < runs.size(); column++) {
      grid.add(head(runs.get(column)), column + 1, 0);
    }
    int row = 1;
    for (String name : settings.getFirst().keySet()) {
      List<String> values =
          settings.stream().map(of -> of.getOrDefault(name, Formats.UNKNOWN)).toList();
      if (values.stream().distinct().count() > 1) {
        add(name, values, row++);
      }
    }
    if (row == 1) {
      grid.add(Labels.muted(texts.bind("differences.same")), 0, 1, runs.size() + 1, 1);
    }
  }

  private Label head(RunView run) {
    Label label =
        Labels.section(new ReadOnlyStringWrapper(texts.get("run.short", Long.toString(run.id()))));
    Region dot = new Region();
    dot.getStyleClass().addAll("ts-dot", "ts-dot-series-" + (model.runs().colour(run.id()) + 1));
    label.setGraphic(dot);
    return label;
  }

  private void add(String name, List<String> values, int row) {
    Label term = Labels.muted(texts.bind("fact." + name));
    term.setMinWidth(USE_PREF_SIZE);
    GridPane.setValignment(term, VPos.TOP);
    grid.add(term, 0, row);
    for (int column = 0; column < values.size(); column++) {
      Label value = Labels.plain(new ReadOnlyStringWrapper(values.get(column)));
      value.setWrapText(true);
      value.setMinWidth(LEAST);
      value.setMaxWidth(MOST);
      value.setMinHeight(USE_PREF_SIZE);
      GridPane.setValignment(value, VPos.TOP);
      grid.add(value, column + 1, row);
    }
  }
}
