package org.tiersmith.ui.model;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tiersmith.project.RunState;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.Icons;

/** The sign of a run's state, and while several runs are compared a dot in the run's colour. */
final class RunMark extends HBox {
  private final RunsViewModel runs;
  private final FontIcon icon = Icons.of(Feather.CIRCLE);
  private final Region dot = new Region();
  private @Nullable RunView shown;

  RunMark(RunsViewModel runs) {
    super(5);
    this.runs = runs;
    getStyleClass().addAll("ts-row", "ts-run-mark");
    dot.managedProperty().bind(dot.visibleProperty());
    getChildren().addAll(icon, dot);
  }

  void show(RunView run) {
    shown = run;
    icon.setIconCode(RunNames.icon(run.state()));
    icon.getStyleClass().setAll("ikonli-font-icon", "icon", style(run.state()));
    colour();
  }

  /** Takes up the colour that the run has now. */
  void colour() {
    RunView run = shown;
    boolean compared =
        run != null
            && runs.chosenProperty().get().size() > 1
            && runs.chosenProperty().get().stream().anyMatch(other -> other.id() == run.id());
    dot.setVisible(compared);
    if (run != null && compared) {
      dot.getStyleClass().setAll("ts-dot", "ts-dot-series-" + (runs.colour(run.id()) + 1));
    }
  }

  private static String style(RunState state) {
    return switch (state) {
      case RUNNING -> "ts-run-going";
      case DONE -> "ts-run-done";
      case FAILED, INTERRUPTED -> "ts-run-failed";
      case QUEUED, PAUSED, CANCELLED -> "ts-run-quiet";
    };
  }
}
