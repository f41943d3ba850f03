package org.tiersmith.ui.customers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.RuleSegment;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.service.RuleCount;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/**
 * How many customers rules mean. A rule is counted once for the present data, so that an edit costs
 * the count of the one rule that it changes. On the FX thread.
 */
final class RuleCounts {
  private static final Text COUNT = Text.of("ui.customers.count", "Counting customers");

  private final RuleDesk desk;
  private final LatestReading<Map<SegmentRule, RuleCount>> counting;
  private final LatestReading<Map<SegmentRule, RuleCount>> live;
  private final ReadOnlyObjectWrapper<Map<SegmentRule, RuleCount>> known =
      new ReadOnlyObjectWrapper<>(this, "known", Map.of());
  private final ReadOnlyObjectWrapper<@Nullable RuleCount> edited =
      new ReadOnlyObjectWrapper<>(this, "edited");
  private @Nullable SegmentRule rule;

  RuleCounts(RuleDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    counting = new LatestReading<>(tasks, notices, COUNT, this::take);
    live = new LatestReading<>(tasks, notices, COUNT, this::take);
  }

  /** What is known of rules by now. */
  ReadOnlyObjectProperty<Map<SegmentRule, RuleCount>> knownProperty() {
    return known.getReadOnlyProperty();
  }

  /** How many the rule being edited means; null before it is known, or while it is unfinished. */
  ReadOnlyObjectProperty<@Nullable RuleCount> editedProperty() {
    return edited.getReadOnlyProperty();
  }

  /** Counts those of the saved segments that are not counted yet, and forgets all other rules. */
  void count(List<RuleSegment> segments) {
    List<SegmentRule> wanted = segments.stream().map(RuleSegment::rule).distinct().toList();
    Map<SegmentRule, RuleCount> kept = new HashMap<>(known.get());
    kept.keySet().removeIf(each -> !wanted.contains(each) && !each.equals(rule));
    known.set(Map.copyOf(kept));
    List<SegmentRule> missing = wanted.stream().filter(each -> !kept.containsKey(each)).toList();
    if (missing.isEmpty()) {
      counting.forget();
    } else {
      counting.ask(context -> counted(missing, context));
    }
  }

  /** Counts the rule being edited; a newer one takes its place. */
  void edit(Optional<SegmentRule> now) {
    rule = now.orElse(null);
    live.forget();
    if (now.isEmpty()) {
      edited.set(null);
    } else if (known.get().containsKey(now.get())) {
      edited.set(known.get().get(now.get()));
    } else {
      live.ask(context -> counted(List.of(now.get()), context));
    }
  }

  /** Forgets all counts: there are other customers, or more is known of them. */
  void clear() {
    close();
    known.set(Map.of());
  }

  void close() {
    counting.forget();
    live.forget();
  }

  private Map<SegmentRule, RuleCount> counted(List<SegmentRule> rules, JobContext context) {
    Map<SegmentRule, RuleCount> found = new HashMap<>();
    for (SegmentRule each : rules) {
      context.checkCancelled();
      found.put(each, desk.count(each, context));
    }
    return found;
  }

  private void take(Map<SegmentRule, RuleCount> found) {
    Map<SegmentRule, RuleCount> all = new HashMap<>(known.get());
    all.putAll(found);
    known.set(Map.copyOf(all));
    SegmentRule now = rule;
    if (now != null && found.containsKey(now)) {
      edited.set(found.get(now));
    }
  }
}
