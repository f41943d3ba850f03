package org.tiersmith.service;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.profile.RuleSegment;
import org.tiersmith.profile.RuleSegments;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.project.ProjectFile;

/**
 * The segments that a person made. Each change is saved when the call returns and can be undone;
 * they belong to the project and outlive its data. Not for a window's own thread. Thread-safe.
 */
public final class SegmentShelf {
  private static final String SETTING = "customers.rules";
  private static final String OTHER = "other";

  private final ProjectFile project;
  private final ProjectEvents events;
  private final UndoHistory<RuleSegments> history = new UndoHistory<>();
  private Shelved now;

  /**
   * What stands on the shelf.
   *
   * @param key equal as long as the segments are
   */
  record Shelved(RuleSegments segments, String key) {}

  SegmentShelf(ProjectFile project, ProjectEvents events) {
    this.project = project;
    this.events = events;
    String key = project.settings().get(SETTING).orElse(Json.write(RuleSegments.NONE));
    this.now = new Shelved(Json.read(key, RuleSegments.class), key);
  }

  /** The segments as they stand. */
  public RuleSegments segments() {
    return shelved().segments();
  }

  /** The segments as they stand, with their key. */
  synchronized Shelved shelved() {
    return now;
  }

  /**
   * Adds a segment at the end.
   *
   * @return its id
   */
  public long add(String name, SegmentRule rule) {
    String checked = checked(name);
    long id;
    synchronized (this) {
      String free = now.segments().freeName(checked);
      id = now.segments().nextId();
      edit(Text.of("undo.add-segment", "Add segment {0}", free), "", s -> s.with(free, rule));
    }
    events.publish(ProjectChange.SEGMENTATION_CHANGED);
    return id;
  }

  /**
   * Adds a copy under a name of its own.
   *
   * @return its id; -1 where there is no such segment
   */
  public long duplicate(long id) {
    return segments().find(id).map(segment -> add(segment.name(), segment.rule())).orElse(-1L);
  }

  /** Gives a segment another name; one that is empty or taken is refused. */
  public void rename(long id, String name) {
    String checked = checked(name);
    change(
        Text.of("undo.rename-segment", "Rename segment to {0}", checked),
        "",
        s -> {
          if (s.isTaken(checked, id)) {
            throw Problem.of(
                "segment.name-taken",
                "There is a segment \"{0}\" already; choose another name.",
                checked);
          }
          return s.edited(id, old -> new RuleSegment(id, checked, old.rule()));
        });
  }

  /**
   * Gives a segment another rule.
   *
   * @param gesture equal for changes that one undo should take back together; else empty
   */
  public void setRule(long id, SegmentRule rule, String gesture) {
    change(
        Text.of("undo.change-segment", "Change segment {0}", name(id)),
        gesture,
        s -> s.edited(id, old -> new RuleSegment(id, old.name(), rule)));
  }

  /** Puts a segment elsewhere in the order, counted from 0. */
  public void move(long id, int place) {
    change(Text.of("undo.move-segment", "Move segment {0}", name(id)), "", s -> s.moved(id, place));
  }

  /** Removes a segment. */
  public void remove(long id) {
    change(Text.of("undo.remove-segment", "Remove segment {0}", name(id)), "", s -> s.without(id));
  }

  /** Takes the latest change back, if there is one. */
  public void undo() {
    restore(history::undo);
  }

  /** Does the change again that was taken back last, if there is one. */
  public void redo() {
    restore(history::redo);
  }

  /** What undo would take back. */
  public Optional<Text> undoable() {
    return history.undoable();
  }

  /** What redo would do again. */
  public Optional<Text> redoable() {
    return history.redoable();
  }

  private void change(Text label, String gesture, UnaryOperator<RuleSegments> edit) {
    if (edit(label, gesture, edit)) {
      events.publish(ProjectChange.SEGMENTATION_CHANGED);
    }
  }

  /** Makes a change in one step with what undo knows of it; whether it changes anything. */
  private synchronized boolean edit(Text label, String gesture, UnaryOperator<RuleSegments> edit) {
    RuleSegments before = now.segments();
    RuleSegments after = edit.apply(before);
    if (after.equals(before)) {
      return false;
    }
    save(after);
    history.changed(label, gesture, before, after);
    return true;
  }

  private void restore(Supplier<Optional<RuleSegments>> step) {
    synchronized (this) {
      Optional<RuleSegments> segments = step.get();
      if (segments.isEmpty()) {
        return;
      }
      save(segments.get());
    }
    events.publish(ProjectChange.SEGMENTATION_CHANGED);
  }

  private synchronized void save(RuleSegments next) {
    String json = Json.write(next);
    project.settings().put(SETTING, json);
    now = new Shelved(next, json);
  }

  private static String checked(String name) {
    String clean = name.strip();
    if (clean.isEmpty() || clean.equalsIgnoreCase(OTHER)) {
      throw Problem.of(
          "segment.no-name",
          "A segment needs a name, and \"other\" is that of the customers in none. Nothing was"
              + " changed.");
    }
    return clean;
  }

  private String name(long id) {
    return segments().find(id).map(RuleSegment::name).orElse("");
  }
}
