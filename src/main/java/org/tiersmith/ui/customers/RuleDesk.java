package org.tiersmith.ui.customers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tiersmith.model.Text;
import org.tiersmith.profile.RuleColumn;
import org.tiersmith.profile.RuleSegments;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RuleCount;
import org.tiersmith.service.SegmentShelf;
import org.tiersmith.service.SegmentUseCase;
import org.tiersmith.task.JobContext;

/** What the page on own segments needs of a project; called on background threads. */
interface RuleDesk {
  RuleSegments segments();

  Collection<RuleColumn> columns(JobContext context);

  List<String> values(String column, String start, int most, JobContext context);

  List<String> bought(SegmentRule.Trait trait, String start, int most, JobContext context);

  RuleCount count(SegmentRule rule, JobContext context);

  Text sentence(SegmentRule rule);

  long add(String name, SegmentRule rule);

  void duplicate(long id);

  void rename(long id, String name);

  void setRule(long id, SegmentRule rule, String gesture);

  void move(long id, int place);

  void remove(long id);

  void undo();

  void redo();

  Optional<Text> undoable();

  Optional<Text> redoable();

  /** The desk of an open project. */
  static RuleDesk of(ProjectSession session) {
    SegmentUseCase segments = session.segments();
    SegmentShelf shelf = segments.shelf();
    return new RuleDesk() {
      @Override
      public RuleSegments segments() {
        return shelf.segments();
      }

      @Override
      public Collection<RuleColumn> columns(JobContext context) {
        return segments.columns(context);
      }

      @Override
      public List<String> values(String column, String start, int most, JobContext context) {
        return segments.values(column, start, most, context);
      }

      @Override
      public List<String> bought(
          SegmentRule.Trait trait, String start, int most, JobContext context) {
        return segments.bought(trait, start, most, context);
      }

      @Override
      public RuleCount count(SegmentRule rule, JobContext context) {
        return segments.count(rule, context);
      }

      @Override
      public Text sentence(SegmentRule rule) {
        return segments.sentence(rule);
      }

      @Override
      public long add(String name, SegmentRule rule) {
        return shelf.add(name, rule);
      }

      @Override
      public void duplicate(long id) {
        shelf.duplicate(id);
      }

      @Override
      public void rename(long id, String name) {
        shelf.rename(id, name);
      }

      @Override
      public void setRule(long id, SegmentRule rule, String gesture) {
        shelf.setRule(id, rule, gesture);
      }

      @Override
      public void move(long id, int place) {
        shelf.move(id, place);
      }

      @Override
      public void remove(long id) {
        shelf.remove(id);
      }

      @Override
      public void undo() {
        shelf.undo();
      }

      @Override
      public void redo() {
        shelf.redo();
      }

      @Override
      public Optional<Text> undoable() {
        return shelf.undoable();
      }

      @Override
      public Optional<Text> redoable() {
        return shelf.redoable();
      }
    };
  }
}
