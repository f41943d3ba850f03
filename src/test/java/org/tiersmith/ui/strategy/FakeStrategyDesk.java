package org.tiersmith.ui.strategy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tiersmith.model.Provenance;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.model.Segmentation;
import org.tiersmith.model.Text;
import org.tiersmith.plan.FrozenPlan;
import org.tiersmith.response.AlphaEstimate;
import org.tiersmith.response.AlphaEstimator;
import org.tiersmith.response.Exposures;
import org.tiersmith.response.ResponseFits;
import org.tiersmith.response.ResponseFitter;
import org.tiersmith.service.AlphaSuggestion;
import org.tiersmith.service.FrontierView;
import org.tiersmith.service.Name;
import org.tiersmith.service.PairRow;
import org.tiersmith.service.PlanView;
import org.tiersmith.service.Preferences;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RowPage;
import org.tiersmith.service.RowQuery;
import org.tiersmith.service.ScenarioShelf;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.service.Workbench;
import org.tiersmith.strategy.BoundBy;
import org.tiersmith.strategy.BudgetFrontier;
import org.tiersmith.strategy.CurvePoints;
import org.tiersmith.strategy.Decisions;
import org.tiersmith.strategy.Economics;
import org.tiersmith.strategy.Evaluator;
import org.tiersmith.strategy.Explanation;
import org.tiersmith.strategy.GainsAndLosses;
import org.tiersmith.strategy.GuardrailFindings;
import org.tiersmith.strategy.Outcome;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.ScenarioDefaults;
import org.tiersmith.strategy.Scope;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;

/** A desk over a made-up portfolio and the real kernel; its shelf is that of a real project. */
public final class FakeStrategyDesk implements StrategyDesk, AutoCloseable {
  private static final List<String> SEGMENTS =
      List.of("Champions", "Loyal", "New", "At risk", "Price hunters");
  private static final List<String> CATEGORIES = List.of("Kitchen", "Outdoor", "Home");
  private static final List<String> TITLES =
      List.of(
          "Noise-cancelling headset",
          "陶瓷手冲咖啡壶 600 ml",
          "Cast-iron pan, 28 cm",
          "Trail running jacket, rain",
          "Wool throw, double weave",
          "儿童防晒速干T恤",
          "Desk lamp, dimmable");

  private final ProjectSession session;
  private final ScoredPairs pairs;
  private final Portfolio portfolio;
  private final ResponseFits fits;
  private final boolean randomised;
  private final List<Consumer<ProjectChange>> listeners = new CopyOnWriteArrayList<>();
  private boolean ready = true;
  private boolean broken;
  private boolean slow;

  /**
   * @param folder where the project behind the shelf goes
   * @param costs whether unit costs are known
   */
  public FakeStrategyDesk(Path folder, int size, boolean costs, boolean randomised) {
    this.session =
        new Workbench(
                new Preferences(folder.resolve("preferences.properties")),
                new SameThreadJobRunner((job, failure) -> {}),
                folder.resolve("models"))
            .create(folder.resolve("test" + System.nanoTime() + ".tiersmith"));
    this.pairs = pairs(size, costs);
    this.randomised = randomised;
    Portfolio scored =
        Portfolio.of(pairs, segmentation(pairs.customerIds()), categories())
            .withSimilarity(similarity(size));
    this.fits = ResponseFitter.fit(exposures(scored), SEGMENTS.size(), () -> false);
    this.portfolio = scored.withResponses(fits.responses());
    session.events().listen(this::publish);
  }

  private static ScoredPairs pairs(int size, boolean costs) {
    Random random = new Random(7);
    int customers = Math.max(5, size / 40);
    double[] p0 = new double[size];
    double[] k = new double[size];
    double[] price = new double[size];
    double[] cost = new double[size];
    int[] customer = new int[size];
    int[] product = new int[size];
    for (int i = 0; i < size; i++) {
      customer[i] = i * customers / size;
      product[i] = random.nextInt(TITLES.size());
      int kind = customer[i] % SEGMENTS.size();
      double centre = 0.32 - 0.05 * kind;
      p0[i] = Math.clamp(centre + 0.11 * random.nextGaussian(), 0.004, 0.78);
      k[i] = Math.max(0.05, 1.2 + 0.7 * kind + 0.4 * random.nextGaussian());
      price[i] = 20 + 10 * random.nextInt(60);
      cost[i] = costs ? price[i] * (0.45 + 0.3 * random.nextDouble()) : Double.NaN;
    }
    List<String> ids = IntStream.range(0, customers).mapToObj("C-%05d"::formatted).toList();
    List<String> products = IntStream.range(0, TITLES.size()).mapToObj("P-%d"::formatted).toList();
    return new ScoredPairs(ids, products, customer, product, p0, k, price, cost);
  }

