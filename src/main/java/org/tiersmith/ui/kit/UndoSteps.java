package org.tiersmith.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was done on the screen and can be taken back, the latest first. */
public final class UndoSteps {
  private static final int DEEPEST = 200;

  private record Step(Runnable undo, Runnable redo) {}

  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();

  /** Does something that can be taken back. */
  public void take(Runnable change, Runnable undo) {
    undone.clear();
    done.push(new Step(undo, change));
    if (done.size() > DEEPEST) {
      done.removeLast();
    }
    change.run();
  }

  /** Takes the latest back; nothing if there is none. */
  public void undo() {
    if (!done.isEmpty()) {
      Step step = done.pop();
      undone.push(step);
      step.undo().run();
    }
  }

  /** Does again what was taken back last; nothing if there is none. */
  public void redo() {
    if (!undone.isEmpty()) {
      Step step = undone.pop();
      done.push(step);
      step.redo().run();
    }
  }

  /** Forgets all steps: nothing can be taken back any more. */
  public void forget() {
    done.clear();
    undone.clear();
  }
}
