package org.tiersmith.task;

import java.util.List;
import java.util.function.Consumer;
import org.tiersmith.model.Text;

/**
 * Runs each job to its end inside {@link #submit}, for tests and for the command line. Whoever
 * wants the progress adds its listener on arrival, through {@link #onChange}. A failure that nobody
 * has asked for by the next submit, or by the close, goes to the failure listener.
 */
public final class SameThreadJobRunner implements JobRunner {
  private final LiveJobs live = new LiveJobs();
  private final UnclaimedFailures failures;
  private volatile boolean closed;

  public SameThreadJobRunner(FailureListener failureListener) {
    this.failures = new UnclaimedFailures(failureListener);
  }

  @Override
  public <T> JobHandle<T> submit(Text title, Lane lane, Job<T> job) {
    failures.reportAll();
    TrackedJob<T> tracked = new TrackedJob<>(title, job, live::changed, failures::hold);
    if (closed) {
      tracked.cancel();
      return tracked;
    }
    live.add(tracked);
    tracked.run();
    return tracked;
  }

  @Override
  public List<JobHandle<?>> live() {
    return live.list();
  }

  @Override
  public Registration onChange(Consumer<JobHandle<?>> listener) {
    return live.onChange(listener);
  }

  @Override
  public void close() {
    closed = true;
    live.list().forEach(JobHandle::cancel);
    failures.reportAll();
  }
}
