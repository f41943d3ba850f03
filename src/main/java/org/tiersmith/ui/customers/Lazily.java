package org.tiersmith.ui.customers;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.ui.kit.EmptyState;
import org.tiersmith.ui.kit.StatePane;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Waiting;

/** The place of something that is worked out on demand. */
final class Lazily {
  private Lazily() {}

  /**
   * A place that waits, says that it was cancelled or failed and offers to try again, or shows it.
   *
   * @param again asks for it once more
   */
  static StatePane of(OnDemand<?> wanted, Texts texts, Runnable again, Supplier<Node> ready) {
    StatePane pane =
        new StatePane(
            wanted.keptProperty(),
            state ->
                switch (state) {
                  case LOADING -> new Waiting(texts.bind("working"));
                  case NOTHING ->
                      new EmptyState(
                          Feather.SLASH,
                          texts.bind("cancelled"),
                          texts.bind("cancelled.next"),
                          EmptyState.action(texts.bind("again"), again));
                  case FAILED ->
                      new EmptyState(
                          Feather.ALERT_TRIANGLE,
                          texts.bind("not-made"),
                          texts.bind("not-made.next"),
                          EmptyState.action(texts.bind("again"), again));
                  case READY -> ready.get();
                });
    pane.getStyleClass().remove("ts-page");
    return pane;
  }
}
