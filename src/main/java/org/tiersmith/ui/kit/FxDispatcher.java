package org.tiersmith.ui.kit;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Where state that the window shows may be changed: the FX thread, or, in a test, at once. */
@FunctionalInterface
public interface FxDispatcher extends Executor {

  /** Runs at once when already on the FX thread, else there as soon as possible. */
  static FxDispatcher platform() {
    return task -> {
      if (Platform.isFxApplicationThread()) {
        task.run();
      } else {
        Platform.runLater(task);
      }
    };
  }

  /** Runs on the calling thread: for tests of view models. */
  static FxDispatcher direct() {
    return Runnable::run;
  }
}