  /** What would have been seen if each pair had met a discount by chance. */
  private static Exposures exposures(Portfolio scored) {
    Random random = new Random(13);
    double[] offered = {0, 0.05, 0.1, 0.15, 0.2, 0.3};
    int n = 4 * scored.size();
    int[] segment = new int[n];
    double[] rate = new double[n];
    boolean[] purchased = new boolean[n];
    boolean[] heldOut = new boolean[n];
    for (int i = 0; i < n; i++) {
      int pair = i % scored.size();
      segment[i] = scored.segment()[pair];
      rate[i] = offered[random.nextInt(offered.length)];
      double hazard = scored.hazard(pair) + scored.k()[pair] * rate[i];
      purchased[i] = random.nextDouble() < -Math.expm1(-hazard);
      heldOut[i] = random.nextInt(5) == 0;
    }
    return new Exposures(segment, rate, purchased, heldOut);
  }

  private static Map<String, String> categories() {
    Map<String, String> categories = new HashMap<>();
    for (int p = 0; p < TITLES.size(); p++) {
      categories.put("P-" + p, CATEGORIES.get(p % CATEGORIES.size()));
    }
    return categories;
  }

  private static float[] similarity(int size) {
    Random random = new Random(11);
    float[] cosines = new float[size];
    for (int i = 0; i < size; i++) {
      cosines[i] = (float) Math.clamp(0.4 + 0.2 * random.nextGaussian(), -1, 1);
    }
    return cosines;
  }

  private static Segmentation segmentation(List<String> customers) {
    Map<String, Integer> of = new HashMap<>();
    for (int c = 0; c < customers.size(); c++) {
      of.put(customers.get(c), c % SEGMENTS.size());
    }
    return new Segmentation("made-up", SEGMENTS, of);
  }

  /** Scored or not from now on. */
  public FakeStrategyDesk ready(boolean isReady) {
    ready = isReady;
    return this;
  }

  /** From now on the portfolio cannot be read. */
  public void breakDown() {
    broken = true;
  }

  /** From now on contradictions take as long to find as with millions of pairs. */
  FakeStrategyDesk slow() {
    slow = true;
    return this;
  }

  /** Tells the listeners of a change. */
  public void publish(ProjectChange change) {
    listeners.forEach(listener -> listener.accept(change));
  }

