package org.tiersmith.ui.kit;

import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tiersmith.model.Text;
import org.tiersmith.task.Job;
import org.tiersmith.task.JobHandle;
import org.tiersmith.task.JobRunner;
import org.tiersmith.task.Lane;

/**
 * Starts jobs for screens and brings what they report and make to the FX thread. A failure that a
 * screen does not take itself is shown as a notice: none is lost.
 */
public final class Tasks {
  private final JobRunner runner;
  private final FxDispatcher fx;
  private final Notices notices;
  private final ObservableList<TaskItem> running = FXCollections.observableArrayList();

  public Tasks(JobRunner runner, FxDispatcher fx, Notices notices) {
    this.runner = runner;
    this.fx = fx;
    this.notices = notices;
  }

  /** The tasks in the task bar, oldest first. */
  public ObservableList<TaskItem> running() {
    return running;
  }

  public FxDispatcher fx() {
    return fx;
  }

  /** Starts a job that the task bar shows; both consumers are called on the FX thread. */
  public <T> TaskItem start(
      Text title, Lane lane, Job<T> job, Consumer<T> done, Consumer<Throwable> failed) {
    return follow(runner.submit(title, lane, job), done, failed);
  }

  /** The same, a failure becoming a notice. */
  public <T> TaskItem start(Text title, Lane lane, Job<T> job, Consumer<T> done) {
    return start(title, lane, job, done, notices::problem);
  }

  /** Shows a job that somebody else started. */
  public <T> TaskItem follow(JobHandle<T> handle, Consumer<T> done, Consumer<Throwable> failed) {
    TaskItem item = new TaskItem(handle, fx);
    fx.execute(() -> running.add(item));
    deliver(
        handle,
        value -> {
          running.remove(item);
          done.accept(value);
        },
        thrown -> {
          running.remove(item);
          failed.accept(thrown);
        });
    return item;
  }

  /** Starts short work, such as reading a page of a table, that the task bar does not show. */
  public <T> JobHandle<T> quietly(
      Text title, Job<T> job, Consumer<T> done, Consumer<Throwable> failed) {
    JobHandle<T> handle = runner.submit(title, job);
    deliver(handle, done, failed);
    return handle;
  }

  private <T> void deliver(JobHandle<T> handle, Consumer<T> done, Consumer<Throwable> failed) {
    handle
        .outcome()
        .whenComplete(
            (value, thrown) ->
                fx.execute(
                    () -> {
                      if (thrown == null) {
                        done.accept(value);
                      } else {
                        failed.accept(
                            thrown instanceof CompletionException e && e.getCause() != null
                                ? e.getCause()
                                : thrown);
                      }
                    }));
  }
}
