package org.tiersmith.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * Undo and redo over small commands. Changes of one gesture (a slider that is being dragged) join
 * into one command, so that one undo takes the whole gesture back.
 */
public final class UndoHistory {
  private static final int DEEPEST = 500;

  /** A change that can be done and taken back. */
  public interface Command {
    Text label();

    /** What the person is doing; equal neighbours join. Empty never joins. */
    String gesture();

    void apply();

    void revert();

    /** This command followed by a later one of the same gesture. */
    Command join(Command later);
  }

  private final Deque<Command> done = new ArrayDeque<>();
  private final Deque<Command> undone = new ArrayDeque<>();

  /** Applies the command and remembers it. */
  public synchronized void run(Command command) {
    command.apply();
    undone.clear();
    @Nullable Command last = done.peek();
    if (last != null && !last.gesture().isEmpty() && last.gesture().equals(command.gesture())) {
      done.pop();
      done.push(last.join(command));
    } else {
      done.push(command);
    }
    if (done.size() > DEEPEST) {
      done.removeLast();
    }
  }

  public synchronized void undo() {
    @Nullable Command command = done.poll();
    if (command != null) {
      command.revert();
      undone.push(command);
    }
  }

  public synchronized void redo() {
    @Nullable Command command = undone.poll();
    if (command != null) {
      command.apply();
      done.push(command);
    }
  }

  /** What undo would take back. */
  public synchronized Optional<Text> undoable() {
    return Optional.ofNullable(done.peek()).map(Command::label);
  }

  /** What redo would do again. */
  public synchronized Optional<Text> redoable() {
    return Optional.ofNullable(undone.peek()).map(Command::label);
  }
}
