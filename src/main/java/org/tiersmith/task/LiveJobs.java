package org.tiersmith.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The jobs of a runner that have not ended, and those who want to know of changes. */
final class LiveJobs {
  private final List<JobHandle<?>> live = new CopyOnWriteArrayList<>();
  private final Listeners<JobHandle<?>> listeners = new Listeners<>();

  void add(JobHandle<?> job) {
    live.add(job);
    listeners.tell(job);
  }

  void changed(JobHandle<?> job) {
    if (job.state().isEnded()) {
      live.remove(job);
    }
    listeners.tell(job);
  }

  List<JobHandle<?>> list() {
    return List.copyOf(live);
  }

  Registration onChange(Consumer<JobHandle<?>> listener) {
    return listeners.add(listener);
  }
}
