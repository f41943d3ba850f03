package org.tiersmith.ui.kit;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;

/**
 * Work on the FX thread that is done step by step, so that the window answers in between: a page of
 * tables and charts takes longer to make than a person should wait for an answer.
 */
public final class Steps {
  private Steps() {}

  /**
   * Runs each task in the next frame, before it is styled and laid out: what one step has added is
   * then drawn before the next one is taken, and no frame has to style it all.
   */
  public static Executor inFrames() {
    return task ->
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            stop();
            task.run();
          }
        }.start();
  }

  /**
   * Takes the first step now and each further one when it is its turn.
   *
   * @param later runs the next step once what else waits has been answered
   */
  public static void take(Executor later, Runnable... steps) {
    take(later, List.of(steps));
  }

  private static void take(Executor later, List<Runnable> steps) {
    if (!steps.isEmpty()) {
      steps.getFirst().run();
      if (steps.size() > 1) {
        later.execute(() -> take(later, steps.subList(1, steps.size())));
      }
    }
  }
}
