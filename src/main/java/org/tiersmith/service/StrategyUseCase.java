package org.tiersmith.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.model.Text;
import org.tiersmith.project.ArtifactId;
import org.tiersmith.project.ScoreSet;
import org.tiersmith.response.AlphaEstimate;
import org.tiersmith.response.AlphaEstimator;
import org.tiersmith.response.ResponseFits;
import org.tiersmith.response.ResponseKind;
import org.tiersmith.strategy.CurvePoints;
import org.tiersmith.strategy.Decisions;
import org.tiersmith.strategy.Evaluator;
import org.tiersmith.strategy.Explanation;
import org.tiersmith.strategy.GainsAndLosses;
import org.tiersmith.strategy.GuardrailFindings;
import org.tiersmith.strategy.Guardrails;
import org.tiersmith.strategy.Outcome;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.ScenarioDefaults;
import org.tiersmith.strategy.Scope;
import org.tiersmith.task.JobContext;

/** Shapes a strategy over the scored pairs. Thread-safe. */
public final class StrategyUseCase {
  private final RunUseCase runs;
  private final ScoringUseCase scoring;
  private final CustomerUseCase customers;
  private final ResponseUseCase responses;
  private final ScenarioShelf shelf;
  private final WhatIfAnswers whatIf = new WhatIfAnswers();
  private final Frontiers frontiers = new Frontiers();

  /** The portfolio in use, valid for one set of scores and one segmentation. */
  record Current(
      ScoreSet scores,
      String segmentation,
      ScoredPairs pairs,
      Portfolio portfolio,
      Map<String, String> titles,
      @Nullable ResponseFits fits) {

    Current with(ResponseFits made) {
      return new Current(
          scores, segmentation, pairs, portfolio.withResponses(made.responses()), titles, made);
    }
  }

  /** The decisions looked at last: paging through rows decides once. */
  private record Decided(Portfolio portfolio, Scenario scenario, Decisions decisions) {}

  /** What the screens ask for one after the other, computed once. */
  private record Grounded(Portfolio portfolio, int bins, StrategyGround ground) {}

  /** The order of rows looked at last: paging sorts once. */
  private record Ordered(Portfolio portfolio, Scenario scenario, RowQuery query, int[] order) {}

  private @Nullable Ordered ordered;
  private @Nullable Current current;
  private @Nullable Grounded grounded;
  private @Nullable Decided decided;

  StrategyUseCase(
      RunUseCase runs,
      ScoringUseCase scoring,
      CustomerUseCase customers,
      ResponseUseCase responses,
      ScenarioShelf shelf) {
    this.runs = runs;
    this.scoring = scoring;
    this.customers = customers;
    this.responses = responses;
    this.shelf = shelf;
  }

  /** The scenarios; every edit is saved and can be undone. */
  public ScenarioShelf shelf() {
    return shelf;
  }

  /** Whether pairs have been scored, so that there is something to decide on. */
  public boolean isReady() {
    return scoring.latestScore().isPresent();
  }

  /** The scored pairs by segment; slow at the first call after either changed. */
  public Portfolio portfolio() {
    return current().portfolio();
  }

  /** The scored pairs behind the portfolio, in its order. */
  public ScoredPairs pairs() {
    return current().pairs();
  }

  /**
   * What strategies stand on, with distributions of that many bins; takes a moment when the
   * portfolio has changed.
   */
  public StrategyGround ground(int bins) {
    Current now = fitted();
    Portfolio portfolio = now.portfolio();
    synchronized (this) {
      if (grounded != null && grounded.portfolio() == portfolio && grounded.bins() == bins) {
        return grounded.ground();
      }
    }
    StrategyGround ground =
        StrategyGround.of(portfolio, alphaSuggestion(portfolio), now.fits(), bins, randomised());
    synchronized (this) {
      grounded = new Grounded(portfolio, bins, ground);
    }
    return ground;
  }

  private boolean randomised() {
    return scoring
        .latestScore()
        .map(score -> runs.run(score.runId()).result())
        .map(RunResult::randomised)
        .orElse(false);
  }

  /** The mean rate that a scenario grants near each of that many equal steps of probability. */
  public CurvePoints granted(Scenario scenario, int points, BooleanSupplier cancelled) {
    Portfolio portfolio = current(scenario).portfolio();
    return CurvePoints.granted(portfolio, decide(portfolio, scenario, cancelled), points);
  }

  /** Fills an empty shelf with one scenario per policy, scaled to the portfolio. */
  public synchronized void proposeScenarios() {
    if (shelf.board().entries().isEmpty()) {
      List<Scenario> proposed = ScenarioDefaults.all(portfolio());
      shelf.fill(proposed);
    }
  }

  /** What a scenario is worth; stops with a CancellationException when asked to. */
  public Outcome evaluate(Scenario scenario, BooleanSupplier cancelled) {
    Portfolio portfolio = current(scenario).portfolio();
    return whatIf
        .answer(portfolio, scenario, cancelled)
        .orElseGet(
            () ->
                Evaluator.evaluate(
                    portfolio, scenario, decide(portfolio, scenario, cancelled), cancelled));
  }

  /**
   * The same for a window: of a budget policy all but what guardrails do, which comes from a
   * frontier that holds for every budget at once.
   */
  public Outcome figures(Scenario scenario, BooleanSupplier cancelled) {
    Portfolio portfolio = current(scenario).portfolio();
    return frontiers
        .answer(portfolio, scenario, cancelled)
        .orElseGet(() -> evaluate(scenario, cancelled));
  }

  /** The tier of every pair under a scenario. */
  public Decisions decide(Scenario scenario, BooleanSupplier cancelled) {
    return decide(current(scenario).portfolio(), scenario, cancelled);
  }

