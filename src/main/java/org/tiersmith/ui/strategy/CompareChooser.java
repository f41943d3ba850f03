package org.tiersmith.ui.strategy;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import org.tiersmith.service.ScenarioBoard;
import org.tiersmith.service.ScenarioEntry;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Labels;

/** What the current scenario is compared with: no discount, or another scenario. */
final class CompareChooser extends HBox {
  private final Live live;
  private final ComboBox<Long> chooser;
  private List<String> shown = List.of();
  private boolean showing;

  CompareChooser(Live live) {
    super(8);
    this.live = live;
    this.chooser = Combos.of(live.ui().language(), this::name);
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    chooser.setId("compare");
    chooser.setPrefWidth(140);
    chooser.accessibleTextProperty().bind(live.texts().bind("compare"));
    var label = Labels.muted(live.texts().bind("compare"));
    label.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(label, chooser);
    live.model().boardProperty().subscribe(board -> show());
    chooser
        .valueProperty()
        .subscribe(
            id -> {
              if (id != null && !showing) {
                live.model().compareWith(id);
              }
            });
  }

  private void show() {
    ScenarioBoard board = live.model().boardProperty().get();
    List<Long> ids =
        Stream.concat(
                Stream.of(ScenarioBoard.BASELINE),
                board.entries().stream()
                    .map(ScenarioEntry::id)
                    .filter(id -> id != live.model().currentId()))
            .toList();
    List<String> named = ids.stream().map(id -> id + name(id)).toList();
    showing = true;
    if (!named.equals(shown)) {
      shown = named;
      chooser.getItems().setAll(ids);
    }
    chooser.setValue(live.model().compared().map(ScenarioEntry::id).orElse(ScenarioBoard.BASELINE));
    showing = false;
  }

  private String name(long id) {
    return live.model().boardProperty().get().entries().stream()
        .filter(entry -> entry.id() == id)
        .map(entry -> live.scenario(entry.scenario()))
        .findFirst()
        .orElseGet(() -> live.texts().get("compare.none"));
  }
}
