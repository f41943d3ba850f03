package org.tiersmith.ui.customers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tiersmith.model.Text;
import org.tiersmith.profile.RuleColumn;
import org.tiersmith.profile.RuleSegment;
import org.tiersmith.profile.RuleSegments;
import org.tiersmith.profile.RuleSentence;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.profile.SegmentRule.AllOf;
import org.tiersmith.profile.SegmentRule.AnyOf;
import org.tiersmith.profile.SegmentRule.Bought;
import org.tiersmith.profile.SegmentRule.Comparison;
import org.tiersmith.profile.SegmentRule.NumberIs;
import org.tiersmith.profile.SegmentRule.TextIs;
import org.tiersmith.profile.SegmentRule.TextMatch;
import org.tiersmith.profile.SegmentRule.Trait;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.RuleCount;
import org.tiersmith.task.JobContext;

/** Own segments that are kept in memory; a rule on the column "gone" does not fit. */
final class FakeRules implements RuleDesk {
  private final Consumer<ProjectChange> tell;
  private final Deque<RuleSegments> done = new ArrayDeque<>();
  private final Deque<RuleSegments> undone = new ArrayDeque<>();
  private final List<SegmentRule> counted = new ArrayList<>();
  private RuleSegments segments = RuleSegments.NONE;

  FakeRules(Consumer<ProjectChange> tell) {
    this.tell = tell;
  }

  /** Two segments of which the second doesn't fit the data. */
  FakeRules filled() {
    segments =
        RuleSegments.NONE
            .with(
                "Good customers gone quiet",
                new AllOf(
                    List.of(
                        new NumberIs("orders", Comparison.AT_LEAST, 3),
                        new NumberIs("recency_days", Comparison.MORE, 60),
                        new AnyOf(
                            List.of(
                                new TextIs("city", TextMatch.ONE_OF, List.of("杭州", "上海")),
                                new Bought(Trait.CATEGORY, "Coffee", 2, 0))))))
            .with("By an older export", new NumberIs("gone", Comparison.MORE, 1));
    return this;
  }

  /** The rules that were counted so far, one entry a count. */
  List<SegmentRule> counted() {
    return counted;
  }

  @Override
  public RuleSegments segments() {
    return segments;
  }

  @Override
  public Collection<RuleColumn> columns(JobContext context) {
    return List.of(
        number("orders", "Orders", 0, 41),
        number("recency_days", "Days since the last purchase", 0, 364),
        number("discount_affinity", "Discount affinity", 0, 1),
        number("mean_discount", "Mean discount", 0, 0.5),
        new RuleColumn(
            "city",
            Text.of("test.city", "city"),
            RuleColumn.Kind.TEXT,
            false,
            3,
            Double.NaN,
            Double.NaN,
            null,
            null,
            List.of("杭州", "上海")));
  }

  private static RuleColumn number(String name, String title, double least, double most) {
    return new RuleColumn(
        name,
        Text.of("test." + name, title),
        RuleColumn.Kind.NUMBER,
        true,
        0,
        least,
        most,
        null,
        null,
        List.of());
  }

  @Override
  public List<String> values(String column, String start, int most, JobContext context) {
    return List.of("杭州", "上海").stream().filter(v -> v.startsWith(start)).toList();
  }

  @Override
  public List<String> bought(Trait trait, String start, int most, JobContext context) {
    return List.of("Coffee", "Kitchen");
  }

  @Override
  public RuleCount count(SegmentRule rule, JobContext context) {
    context.checkCancelled();
    counted.add(rule);
    return rule.toString().contains("gone")
        ? new RuleCount(
            0, 1_200, List.of(Text.of("test.gone", "These customers have no column \"gone\".")))
        : new RuleCount(rule.toString().length(), 1_200, List.of());
  }

  @Override
  public Text sentence(SegmentRule rule) {
    return RuleSentence.of(rule);
  }

  @Override
  public long add(String name, SegmentRule rule) {
    long id = segments.nextId();
    change(segments.with(segments.freeName(name), rule));
    return id;
  }

  @Override
  public void duplicate(long id) {
    segments.find(id).ifPresent(segment -> add(segment.name(), segment.rule()));
  }

  @Override
  public void rename(long id, String name) {
    change(segments.edited(id, old -> new RuleSegment(id, name, old.rule())));
  }

  @Override
  public void setRule(long id, SegmentRule rule, String gesture) {
    change(segments.edited(id, old -> new RuleSegment(id, old.name(), rule)));
  }

  @Override
  public void move(long id, int place) {
    change(segments.moved(id, place));
  }

  @Override
  public void remove(long id) {
    change(segments.without(id));
  }

  @Override
  public void undo() {
    if (!done.isEmpty()) {
      undone.push(segments);
      segments = done.pop();
      tell.accept(ProjectChange.SEGMENTATION_CHANGED);
    }
  }

  @Override
  public void redo() {
    if (!undone.isEmpty()) {
      done.push(segments);
      segments = undone.pop();
      tell.accept(ProjectChange.SEGMENTATION_CHANGED);
    }
  }

  private void change(RuleSegments to) {
    if (!to.equals(segments)) {
      done.push(segments);
      undone.clear();
      segments = to;
      tell.accept(ProjectChange.SEGMENTATION_CHANGED);
    }
  }

  @Override
  public Optional<Text> undoable() {
    return done.isEmpty() ? Optional.empty() : Optional.of(Text.of("test.undo", "Change"));
  }

  @Override
  public Optional<Text> redoable() {
    return undone.isEmpty() ? Optional.empty() : Optional.of(Text.of("test.redo", "Change"));
  }
}
