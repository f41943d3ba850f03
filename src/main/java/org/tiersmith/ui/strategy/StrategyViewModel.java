package org.tiersmith.ui.strategy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.service.GivenNames;
import org.tiersmith.service.PairRow;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.ScenarioBoard;
import org.tiersmith.service.ScenarioEntry;
import org.tiersmith.service.ScenarioShelf;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.Explanation;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.ProbabilityHistogram;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.task.Lane;
import org.tiersmith.task.LatestWins;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Loading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;
import org.tiersmith.ui.strategy.WhatIf.Answer;

/**
 * State and commands of the strategy screen. Edits land on the shelf at once; what they would earn
 * is computed in the background, only ever for the latest of them. On the FX thread.
 */
final class StrategyViewModel {
  /** Why a pair gets its discount. */
  record Explained(PairRow row, Explanation why) {}

  /** What is read before anything is shown. */
  private record Loaded(StrategyGround ground, List<Integer> largest) {}

  static final int BINS = 60;
  private static final int MOST_SEGMENTS = 40;

  /** What took no longer may come again within the frame. */
  private static final double AT_ONCE_MILLIS = 2;

  private static final Text LOAD = Text.of("ui.strategy.load", "Reading the scored pairs");
  private static final Text EXPLAIN = Text.of("ui.strategy.explain", "Explaining a row");

  private final StrategyDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final Pace pace;
  private final Runnable stopListening;
  private final LatestWins<Answer> latest;
  private final Details details;
  private final Comparisons comparisons;
  private final Loading<Optional<Loaded>> loading;
  private final ReadOnlyObjectWrapper<@Nullable StrategyGround> ground =
      new ReadOnlyObjectWrapper<>(this, "ground");
  private final ReadOnlyObjectWrapper<ScenarioBoard> board;
  private final ReadOnlyObjectWrapper<@Nullable Scenario> current =
      new ReadOnlyObjectWrapper<>(this, "current");
  private final ReadOnlyObjectWrapper<@Nullable Answer> answer =
      new ReadOnlyObjectWrapper<>(this, "answer");
  private final ReadOnlyObjectWrapper<@Nullable Text> trouble =
      new ReadOnlyObjectWrapper<>(this, "trouble");
  private final ReadOnlyObjectWrapper<@Nullable Explained> explained =
      new ReadOnlyObjectWrapper<>(this, "explained");
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
  private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
  private @Nullable WhatIf whatIf;
  private List<Integer> largest = List.of();