  private static AlphaSuggestion alphaSuggestion(Portfolio portfolio) {
    AlphaEstimator estimator = new AlphaEstimator(portfolio.k(), portfolio.customer());
    AlphaEstimate[] bySegment =
        estimator.bySegment(portfolio.segment(), portfolio.segmentNames().size());
    return new AlphaSuggestion(estimator.all(), List.of(bySegment));
  }

  /** Some rows of a scenario, filtered and sorted. */
  public RowPage rows(Scenario scenario, RowQuery query, BooleanSupplier cancelled) {
    Current now = current(scenario);
    Decisions decisions = decide(now.portfolio(), scenario, cancelled);
    PlanRows rows = new PlanRows(now.pairs(), now.portfolio(), scenario, decisions, now.titles());
    return rows.page(order(rows, now.portfolio(), scenario, query), query.offset(), query.limit());
  }

  private int[] order(PlanRows rows, Portfolio portfolio, Scenario scenario, RowQuery query) {
    RowQuery all = new RowQuery(query.filter(), query.sort(), query.ascending(), 0, 0);
    synchronized (this) {
      if (ordered != null
          && ordered.portfolio() == portfolio
          && ordered.scenario().equals(scenario)
          && ordered.query().equals(all)) {
        return ordered.order();
      }
    }
    int[] order = rows.order(all);
    synchronized (this) {
      ordered = new Ordered(portfolio, scenario, all, order);
    }
    return order;
  }

  /**
   * The most that any plan can earn within each budget, under a scenario's tiers, guardrails and
   * response; its own budget and policy do not matter. Empty where no pair's cost is known.
   *
   * @param points how many points to draw
   */
  public Optional<FrontierView> frontier(Scenario scenario, int points, BooleanSupplier cancelled) {
    Portfolio portfolio = current(scenario).portfolio();
    return portfolio.anyCostKnown()
        ? Optional.of(FrontierView.of(frontiers.frontier(portfolio, scenario, cancelled), points))
        : Optional.empty();
  }

  /**
   * Refuses guardrails for segments and categories that no pair has: there are few enough to know
   * them all, so that one which is missing is mistyped. Products and customers may be gone.
   *
   * @throws org.tiersmith.model.Problem for such a name; it lists those there are
   */
  public void checkNames(Guardrails guardrails) {
    NameSearch.check(portfolio(), guardrails);
  }

  /** What in a scenario's guardrails contradicts itself or the data, in sentences. */
  public List<Text> findings(Scenario scenario, BooleanSupplier cancelled) {
    return GuardrailFindings.of(portfolio(), scenario, cancelled);
  }

  /** Who saves more and who less by one scenario than by another, per segment. */
  public List<GainsAndLosses> gains(Scenario one, Scenario other, BooleanSupplier cancelled) {
    return GainsAndLosses.of(portfolio(), one, other, cancelled);
  }

  /** Who or what a guardrail may name: the first that hold a text. */
  public List<Name> names(Scope scope, String text, int most) {
    Current now = current();
    return NameSearch.find(now.portfolio(), now.titles(), scope, text, most);
  }

  /** Why a pair gets its discount. */
  public Explanation explain(Scenario scenario, int pair) {
    Portfolio portfolio = current(scenario).portfolio();
    return Evaluator.explain(portfolio, scenario, decide(portfolio, scenario, () -> false), pair);
  }

  /** As {@link #decide(Scenario, BooleanSupplier)}, over the portfolio that the caller holds. */
  Decisions decide(Portfolio portfolio, Scenario scenario, BooleanSupplier cancelled) {
    synchronized (this) {
      if (decided != null
          && decided.portfolio() == portfolio
          && decided.scenario().equals(scenario)) {
        return decided.decisions();
      }
    }
    Decisions decisions = Evaluator.decide(portfolio, scenario, cancelled);
    synchronized (this) {
      decided = new Decided(portfolio, scenario, decisions);
    }
    return decisions;
  }

  private static Portfolio withSimilarity(ScoredPairs pairs, Portfolio portfolio) {
    return pairs.similarity().length == 0
        ? portfolio
        : portfolio.withSimilarity(pairs.similarity());
  }

  /** Pairs that were scored at some time; those in use are at hand. */
  ScoredPairs scoredPairs(ArtifactId pairs) {
    @Nullable Current now;
    synchronized (this) {
      now = current;
    }
    return now != null && now.scores().pairs().equals(pairs)
        ? now.pairs()
        : scoring.scoredPairs(pairs);
  }

  /** What a scenario stands on: with responses fitted per segment where it reckons with them. */
  Current current(Scenario scenario) {
    return scenario.response() == ResponseKind.LEARNED ? current() : fitted();
  }

  /** Fits outside the lock: others go on with the learned response meanwhile. */
  private Current fitted() {
    Current now = current();
    if (now.fits() != null) {
      return now;
    }
    Current made = now.with(responses.fits(now.portfolio().segmentNames(), JobContext.detached()));
    synchronized (this) {
      if (current != null && current.portfolio() == now.portfolio()) {
        current = made;
      }
      return current != null && current.fits() != null ? current : made;
    }
  }

  /** All that belongs to the portfolio, of one moment. */
  private synchronized Current current() {
    ScoreSet scores = scoring.scores();
    Division by = customers.division();
    if (current == null
        || !current.scores().equals(scores)
        || !current.segmentation().equals(by.key())) {
      ScoredPairs pairs = scoredPairs(scores.pairs());
      current =
          new Current(
              scores,
              by.key(),
              pairs,
              withSimilarity(
                  pairs,
                  Portfolio.of(
                      pairs,
                      customers.segmentation(by, JobContext.detached()),
                      scoring.productCategories())),
              scoring.productTitles(),
              null);
    }
    return current;
  }
}
