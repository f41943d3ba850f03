package org.tiersmith.ui.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.tiersmith.model.Text;
import org.tiersmith.project.MetricPoint;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/**
 * The curves of the chosen runs. Of each only what is new is read; while one reading goes on, any
 * number of changes make one more. On the FX thread.
 */
final class CurvesViewModel {
  private static final Text POINTS = Text.of("ui.model.points", "Reading the runs' curves");

  private final ModelDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final Map<Long, RunCurve> read = new HashMap<>();
  private final ObjectProperty<CurveKind> kind =
      new SimpleObjectProperty<>(this, "kind", CurveKind.LOSS);
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper(this, "version");
  private List<Long> wanted = List.of();
  private boolean reading;
  private boolean more;

  CurvesViewModel(ModelDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
  }

  /** What the chart shows. */
  ObjectProperty<CurveKind> kindProperty() {
    return kind;
  }

  /** Counts the changes of what the curves are. */
  ReadOnlyLongProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** The curve of a run, as far as it was read. */
  RunCurve curve(long run) {
    return read.computeIfAbsent(run, RunCurve::new);
  }

  /** Shows these runs from now on. */
  void follow(List<Long> runs) {
    wanted = List.copyOf(runs);
    version.set(version.get() + 1);
    refresh();
  }

  /** Reads what has come since. */
  void refresh() {
    if (reading) {
      more = true;
      return;
    }
    if (wanted.isEmpty()) {
      return;
    }
    reading = true;
    Map<Long, Long> from = new LinkedHashMap<>();
    wanted.forEach(run -> from.put(run, curve(run).lastStep() - 1));
    tasks.quietly(
        POINTS,
        context -> {
          Map<Long, List<MetricPoint>> found = new LinkedHashMap<>();
          from.forEach((run, step) -> found.put(run, desk.series(run, step)));
          return found;
        },
        this::add,
        thrown -> {
          notices.problem(thrown);
          done();
        });
  }

  /** Reads a run anew that goes on from an earlier step. */
  void forget(long run) {
    read.remove(run);
    refresh();
  }

  /** Forgets what was read of runs that are no more. */
  void retain(List<Long> runs) {
    read.keySet().retainAll(new ArrayList<>(runs));
  }

  private void add(Map<Long, List<MetricPoint>> found) {
    boolean changed = false;
    for (Map.Entry<Long, List<MetricPoint>> entry : found.entrySet()) {
      changed |= !entry.getValue().isEmpty();
      curve(entry.getKey()).add(entry.getValue());
    }
    if (changed) {
      version.set(version.get() + 1);
    }
    done();
  }

  private void done() {
    reading = false;
    if (more) {
      more = false;
      refresh();
    }
  }
}
