package org.tiersmith.ui.customers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.RuleColumn;
import org.tiersmith.profile.RuleSegment;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.service.RuleCount;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** The segments that a person makes, and the one being edited. On the FX thread. */
final class RulesViewModel {
  /** The segments as they are saved, how many each means, and what can be taken back. */
  record Saved(
      List<RuleSegment> segments,
      Map<Long, RuleCount> counts,
      @Nullable Text undoable,
      @Nullable Text redoable) {}

  /** The columns of the data, and with that whether conditions can be built. */
  record Ground(List<RuleColumn> columns) {}

  private static final Text OPEN = Text.of("ui.customers.rules", "Opening own segments");
  private static final Text COUNT = Text.of("ui.customers.count", "Counting customers");
  private static final Text CHANGE = Text.of("ui.customers.rule-change", "Saving own segments");
  private static final Text FIND = Text.of("ui.customers.values", "Finding values");
  private static final int MOST_VALUES = 8;

  private final RuleDesk desk;
  private final OnDemand<Ground> ground;
  private final InOrder<Saved> changes;
  private final LatestReading<RuleCount> counting;
  private final LatestReading<List<String>> finding;
  private final ReadOnlyObjectWrapper<@Nullable Saved> saved =
      new ReadOnlyObjectWrapper<>(this, "saved");
  private final ReadOnlyObjectWrapper<@Nullable RuleCount> count =
      new ReadOnlyObjectWrapper<>(this, "count");
  private final ReadOnlyObjectWrapper<RuleDraft.@Nullable Group> draft =
      new ReadOnlyObjectWrapper<>(this, "draft");
  private final ObjectProperty<@Nullable Long> selected =
      new SimpleObjectProperty<>(this, "selected");
  private Consumer<List<String>> found = values -> {};
  private @Nullable Long editing;
  private @Nullable SegmentRule before;
  private boolean toLast;
  private boolean looked;

  RulesViewModel(RuleDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    ground = new OnDemand<>(tasks, notices, OPEN);
    changes = new InOrder<>(tasks, notices, CHANGE, this::read, this::show);
    counting = new LatestReading<>(tasks, notices, COUNT, count::set);
    finding = new LatestReading<>(tasks, notices, FIND, values -> found.accept(values));
    selected.addListener((source, before, now) -> edit());
  }

  OnDemand<Ground> ground() {
    return ground;
  }

  /** The segments as they are saved; null before they are read. */
  ReadOnlyObjectProperty<@Nullable Saved> savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /** The id of the segment that is edited; null for none. */
  ObjectProperty<@Nullable Long> selectedProperty() {
    return selected;
  }

  /** The rule being edited; null where there is none. */
  ReadOnlyObjectProperty<RuleDraft.@Nullable Group> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** How many customers the rule being edited means; null while it is counted or unfinished. */
  ReadOnlyObjectProperty<@Nullable RuleCount> countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Called when a person looks: from now on rules are read and counted. */
  void look() {
    looked = true;
    if (ground.isIdle()) {
      load();
    }
  }

  /** Opens the customers for counting, as after a cancel. */
  void load() {
    if (looked) {
      ground.ask(
          context -> new Ground(List.copyOf(desk.columns(context))), now -> changes.add(() -> {}));
    }
  }

  /** The rule being edited as a sentence; empty while something is missing. */
  Optional<Text> sentence() {
    return Optional.ofNullable(draft.get()).flatMap(RuleDraft::rule).map(desk::sentence);
  }

  /**
   * Takes the rule as it stands in the editor, counts it and, once it is whole, saves it.
   *
   * @param gesture equal for changes that one undo should take back together; else empty
   */
  void change(RuleDraft.Group now, String gesture) {
    Long id = selected.get();
    draft.set(now);
    Optional<SegmentRule> rule = now.rule();
    if (id != null && rule.isPresent()) {
      SegmentRule whole = rule.get();
      changes.add(() -> desk.setRule(id, whole, gesture.isEmpty() ? "" : id + gesture));
    }
    count();
  }

