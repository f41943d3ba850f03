package org.tiersmith.ui.customers;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.RuleSegment;
import org.tiersmith.profile.SegmentRule;

/**
 * The rule as it stands in the editor, and what of it is still to be saved: what is typed is saved
 * as one change once the person pauses. On the FX thread.
 */
final class RuleEditing {
  /**
   * A whole rule that is not saved yet.
   *
   * @param gesture equal for changes that one undo should take back together; else empty
   */
  record Unsaved(long id, SegmentRule rule, String gesture) {}

  private final ReadOnlyObjectWrapper<RuleDraft.@Nullable Group> draft =
      new ReadOnlyObjectWrapper<>(this, "draft");
  private @Nullable Unsaved unsaved;
  private @Nullable Long editing;
  private @Nullable SegmentRule before;

  /** The rule being edited; null where there is none. */
  ReadOnlyObjectProperty<RuleDraft.@Nullable Group> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** The rule being edited; empty while something is missing. */
  Optional<SegmentRule> rule() {
    return Optional.ofNullable(draft.get()).flatMap(RuleDraft::rule);
  }

  /** Whether what is to be saved belongs to another gesture, and so to another undo. */
  boolean isOther(String gesture) {
    return unsaved != null && !unsaved.gesture().equals(gesture);
  }

  /** Takes the rule of a segment as it stands in the editor now. */
  void change(long id, RuleDraft.Group now, String gesture) {
    draft.set(now);
    unsaved = now.rule().map(rule -> new Unsaved(id, rule, gesture)).orElse(null);
  }

  /** What is to be saved now; it counts as saved from here on. */
  Optional<Unsaved> takeUnsaved() {
    Optional<Unsaved> taken = Optional.ofNullable(unsaved);
    taken.filter(edit -> editing != null && editing == edit.id()).ifPresent(e -> before = e.rule());
    unsaved = null;
    return taken;
  }

  /** Takes a saved rule into the editor, unless it stands there already or is being edited. */
  void show(@Nullable RuleSegment segment) {
    if (segment == null) {
      draft.set(null);
      editing = null;
      return;
    }
    if (!stands(segment)) {
      draft.set(RuleDraft.of(segment.rule()));
    }
    editing = segment.id();
    before = segment.rule();
  }

  private boolean stands(RuleSegment segment) {
    RuleDraft.Group standing = draft.get();
    if (standing == null || editing == null || editing != segment.id()) {
      return false;
    }
    Optional<SegmentRule> rule = standing.rule();
    boolean unfinished = rule.isEmpty() && segment.rule().equals(before);
    return unsaved != null || unfinished || rule.filter(segment.rule()::equals).isPresent();
  }
}
