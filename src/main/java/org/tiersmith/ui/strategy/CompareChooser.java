package org.tiersmith.ui.strategy;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.ScenarioBoard;
import org.tiersmith.service.ScenarioEntry;
import org.tiersmith.ui.kit.Labels;

/** What the current scenario is compared with: no discount, or another scenario. */
final class CompareChooser extends HBox {
  private final Live live;
  private final ComboBox<Long> chooser = new ComboBox<>();
  private boolean showing;

  CompareChooser(Live live) {
    super(8);
    this.live = live;
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    chooser.setId("compare");
    chooser.setPrefWidth(140);
    chooser.accessibleTextProperty().bind(live.texts().bind("compare"));
    var label = Labels.muted(live.texts().bind("compare"));
    label.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(label, chooser);
    live.model().boardProperty().subscribe(board -> show());
    live.ui().language().tongueProperty().subscribe(this::show);
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
    showing = true;
    chooser.setConverter(names(board));
    if (!chooser.getItems().equals(ids)) {
      chooser.getItems().setAll(ids);
    }
    chooser.setValue(
        live.model().compared().map(ScenarioEntry::id).orElse(ScenarioBoard.BASELINE));
    showing = false;
  }

  private StringConverter<Long> names(ScenarioBoard board) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable Long id) {
        return board.entries().stream()
            .filter(entry -> id != null && entry.id() == id)
            .map(entry -> entry.scenario().name())
            .findFirst()
            .orElseGet(() -> live.texts().get("compare.none"));
      }

      @Override
      public Long fromString(String name) {
        throw new UnsupportedOperationException(name);
      }
    };
  }
}