  /** Adds a segment and begins to edit it. */
  void add(String name, SegmentRule rule) {
    toLast = true;
    changes.add(() -> desk.add(name, rule));
  }

  void duplicate(long id) {
    toLast = true;
    changes.add(() -> desk.duplicate(id));
  }

  void rename(long id, String name) {
    changes.add(() -> desk.rename(id, name));
  }

  void remove(long id) {
    changes.add(() -> desk.remove(id));
  }

  /** Moves a segment up or down by one. */
  void move(long id, int by) {
    Saved now = saved.get();
    int place =
        now == null ? -1 : now.segments().stream().map(RuleSegment::id).toList().indexOf(id);
    if (place >= 0 && place + by >= 0) {
      changes.add(() -> desk.move(id, place + by));
    }
  }

  void undo() {
    changes.add(desk::undo);
  }

  void redo() {
    changes.add(desk::redo);
  }

  /** Looks for values of a subject that start so; a newer question cancels the one before. */
  void find(String subject, String start, Consumer<List<String>> answer) {
    found = answer;
    finding.ask(
        context ->
            switch (subject) {
              case ConditionDraft.CATEGORY ->
                  desk.bought(SegmentRule.Trait.CATEGORY, start, MOST_VALUES, context);
              case ConditionDraft.BRAND ->
                  desk.bought(SegmentRule.Trait.BRAND, start, MOST_VALUES, context);
              case ConditionDraft.TOPIC -> desk.values("topic", start, MOST_VALUES, context);
              default -> desk.values(subject, start, MOST_VALUES, context);
            });
  }

  /** Reads the segments anew: somebody changed them. */
  void changed() {
    if (looked && ground.valueProperty().get() != null) {
      changes.add(() -> {});
    }
  }

  /** Opens the customers anew: there are others, or more is known of them. */
  void dataChanged() {
    load();
  }

  void close() {
    ground.forget();
    counting.forget();
    finding.forget();
  }

  private Saved read() {
    List<RuleSegment> segments = desk.segments().segments();
    return new Saved(
        segments,
        segments.stream()
            .collect(
                Collectors.toMap(
                    RuleSegment::id, each -> desk.count(each.rule(), JobContext.detached()))),
        desk.undoable().orElse(null),
        desk.redoable().orElse(null));
  }

  private void show(Saved now) {
    saved.set(now);
    List<Long> ids = new ArrayList<>(now.segments().stream().map(RuleSegment::id).toList());
    Long wanted = selected.get();
    if (toLast) {
      wanted = ids.stream().max(Comparator.naturalOrder()).orElse(null);
    } else if (wanted == null || !ids.contains(wanted)) {
      wanted = ids.isEmpty() ? null : ids.getFirst();
    }
    toLast = false;
    if (wanted == null ? selected.get() == null : wanted.equals(selected.get())) {
      edit();
    } else {
      selected.set(wanted);
    }
  }

  /** Takes the saved rule into the editor, unless it stands there already or is being finished. */
  private void edit() {
    Saved now = saved.get();
    Long id = selected.get();
    Optional<RuleSegment> segment =
        now == null || id == null
            ? Optional.empty()
            : now.segments().stream().filter(each -> each.id() == id).findFirst();
    if (segment.isEmpty()) {
      draft.set(null);
      count.set(null);
      editing = null;
      return;
    }
    SegmentRule rule = segment.get().rule();
    RuleDraft.Group standing = draft.get();
    boolean same = id.equals(editing) && standing != null;
    boolean unfinished = same && standing.rule().isEmpty() && rule.equals(before);
    boolean stands = same && standing.rule().filter(rule::equals).isPresent();
    if (!unfinished && !stands) {
      draft.set(RuleDraft.of(rule));
    }
    editing = id;
    before = rule;
    count();
  }

  private void count() {
    Optional<SegmentRule> rule = Optional.ofNullable(draft.get()).flatMap(RuleDraft::rule);
    if (rule.isEmpty()) {
      counting.forget();
      count.set(null);
    } else {
      counting.ask(context -> desk.count(rule.get(), context));
    }
  }
}
