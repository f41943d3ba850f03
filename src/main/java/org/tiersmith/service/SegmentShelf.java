package org.tiersmith.service;

import java.util.Optional;
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
  private RuleSegments segments;
  private String key;

  SegmentShelf(ProjectFile project, ProjectEvents events) {
    this.project = project;
    this.events = events;
    this.key = project.settings().get(SETTING).orElse(Json.write(RuleSegments.NONE));
    this.segments = Json.read(key, RuleSegments.class);
  }

  /** The segments as they stand. */
  public synchronized RuleSegments segments() {
    return segments;
  }

  /** Equal as long as the segments are. */
  synchronized String key() {
    return key;
  }

  /**
   * Adds a segment at the end.
   *
   * @return its id
   */
  public long add(String name, SegmentRule rule) {
    String free = segments().freeName(checked(name));
    long id = segments().nextId();
    change(Text.of("undo.add-segment", "Add segment {0}", free), "", s -> s.with(free, rule));
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
    if (segments().isTaken(checked, id)) {
      throw Problem.of(
          "segment.name-taken",
          "There is a segment \"{0}\" already; choose another name.",
          checked);
    }
    change(
        Text.of("undo.rename-segment", "Rename segment to {0}", checked),
        "",
        s -> s.edited(id, old -> new RuleSegment(id, checked, old.rule())));
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
    history.undo().ifPresent(this::keep);
  }

  /** Does the change again that was taken back last, if there is one. */
  public void redo() {
    history.redo().ifPresent(this::keep);
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
    RuleSegments before;
    RuleSegments after;
    synchronized (this) {
      before = segments;
      after = edit.apply(before);
      if (after.equals(before)) {
        return;
      }
      save(after);
      history.changed(label, gesture, before, after);
    }
    events.publish(ProjectChange.SEGMENTATION_CHANGED);
  }

  private void keep(RuleSegments next) {
    save(next);
    events.publish(ProjectChange.SEGMENTATION_CHANGED);
  }

  private synchronized void save(RuleSegments next) {
    String json = Json.write(next);
    project.settings().put(SETTING, json);
    segments = next;
    key = json;
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
