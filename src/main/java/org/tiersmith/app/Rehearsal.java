package org.tiersmith.app;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Opens the window and ends once it has been drawn and its parts are warm. The build runs this
 * without a display: it shows that the packaged program starts, and Java records there what to link
 * ahead for later starts.
 */
public final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] args) {
    Application.launch(OneFrame.class);
    System.exit(0);
  }

  /** The workbench for as long as its first frames take. */
  public static final class OneFrame extends WorkbenchApp {
    private static final int FRAMES = 3;

    @Override
    public void start(Stage stage) {
      super.start(stage);
      new AnimationTimer() {
        private int drawn;

        @Override
        public void handle(long now) {
          drawn++;
          if (drawn == FRAMES) {
            stop();
            var _ = warm().whenComplete((done, failed) -> Platform.exit());
          }
        }
      }.start();
    }
  }
}