  /**
   * @param pace where and when what-if questions are answered
   */
  StrategyViewModel(StrategyDesk desk, Tasks tasks, Notices notices, Pace pace) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    this.pace = pace;
    board = new ReadOnlyObjectWrapper<>(this, "board", desk.shelf().board());
    latest = new LatestWins<>(pace.quick(), pace.frame(), this::answered, this::unanswered);
    details = new Details(desk, pace, notices::problem);
    comparisons = new Comparisons(desk, this, pace, notices::problem);
    details.settledProperty().subscribe(now -> comparisons.ask());
    details.settledProperty().subscribe(now -> explainAgain());
    loading = new Loading<>(tasks, notices, LOAD, context -> read(), this::show);
    stopListening = desk.listen(change -> tasks.fx().execute(() -> changed(change)));
    takeBoard();
    loading.load();
  }

  ReadOnlyObjectProperty<LoadState> stateProperty() {
    return loading.stateProperty();
  }

  /** What strategies stand on; null unless {@link LoadState#READY}. */
  ReadOnlyObjectProperty<@Nullable StrategyGround> groundProperty() {
    return ground.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<ScenarioBoard> boardProperty() {
    return board.getReadOnlyProperty();
  }

  /** The scenario being worked on; null while there is none. */
  ReadOnlyObjectProperty<@Nullable Scenario> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** The latest answer; a moment behind the sliders. */
  ReadOnlyObjectProperty<@Nullable Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Why there is no answer, where a person can do something about it. */
  ReadOnlyObjectProperty<@Nullable Text> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** What comes a moment after the answer. */
  Details details() {
    return details;
  }

  /** All scenarios side by side. */
  Comparisons comparisons() {
    return comparisons;
  }

  ReadOnlyObjectProperty<@Nullable Explained> explainedProperty() {
    return explained.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty redoableProperty() {
    return redoable.getReadOnlyProperty();
  }

  Optional<Text> undoLabel() {
    return desk.shelf().undoable();
  }

  Optional<Text> redoLabel() {
    return desk.shelf().redoable();
  }

  /** The scenario compared with; empty for no discount. */
  Optional<ScenarioEntry> compared() {
    return board.get().compared().filter(entry -> entry.id() != currentId());
  }

  /** Id of the scenario being worked on; {@link ScenarioBoard#BASELINE} without one. */
  long currentId() {
    return board.get().current().map(ScenarioEntry::id).orElse(ScenarioBoard.BASELINE);
  }

  /**
   * Changes the current scenario; a change that is not possible becomes a notice.
   *
   * @param gesture equal for moves of one drag, empty for a change that stands alone
   */
  void edit(String gesture, UnaryOperator<Scenario> edit) {
    onShelf(shelf -> shelf.edit(currentId(), gesture, edit));
  }

  /** Gives the current scenario another kind of policy, with settings that suit the data. */
  void choose(PolicyKind kind) {
    Scenario shown = current.get();
    if (shown != null && PolicyKind.of(shown.policy()) != kind) {
      start(kind).ifPresent(policy -> edit("", Edits.policy(policy)));
    }
  }

  /** Adds a scenario like the current one but of that policy. */
  void add(PolicyKind kind, String name) {
    Scenario shown = current.get();
    if (shown != null) {
      start(kind)
          .map(policy -> Edits.policy(policy).apply(shown))
          .map(s -> s.withName(name))
          .ifPresent(scenario -> onShelf(shelf -> shelf.add(scenario)));
    }
  }

  /** A policy of that kind that suits the data; none where the data do not allow it. */
  Optional<Policy> start(PolicyKind kind) {
    StrategyGround now = ground.get();
    return now == null
        ? Optional.empty()
        : now.starts().stream().filter(policy -> PolicyKind.of(policy) == kind).findFirst();
  }

  void select(long id) {
    onShelf(shelf -> shelf.select(id));
  }

  void compareWith(long id) {
    onShelf(shelf -> shelf.compareWith(id));
  }

  void duplicate() {
    onShelf(shelf -> shelf.duplicate(currentId()));
  }

  void rename(String name) {
    onShelf(shelf -> shelf.rename(currentId(), name));
  }

  void remove() {
    onShelf(shelf -> shelf.remove(currentId()));
  }

  void undo() {
    onShelf(ScenarioShelf::undo);
  }

  void redo() {
    onShelf(ScenarioShelf::redo);
  }

  /** Makes a plan of the current scenario that no longer changes. */
  void freeze() {
    Scenario shown = current.get();
    if (shown != null) {
      tasks.start(
          Text.of("ui.strategy.freeze", "Freeze {0}", GivenNames.scenario(shown.name())),
          Lane.LIGHT,
          context -> desk.freeze(shown, context),
          plan ->
              notices.done(
                  Text.of(
                      "ui.strategy.frozen",
                      "{0} is frozen as a plan. It stands under Plan, ready to export.",
                      GivenNames.scenario(plan.plan().name()))));
    }
  }

  /** Says why a row has its discount; null forgets the last one. */
  void explain(@Nullable PairRow row) {
    Scenario shown = current.get();
    if (row == null || shown == null) {
      explained.set(null);
      return;
    }
    tasks.quietly(
        EXPLAIN,
        context -> new Explained(row, desk.explain(shown, row.pair())),
        found -> {
          if (shown.equals(current.get())) {
            explained.set(found);
          }
        },
        notices::problem);
  }

  /** The row that is explained is explained anew under what the scenario has become. */
  private void explainAgain() {
    Explained shown = explained.get();
    if (shown != null) {
      explain(shown.row());
    }
  }

  /** Stops listening and computing. */
  void close() {
    stopListening.run();
    loading.close();
    latest.close();
    details.close();
    comparisons.close();
  }

  private void onShelf(Consumer<ScenarioShelf> command) {
    try {
      command.accept(desk.shelf());
    } catch (Problem problem) {
      notices.problem(problem);
    }
  }

  private void changed(ProjectChange change) {
    switch (change) {
      case SCENARIOS_CHANGED -> takeBoard();
      case PAIRS_SCORED, SEGMENTATION_CHANGED, DATA_IMPORTED -> loading.load();
      case PORTRAITS_BUILT,
          TEXTS_CHANGED,
          SEASONS_CHANGED,
          RUN_STARTED,
          RUN_POINT,
          RUN_ENDED,
          PLANS_CHANGED -> {}
    }
  }

  private void takeBoard() {
    board.set(desk.shelf().board());
    current.set(board.get().current().map(ScenarioEntry::scenario).orElse(null));
    undoable.set(undoLabel().isPresent());
    redoable.set(redoLabel().isPresent());
    ask();
    comparisons.ask();
  }

  /** The largest segments, by their index, as many as a window can show. */
  List<Integer> largestSegments() {
    return largest;
  }

  private static List<Integer> largest(StrategyGround ground) {
    List<ProbabilityHistogram> all = ground.distributions();
    if (all.size() <= MOST_SEGMENTS) {
      return IntStream.range(0, all.size()).boxed().toList();
    }
    long[] size = all.stream().mapToLong(h -> Arrays.stream(h.counts()).sum()).toArray();
    return IntStream.range(0, size.length)
        .boxed()
        .sorted(Comparator.comparingLong(i -> -size[i]))
        .limit(MOST_SEGMENTS)
        .sorted()
        .toList();
  }

  private Optional<Loaded> read() throws Exception {
    if (!desk.isReady()) {
      return Optional.empty();
    }
    desk.proposeScenarios();
    StrategyGround read = desk.ground(BINS);
    return Optional.of(new Loaded(read, largest(read)));
  }

  private boolean show(Optional<Loaded> loaded) {
    Optional<StrategyGround> found = loaded.map(Loaded::ground);
    largest = loaded.map(Loaded::largest).orElse(List.of());
    details.forget();
    explained.set(null);
    whatIf = found.map(now -> new WhatIf(desk, end(now))).orElse(null);
    ground.set(found.orElse(null));
    takeBoard();
    return found.isPresent();
  }

  /** The highest purchase probability, rounded up: where charts over it end. */
  static double end(StrategyGround ground) {
    ProbabilityHistogram any = ground.distributions().getFirst();
    return any.edges()[any.edges().length - 1];
  }

  private void ask() {
    WhatIf asked = whatIf;
    Scenario shown = current.get();
    if (asked != null && shown != null) {
      Scenario other = compared().map(ScenarioEntry::scenario).orElse(null);
      latest.request(context -> asked.answer(shown, other, context::isCancelled));
      Answer before = answer.get();
      if (before != null && before.millis() < AT_ONCE_MILLIS) {
        pace.soon().run();
      }
      details.ask(new Details.Question(shown, other, others(), asked.end()));
    }
  }

  /** The scenarios that are neither current nor compared. */
  private List<Scenario> others() {
    long other = compared().map(ScenarioEntry::id).orElse(ScenarioBoard.BASELINE);
    return board.get().entries().stream()
        .filter(entry -> entry.id() != currentId() && entry.id() != other)
        .map(ScenarioEntry::scenario)
        .toList();
  }

  private void answered(Answer now) {
    trouble.set(null);
    answer.set(now);
  }

  private void unanswered(Throwable thrown) {
    answer.set(null);
    if (thrown instanceof Problem problem) {
      trouble.set(problem.text());
    } else {
      notices.problem(thrown);
    }
  }
}
