package org.tiersmith.ui.kit;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobHandle;
import org.tiersmith.task.Progress;

/** A running job as the window sees it: its progress arrives at most once per FX turn. */
public final class TaskItem {
  private final JobHandle<?> handle;
  private final FxDispatcher fx;
  private final ReadOnlyObjectWrapper<Progress> progress;
  private final AtomicBoolean pending = new AtomicBoolean();

  TaskItem(JobHandle<?> handle, FxDispatcher fx) {
    this.handle = handle;
    this.fx = fx;
    this.progress = new ReadOnlyObjectWrapper<>(this, "progress", handle.progress());
    handle.onProgress(latest -> refresh());
  }

  public Text title() {
    return handle.title();
  }

  public ReadOnlyObjectProperty<Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Asks the job to stop. */
  public void cancel() {
    handle.cancel();
  }

  private void refresh() {
    if (pending.compareAndSet(false, true)) {
      fx.execute(
          () -> {
            pending.set(false);
            progress.set(handle.progress());
          });
    }
  }
}