  @Override
  public ScenarioShelf shelf() {
    return session.strategy().shelf();
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  @Override
  public StrategyGround ground(int bins) {
    if (broken) {
      throw new IllegalStateException("broken for a test");
    }
    AlphaEstimator estimator = new AlphaEstimator(portfolio.k(), portfolio.customer());
    AlphaEstimate[] bySegment = estimator.bySegment(portfolio.segment(), SEGMENTS.size());
    return StrategyGround.of(
        portfolio,
        new AlphaSuggestion(estimator.all(), List.of(bySegment)),
        fits,
        bins,
        randomised);
  }

  @Override
  public void proposeScenarios() {
    if (shelf().board().entries().isEmpty()) {
      ScenarioDefaults.all(portfolio).forEach(shelf()::add);
    }
  }

  @Override
  public Outcome evaluate(Scenario scenario, BooleanSupplier cancelled) {
    return Evaluator.evaluate(portfolio, scenario, cancelled);
  }

  @Override
  public Outcome figures(Scenario scenario, BooleanSupplier cancelled) {
    return scenario.policy() instanceof Policy.BudgetOptimum budget && budget.bySegment().isEmpty()
        ? BudgetFrontier.of(portfolio, scenario, cancelled).outcome(budget.budget())
        : evaluate(scenario, cancelled);
  }

  @Override
  public CurvePoints granted(Scenario scenario, int points, BooleanSupplier cancelled) {
    return CurvePoints.granted(portfolio, Evaluator.decide(portfolio, scenario), points);
  }

  @Override
  public RowPage rows(Scenario scenario, RowQuery query, BooleanSupplier cancelled) {
    Decisions decisions = Evaluator.decide(portfolio, scenario);
    List<PairRow> all = new ArrayList<>();
    Economics economics = new Economics(portfolio, scenario);
    for (int i = 0; i < portfolio.size(); i++) {
      PairRow row = row(economics, decisions, i);
      if (matches(row, i, query.filter())) {
        all.add(row);
      }
    }
    all.sort((a, b) -> Double.compare(b.incrementalProfit(), a.incrementalProfit()));
    return new RowPage(all.stream().skip(query.offset()).limit(query.limit()).toList(), all.size());
  }

  private boolean matches(PairRow row, int pair, RowQuery.Filter filter) {
    return (filter.segment() < 0 || portfolio.segment()[pair] == filter.segment())
        && (filter.text().isEmpty() || (row.customerId() + row.title()).contains(filter.text()))
        && (filter.boundBy() == null || row.boundBy() == filter.boundBy())
        && (!filter.discounted() || row.rate() > 0);
  }

  private PairRow row(Economics economics, Decisions decisions, int i) {
    double rate = decisions.rate(i);
    return new PairRow(
        i,
        pairs.customerIds().get(pairs.customer()[i]),
        pairs.productIds().get(pairs.product()[i]),
        TITLES.get(pairs.product()[i]),
        SEGMENTS.get(portfolio.segment()[i]),
        portfolio.p0()[i],
        portfolio.listPrice()[i],
        rate,
        portfolio.listPrice()[i] * (1 - rate),
        BoundBy.of(decisions.boundBy()[i]),
        economics.incrementalProfit(i, decisions.tier()[i]));
  }

  @Override
  public Explanation explain(Scenario scenario, int pair) {
    return Evaluator.explain(portfolio, scenario, Evaluator.decide(portfolio, scenario), pair);
  }

  @Override
  public Optional<FrontierView> frontier(Scenario scenario, int points, BooleanSupplier cancelled) {
    return portfolio.anyCostKnown()
        ? Optional.of(FrontierView.of(BudgetFrontier.of(portfolio, scenario, cancelled), points))
        : Optional.empty();
  }

  @Override
  public List<Text> findings(Scenario scenario, BooleanSupplier cancelled) {
    for (long end = System.nanoTime() + 60_000_000; slow && System.nanoTime() < end; ) {
      Thread.onSpinWait();
    }
    return GuardrailFindings.of(portfolio, scenario, cancelled);
  }

  @Override
  public List<GainsAndLosses> gains(Scenario one, Scenario other, BooleanSupplier cancelled) {
    return GainsAndLosses.of(portfolio, one, other, cancelled);
  }

  @Override
  public List<Name> names(Scope scope, String text, int most) {
    List<String> all =
        switch (scope) {
          case SEGMENT -> SEGMENTS;
          case CATEGORY -> CATEGORIES;
          case PRODUCT -> pairs.productIds();
          case CUSTOMER -> pairs.customerIds();
        };
    return all.stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
        .limit(most)
        .map(name -> new Name(name, name))
        .toList();
  }

  @Override
  public PlanView freeze(Scenario scenario, JobContext context) {
    return plan(1, scenario, evaluate(scenario, () -> false));
  }

  /** A plan view as the service would give it. */
  public static PlanView plan(long id, Scenario scenario, Outcome outcome) {
    Provenance provenance =
        new Provenance(
            "plan",
            "3f9a".repeat(16),
            Map.of("run", "12", "segments", "made-up"),
            17,
            Map.of("tiersmith", "0.1.0"),
            "cpu",
            java.time.Instant.parse("2026-09-01T10:15:00Z"));
    return new PlanView(
        id,
        java.time.Instant.parse("2026-09-01T10:15:00Z"),
        FrozenPlan.freeze(scenario.name(), scenario, "made-up", null, outcome, provenance));
  }

  @Override
  public Runnable listen(Consumer<ProjectChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    session.close();
  }
}
