package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.service.FrontierView;
import org.tiersmith.strategy.Figures;
import org.tiersmith.strategy.GuardrailEffect;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.task.Job;
import org.tiersmith.task.LatestWins;

/**
 * What may come a moment after the figures: curves that visit every pair, the frontier with the
 * other scenarios below it, and contradictions. What is shown stays until it is replaced. Where it
 * is quick it follows the slider; where it is not, it waits until the slider rests. On the window's
 * thread.
 */
final class Details {
  /** The rates granted by policies that are no rule of the probability; null where it is one. */
  record Granted(@Nullable RateCurve current, @Nullable RateCurve compared) {}

  /** A scenario's place below the frontier. */
  record Placed(Scenario scenario, double cost, double profit) {}

  /**
   * The frontier.
   *
   * @param view null where no pair's cost is known
   * @param others the scenarios that are neither current nor compared
   */
  record Under(@Nullable FrontierView view, List<Placed> others) {}

  /** What is asked. */
  record Question(
      Scenario current, @Nullable Scenario compared, List<Scenario> others, double end) {}

  /** What is computed, each for itself. */
  private enum Part {
    CURVES,
    FINDINGS,
    EFFECTS,
    FRONTIER
  }

  private static final int POINTS = 200;
  private static final int MOST_KEPT = 60;
  private static final long QUICK_NANOS = 40_000_000;

  private final StrategyDesk desk;
  private final Pace pace;
  private final LatestWins<Granted> curves;
  private final LatestWins<List<Text>> contradictions;
  private final LatestWins<List<GuardrailEffect>> costs;
  private final LatestWins<Under> frontiers;
  private final ReadOnlyObjectWrapper<Granted> granted =
      new ReadOnlyObjectWrapper<>(this, "granted", new Granted(null, null));
  private final ReadOnlyObjectWrapper<List<Text>> findings =
      new ReadOnlyObjectWrapper<>(this, "findings", List.of());
  private final ReadOnlyObjectWrapper<List<GuardrailEffect>> effects =
      new ReadOnlyObjectWrapper<>(this, "effects", List.of());
  private final ReadOnlyObjectWrapper<@Nullable Under> frontier =
      new ReadOnlyObjectWrapper<>(this, "frontier");
  private final ReadOnlyObjectWrapper<@Nullable Scenario> settled =
      new ReadOnlyObjectWrapper<>(this, "settled");
  private final Map<Scenario, Placed> places = new LinkedHashMap<>();
  private @Nullable Question latest;
  private final AtomicLongArray nanos = new AtomicLongArray(Part.values().length);

  /**
   * @param failed told of what went wrong beside problems of a scenario, which its figures tell
   */
  Details(StrategyDesk desk, Pace pace, Consumer<Throwable> failed) {
    this.desk = desk;
    this.pace = pace;
    Consumer<Throwable> told =
        thrown -> {
          if (!(thrown instanceof Problem)) {
            failed.accept(thrown);
          }
        };
    curves = new LatestWins<>(pace.slow(), pace.frame(), granted::set, told);
    contradictions = new LatestWins<>(pace.slow(), pace.frame(), findings::set, told);
    costs = new LatestWins<>(pace.slow(), pace.frame(), effects::set, told);
    frontiers = new LatestWins<>(pace.slow(), pace.frame(), frontier::set, told);
  }

  ReadOnlyObjectProperty<Granted> grantedProperty() {
    return granted.getReadOnlyProperty();
  }

  /** What in the present guardrails contradicts itself or the data. */
  ReadOnlyObjectProperty<List<Text>> findingsProperty() {
    return findings.getReadOnlyProperty();
  }

  /** What guardrails do where the figures alone came first; empty where they told it already. */
  ReadOnlyObjectProperty<List<GuardrailEffect>> effectsProperty() {
    return effects.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Under> frontierProperty() {
    return frontier.getReadOnlyProperty();
  }

  /** The scenario that the sliders rest on, for what is read row by row. */
  ReadOnlyObjectProperty<@Nullable Scenario> settledProperty() {
    return settled.getReadOnlyProperty();
  }

  /** Asks anew; the pairs may be others than before. */
  void forget() {
    pace.slow().execute(places::clear);
    for (Part part : Part.values()) {
      nanos.set(part.ordinal(), 0);
    }
  }

  void ask(Question question) {
    latest = question;
    if (isQuick()) {
      askNow(question);
    } else {
      pace.rest()
          .execute(
              () -> {
                if (question.equals(latest)) {
                  askNow(question);
                }
              });
    }
  }

  private void askNow(Question question) {
    settled.set(question.current());
    curves.request(timed(Part.CURVES, context -> curves(question, context::isCancelled)));
    contradictions.request(
        timed(Part.FINDINGS, context -> desk.findings(question.current(), context::isCancelled)));
    costs.request(timed(Part.EFFECTS, context -> effects(question, context::isCancelled)));
    frontiers.request(timed(Part.FRONTIER, context -> under(question, context::isCancelled)));
  }

  void close() {
    latest = null;
    curves.close();
    contradictions.close();
    costs.close();
    frontiers.close();
  }

  private boolean isQuick() {
    return Stream.of(Part.values()).allMatch(part -> nanos.get(part.ordinal()) < QUICK_NANOS);
  }

  private <T> Job<T> timed(Part part, Job<T> job) {
    return context -> {
      long start = System.nanoTime();
      try {
        return job.run(context);
      } finally {
        nanos.set(part.ordinal(), System.nanoTime() - start);
      }
    };
  }

  private Granted curves(Question question, BooleanSupplier cancelled) {
    return new Granted(
        curve(question.current(), question.end(), cancelled),
        curve(question.compared(), question.end(), cancelled));
  }

  private @Nullable RateCurve curve(
      @Nullable Scenario scenario, double end, BooleanSupplier cancelled) {
    return scenario == null || PolicyKind.of(scenario.policy()).isRule()
        ? null
        : RateCurve.ofGranted(desk, scenario, end, cancelled);
  }

  private List<GuardrailEffect> effects(Question question, BooleanSupplier cancelled) {
    return question.current().policy() instanceof Policy.BudgetOptimum
        ? desk.evaluate(question.current(), cancelled).guardrails()
        : List.of();
  }

  private Under under(Question question, BooleanSupplier cancelled) {
    Optional<FrontierView> view = desk.frontier(question.current(), POINTS, cancelled);
    List<Placed> others = new ArrayList<>();
    if (view.isPresent()) {
      for (Scenario other : question.others()) {
        place(other, cancelled).ifPresent(others::add);
      }
    }
    return new Under(view.orElse(null), others);
  }

  /** A scenario that cannot be reckoned with tells so when it is the current one. */
  private Optional<Placed> place(Scenario scenario, BooleanSupplier cancelled) {
    Placed known = places.get(scenario);
    if (known == null) {
      try {
        Figures all = desk.figures(scenario, cancelled).all();
        known = new Placed(scenario, all.discountCost(), all.incrementalProfit());
      } catch (Problem problem) {
        return Optional.empty();
      }
      if (places.size() >= MOST_KEPT) {
        places.clear();
      }
      places.put(scenario, known);
    }
    return Optional.of(known).filter(placed -> !Double.isNaN(placed.profit()));
  }
}
