package org.tiersmith.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.response.ResponseFits;
import org.tiersmith.response.ResponseKind;
import org.tiersmith.response.SegmentFit;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.ProbabilityHistogram;

/**
 * What strategies stand on: the scored pairs in summary, and a policy of each kind to start from.
 *
 * @param pairs how many pairs are scored
 * @param costKnown how many of them have a known unit cost
 * @param distributions purchase probabilities per segment, in the portfolio's order
 * @param alpha what the learned response suggests
 * @param starts a policy of each kind that the data allow, scaled to the portfolio
 * @param randomised whether discounts were given independently of customer and product, so that
 *     their learned effect may be read as a cause
 * @param fits how purchases answer discounts by the shop's own exposures; null where nobody asked
 * @param categories of products, that guardrails and budgets may name
 */
public record StrategyGround(
    long pairs,
    long costKnown,
    List<ProbabilityHistogram> distributions,
    AlphaSuggestion alpha,
    List<Policy> starts,
    boolean randomised,
    @Nullable ResponseFits fits,
    List<String> categories) {
  private static final double USUAL_RATE = 0.1;

  public StrategyGround {
    distributions = List.copyOf(distributions);
    starts = List.copyOf(starts);
    categories = List.copyOf(categories);
  }

  /** Whether responses are fitted per segment: exposures had different discounts. */
  public boolean fitted() {
    return fits != null && fits.rates().size() > 1;
  }

  /**
   * What the response that a scenario reckons with suggests for alpha: as learned for each pair, or
   * as fitted to the exposures of each segment.
   */
  public AlphaSuggestion alpha(ResponseKind response) {
    return response == ResponseKind.LEARNED || fits == null
        ? alpha
        : new AlphaSuggestion(
            fits.all().alpha(), fits.segments().stream().map(SegmentFit::alpha).toList());
  }

  /** The segments' names. */
  public List<String> segments() {
    return distributions.stream().map(ProbabilityHistogram::segment).toList();
  }

  /** A summary of a portfolio. */
  public static StrategyGround of(
      Portfolio portfolio,
      AlphaSuggestion alpha,
      @Nullable ResponseFits fits,
      int bins,
      boolean randomised) {
    return new StrategyGround(
        portfolio.size(),
        Arrays.stream(portfolio.unitCost()).filter(cost -> !Double.isNaN(cost)).count(),
        ProbabilityHistogram.of(portfolio, bins),
        alpha,
        starts(portfolio),
        randomised,
        fits,
        portfolio.keys().categories());
  }

  private static List<Policy> starts(Portfolio portfolio) {
    List<Policy> starts = new ArrayList<>();
    starts.add(Proposals.classic(portfolio));
    starts.add(Proposals.target(portfolio));
    if (portfolio.similarity().length > 0) {
      starts.add(Proposals.similarity(portfolio));
    }
    starts.add(new Policy.Fixed(USUAL_RATE));
    starts.add(new Policy.SegmentRates(USUAL_RATE, Map.of()));
    if (portfolio.anyCostKnown()) {
      starts.add(new Policy.ProfitOptimum());
      starts.add(Proposals.budget(portfolio));
    }
    return starts;
  }
}
