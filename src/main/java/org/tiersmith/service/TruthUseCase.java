package org.tiersmith.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tiersmith.model.Problem;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.model.Text;
import org.tiersmith.project.RowCounts;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.sample.SampleShop;
import org.tiersmith.sample.SampleTruth;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.ScenarioDefaults;
import org.tiersmith.task.JobContext;

/**
 * Judges policies by the truth, which is known of a sample shop: each decides with what the model
 * has learned, and earns what the true probabilities bring.
 */
public final class TruthUseCase {
  private static final double[] BUDGET_SHARES = {0.1, 0.25, 0.5, 0.75, 1};

  /** An alpha at which the classic rule gives everybody the highest tier. */
  private static final double MOST_ALPHA = 1e3;

  /** A base, and one to take off it, at which the similarity rule does so too. */
  private static final double MOST_BASE = 3;

  private final ImportUseCase data;
  private final CustomerUseCase customers;
  private final StrategyUseCase strategy;

  TruthUseCase(ImportUseCase data, CustomerUseCase customers, StrategyUseCase strategy) {
    this.data = data;
    this.customers = customers;
    this.strategy = strategy;
  }

  /**
   * Judges every policy on the scored pairs.
   *
   * @param seed that the sample shop was made with
   * @throws Problem when the project does not hold that sample shop, or no pairs are scored
   */
  public TruthReport judge(long seed, JobContext context) {
    ScoredPairs pairs = strategy.pairs();
    context.progress(0, Text.of("progress.truth.make", "Looking up the truth"));
    ScoredPairs truth = truth(pairs, seed);
    PolicyJudge judge = new PolicyJudge(learned(pairs), portfolio(truth), context::isCancelled);
    double rate = ScenarioDefaults.TIERS.rates().get(1).value();
    double budget = judge.cost(new Policy.Fixed(rate));
    return new TruthReport(
        pairs.size(),
        budget,
        rate,
        policies(judge, budget, rate, context.part(0.2, 0.7)),
        causes(judge, pairs, truth, budget),
        budgets(judge, context.part(0.8, 1)),
        LearnedFit.of(pairs.p0(), truth.p0(), pairs.k(), truth.k()));
  }

  private List<JudgedPolicy> policies(
      PolicyJudge judge, double budget, double rate, JobContext context) {
    context.progress(0, Text.of("progress.truth.judge", "Judging the policies"));
    List<JudgedPolicy> judged = new ArrayList<>();
    judged.add(judge.judgeRandom("random", budget, 1));
    judged.add(judge.judge("fixed", new Policy.Fixed(rate)));
    judged.add(
        judge.judgeAtCost(
            "classic", alpha -> new Policy.Classic(Alpha.of(alpha)), MOST_ALPHA, budget));
    context.progress(0.4, Text.of("progress.truth.judge", "Judging the policies"));
    Alpha alpha = ScenarioDefaults.target(judge.learned()).alpha();
    judged.add(
        judge.judgeAtCost(
            "target",
            target -> new Policy.Target(alpha, Math.clamp(target, 1e-9, 1 - 1e-9)),
            1,
            budget));
    if (judge.learned().similarity().length > 0) {
      judged.add(
          judge.judgeAtCost(
              "similarity", base -> new Policy.Similarity(base - 1, 1), MOST_BASE, budget));
    }
    judged.add(judge.judge("profit", new Policy.ProfitOptimum()));
    judged.add(judge.judge("budget", new Policy.BudgetOptimum(budget)));
    return judged;
  }

  /** The budget optimum with one of the two learned columns replaced by the true one. */
  private List<JudgedPolicy> causes(
      PolicyJudge judge, ScoredPairs pairs, ScoredPairs truth, double budget) {
    Policy policy = new Policy.BudgetOptimum(budget);
    return List.of(
        judge.judge("true p0, learned k", portfolio(with(pairs, truth.p0(), pairs.k())), policy),
        judge.judge("learned p0, true k", portfolio(with(pairs, pairs.p0(), truth.k())), policy));
  }

  private static List<JudgedPolicy> budgets(PolicyJudge judge, JobContext context) {
    double free = judge.cost(new Policy.ProfitOptimum());
    List<JudgedPolicy> judged = new ArrayList<>();
    for (double share : BUDGET_SHARES) {
      context.progress(share, Text.of("progress.truth.judge", "Judging the policies"));
      Policy policy = new Policy.BudgetOptimum(share * free);
      judged.add(judge.judge(String.format("budget %.0f %%", 100 * share), policy));
    }
    return judged;
  }

  private Portfolio learned(ScoredPairs pairs) {
    Portfolio plain = portfolio(pairs);
    return pairs.hasSimilarity() ? plain.withSimilarity(pairs.similarity()) : plain;
  }

  private Portfolio portfolio(ScoredPairs pairs) {
    return Portfolio.of(pairs, customers.segmentation());
  }

  private static ScoredPairs with(ScoredPairs pairs, double[] p0, double[] k) {
    return new ScoredPairs(
        pairs.customerIds(),
        pairs.productIds(),
        pairs.customer(),
        pairs.product(),
        p0,
        k,
        pairs.listPrice(),
        pairs.unitCost());
  }

  /** The same pairs with true values, as of the day after the last event. */
  private ScoredPairs truth(ScoredPairs pairs, long seed) {
    SampleTruth truth = new SampleShop(settings(seed)).truth();
    double[] p0 = new double[pairs.size()];
    double[] k = new double[pairs.size()];
    Arrays.setAll(p0, i -> p0(truth, pairs, i, seed));
    Arrays.setAll(k, i -> truth.k(customer(pairs, i), product(pairs, i)));
    return with(pairs, p0, k);
  }

  private static double p0(SampleTruth truth, ScoredPairs pairs, int i, long seed) {
    String customer = customer(pairs, i);
    String product = product(pairs, i);
    double price = pairs.listPrice()[i];
    if (!truth.knows(customer, product, price, pairs.unitCost()[i])) {
      throw notThatShop(seed);
    }
    return truth.p0(customer, product, SampleTruth.TODAY, price);
  }

  private static String customer(ScoredPairs pairs, int i) {
    return pairs.customerIds().get(pairs.customer()[i]);
  }

  private static String product(ScoredPairs pairs, int i) {
    return pairs.productIds().get(pairs.product()[i]);
  }

  /** The truth does not depend on how many exposures were drawn. */
  private SampleSettings settings(long seed) {
    DatasetView dataset = data.current().orElseThrow(() -> notThatShop(seed));
    RowCounts counts = dataset.counts();
    try {
      return new SampleSettings(
          Math.clamp(counts.customers(), 0, Integer.MAX_VALUE),
          Math.clamp(counts.products(), 0, Integer.MAX_VALUE),
          0,
          seed,
          SampleLanguage.of(dataset.language()));
    } catch (Problem tooLarge) {
      throw notThatShop(seed);
    }
  }

  private static Problem notThatShop(long seed) {
    return Problem.of(
        "truth.other-shop",
        "This project does not hold the sample shop of seed {0}; the truth is known of sample shops"
            + " alone. Give the seed that its files were made with.",
        Long.toString(seed));
  }
}
