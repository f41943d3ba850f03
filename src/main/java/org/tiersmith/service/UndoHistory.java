package org.tiersmith.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * Undo and redo over immutable values that share what did not change. Changes of one gesture (a
 * slider that is being dragged) join into one, so that one undo takes the whole gesture back.
 *
 * @param <S> the value's type
 */
final class UndoHistory<S> {
  private static final int DEEPEST = 500;

  /** A step from one value to another; an empty gesture never joins. */
  private record Change<S>(Text label, String gesture, S before, S after) {}

  private final Deque<Change<S>> done = new ArrayDeque<>();
  private final Deque<Change<S>> undone = new ArrayDeque<>();

  /** Remembers that the value went from {@code before} to {@code after}. */
  synchronized void changed(Text label, String gesture, S before, S after) {
    undone.clear();
    @Nullable Change<S> last = done.peek();
    if (last != null && !gesture.isEmpty() && gesture.equals(last.gesture())) {
      done.pop();
      done.push(new Change<>(label, gesture, last.before(), after));
    } else {
      done.push(new Change<>(label, gesture, before, after));
    }
    if (done.size() > DEEPEST) {
      done.removeLast();
    }
  }

  /** Puts something into all values, which no undo is then to take back. */
  synchronized void amend(UnaryOperator<S> amendment) {
    amend(done, amendment);
    amend(undone, amendment);
  }

  private static <S> void amend(Deque<Change<S>> changes, UnaryOperator<S> amendment) {
    List<Change<S>> amended =
        changes.stream()
            .map(
                change ->
                    new Change<>(
                        change.label(),
                        change.gesture(),
                        amendment.apply(change.before()),
                        amendment.apply(change.after())))
            .toList();
    changes.clear();
    changes.addAll(amended);
  }

  /** The value before the latest change. */
  synchronized Optional<S> undo() {
    @Nullable Change<S> change = done.poll();
    if (change == null) {
      return Optional.empty();
    }
    undone.push(change);
    return Optional.of(change.before());
  }

  /** The value after the change that was undone last. */
  synchronized Optional<S> redo() {
    @Nullable Change<S> change = undone.poll();
    if (change == null) {
      return Optional.empty();
    }
    done.push(change);
    return Optional.of(change.after());
  }

  /** What undo would take back. */
  synchronized Optional<Text> undoable() {
    return Optional.ofNullable(done.peek()).map(Change::label);
  }

  /** What redo would do again. */
  synchronized Optional<Text> redoable() {
    return Optional.ofNullable(undone.peek()).map(Change::label);
  }
}
