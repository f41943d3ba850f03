package org.tiersmith.ui.customers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.RuleSegment;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/**
 * The segments that a person made, as they are saved, and which one is at hand. On the FX thread.
 */
final class OwnSegments {
  /** The segments, and what can be taken back. */
  record Saved(List<RuleSegment> segments, @Nullable Text undoable, @Nullable Text redoable) {
    Optional<RuleSegment> find(@Nullable Long id) {
      return segments.stream().filter(each -> id != null && each.id() == id).findFirst();
    }
  }

  private static final Text CHANGE = Text.of("ui.customers.rule-change", "Saving own segments");

  private final RuleDesk desk;
  private final Runnable before;
  private final Runnable shown;
  private final InOrder<Saved> changes;
  private final ReadOnlyObjectWrapper<@Nullable Saved> saved =
      new ReadOnlyObjectWrapper<>(this, "saved");
  private final ObjectProperty<@Nullable Long> selected =
      new SimpleObjectProperty<>(this, "selected");
  private boolean toLast;

  /**
   * @param before called before a command is carried out
   * @param shown called when the segments were read, the selection being settled
   */
  OwnSegments(RuleDesk desk, Tasks tasks, Notices notices, Runnable before, Runnable shown) {
    this.desk = desk;
    this.before = before;
    this.shown = shown;
    changes = new InOrder<>(tasks, notices, CHANGE, context -> look(), this::show);
  }

  /** The segments as they are saved; null before they are read. */
  ReadOnlyObjectProperty<@Nullable Saved> savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /** The id of the segment at hand; null for none. */
  ObjectProperty<@Nullable Long> selectedProperty() {
    return selected;
  }

  /** The segment at hand. */
  Optional<RuleSegment> selected() {
    return Optional.ofNullable(saved.get()).flatMap(now -> now.find(selected.get()));
  }

  /** Reads them anew. */
  void read() {
    changes.read();
  }

  /** Adds a segment and turns to it. */
  void add(String name, SegmentRule rule) {
    toLast = true;
    make(() -> desk.add(name, rule));
  }

  /** Adds a copy of a segment and turns to it. */
  void duplicate(long id) {
    toLast = true;
    make(() -> desk.duplicate(id));
  }

  void rename(long id, String name) {
    make(() -> desk.rename(id, name));
  }

  void remove(long id) {
    make(() -> desk.remove(id));
  }

  /** Moves a segment up or down by one. */
  void move(long id, int by) {
    Saved now = saved.get();
    int place =
        now == null ? -1 : now.segments().stream().map(RuleSegment::id).toList().indexOf(id);
    if (place >= 0 && place + by >= 0) {
      make(() -> desk.move(id, place + by));
    }
  }

  void undo() {
    make(desk::undo);
  }

  void redo() {
    make(desk::redo);
  }

  /** Saves what was edited. */
  void save(RuleEditing.Unsaved edit) {
    changes.add(() -> desk.setRule(edit.id(), edit.rule(), edit.gesture()));
  }

  void close() {
    changes.forget();
  }

  private void make(Runnable change) {
    before.run();
    changes.add(change);
  }

  private Saved look() {
    return new Saved(
        desk.segments().segments(), desk.undoable().orElse(null), desk.redoable().orElse(null));
  }

  private void show(Saved now) {
    saved.set(now);
    if (toLast) {
      selected.set(
          now.segments().stream().map(RuleSegment::id).max(Comparator.naturalOrder()).orElse(null));
    } else if (selected().isEmpty()) {
      selected.set(now.segments().isEmpty() ? null : now.segments().getFirst().id());
    }
    toLast = false;
    shown.run();
  }
}
