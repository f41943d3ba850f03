package org.tiersmith.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.TierLadder;
import org.tiersmith.response.ResponseKind;
import org.tiersmith.service.Proposals;
import org.tiersmith.service.StrategyUseCase;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.Snap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that make a scenario. */
final class PolicyOptions {
  private static final double FIXED_RATE = 0.1;
  private static final String[] RULES = {"classic", "target", "similarity", "fixed", "segment"};

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      required = true,
      description = "classic, target, similarity, fixed, segment, profit or budget")
  private String policy = "";

  @Option(names = "--alpha", paramLabel = "A", description = "strength; fitted to the data without")
  private @Nullable Double alpha;

  @Option(names = "--alpha-segment", paramLabel = "NAME=A", description = "strength for a segment")
  private Map<String, Double> alphaBySegment = new TreeMap<>();

  @Option(names = "--target", paramLabel = "P", description = "target probability")
  private @Nullable Double target;

  @Option(
      names = "--rate",
      paramLabel = "D",
      description = "the rate of the fixed rule, or of segments without their own; 0.1 without")
  private @Nullable Double rate;

  @Option(
      names = "--rate-segment",
      paramLabel = "NAME=D",
      description = "the rate of a segment, for the policy segment")
  private Map<String, Double> rateBySegment = new TreeMap<>();

  @Option(names = "--base", paramLabel = "B0", description = "similarity rule: rate at cosine 0")
  private @Nullable Double base;

  @Option(names = "--slope", paramLabel = "B1", description = "similarity rule: rate per cosine")
  private @Nullable Double slope;

  @Option(names = "--tiers", paramLabel = "0,0.05,...", description = "rates that may be offered")
  private @Nullable String tiers;

  @Option(
      names = "--boundaries",
      paramLabel = "0.05,...",
      description = "raw rates from which each tier above none holds; by --snap without")
  private @Nullable String boundaries;

  @Option(names = "--snap", paramLabel = "down|nearest|up", description = "onto the tiers")
  private @Nullable Snap snap;

  @Option(
      names = "--response",
      paramLabel = "learned|hazard|logit|isotonic",
      description = "how probability answers a discount; learned for each pair without")
  private ResponseKind response = ResponseKind.LEARNED;

  @Option(
      names = "--budget",
      paramLabel = "B",
      description =
          "expected discount cost in all: what the policy budget spends best, what others keep to")
  private @Nullable Double budget;

  @Option(
      names = "--budget-segment",
      paramLabel = "NAME=B",
      description = "a segment's own budget, within the whole; for the policy budget")
  private Map<String, Double> budgetBySegment = new TreeMap<>();

  @Option(
      names = "--budget-category",
      paramLabel = "NAME=B",
      description = "a category's own budget, within the whole; for the policy budget")
  private Map<String, Double> budgetByCategory = new TreeMap<>();

  @Mixin private GuardrailOptions guardrails = new GuardrailOptions();

  /** The scenario that the options ask for; what they leave open is fitted to the portfolio. */
  Scenario scenario(StrategyUseCase strategy) {
    policy = policy.toLowerCase(Locale.ROOT);
    Policy made = policy(strategy);
    Double whole = made instanceof Policy.BudgetOptimum ? null : budget;
    return new Scenario(
        policy,
        made,
        tiers == null ? Proposals.tiers() : TierLadder.of(rates(tiers)),
        snap == null ? Snap.DOWN : snap,
        boundaries == null ? null : Arrays.stream(rates(boundaries)).boxed().toList(),
        response,
        guardrails.guardrails(whole));
  }

  private Policy policy(StrategyUseCase strategy) {
    Policy made =
        switch (policy) {
          case "classic" ->
              new Policy.Classic(alpha(Proposals.classic(strategy.portfolio()).alpha()));
          case "target" -> {
            Policy.Target proposed = Proposals.target(strategy.portfolio());
            yield new Policy.Target(
                alpha(proposed.alpha()), target == null ? proposed.target() : target);
          }
          case "similarity" -> similarity(strategy);
          case "segment" ->
              new Policy.SegmentRates(rate == null ? FIXED_RATE : rate, rateBySegment);
          case "fixed" -> new Policy.Fixed(rate == null ? FIXED_RATE : rate);
          case "profit" -> new Policy.ProfitOptimum();
          case "budget" -> new Policy.BudgetOptimum(budget(), budgetBySegment, budgetByCategory);
          default ->
              throw Problem.of(
                  "cli.policy",
                  "The policy \"{0}\" is not known; say classic, target, similarity, fixed,"
                      + " segment, profit or budget.",
                  policy);
        };
    belongs("--alpha", alpha != null, "classic", "target");
    belongs("--alpha-segment", !alphaBySegment.isEmpty(), "classic", "target");
    belongs("--target", target != null, "target");
    belongs("--rate", rate != null, "fixed", "segment");
    belongs("--rate-segment", !rateBySegment.isEmpty(), "segment");
    belongs("--base", base != null, "similarity");
    belongs("--slope", slope != null, "similarity");
    belongs("--budget-segment", !budgetBySegment.isEmpty(), "budget");
    belongs("--budget-category", !budgetByCategory.isEmpty(), "budget");
    belongs("--boundaries", boundaries != null, RULES);
    belongs("--snap", snap != null, RULES);
    if (snap != null && boundaries != null) {
      throw Problem.of(
          "cli.snap-boundaries",
          "Say either --snap or --boundaries: the boundaries would leave nothing to snap. Nothing"
              + " was written.");
    }
    return made;
  }

  /** Money hangs on these: an option that the policy would pass over is refused. */
  private void belongs(String option, boolean given, String... policies) {
    if (given && !List.of(policies).contains(policy)) {
      throw Problem.of(
          "cli.option-policy",
          "The option {0} belongs to the policy {1}; the policy {2} does not heed it. Leave it out"
              + " or change the policy. Nothing was written.",
          option,
          String.join(", ", policies),
          policy);
    }
  }

  private Policy similarity(StrategyUseCase strategy) {
    Policy.Similarity proposed = Proposals.similarity(strategy.portfolio());
    return new Policy.Similarity(
        base == null ? proposed.base() : base, slope == null ? proposed.slope() : slope);
  }

  private Alpha alpha(Alpha proposed) {
    return new Alpha(alpha == null ? proposed.all() : alpha, alphaBySegment);
  }

  private double budget() {
    if (budget == null) {
      throw Problem.of("cli.no-budget", "The budget policy needs --budget B.");
    }
    return budget;
  }

  private static double[] rates(String list) {
    try {
      return Arrays.stream(list.split(",", -1))
          .mapToDouble(rate -> Double.parseDouble(rate.strip()))
          .toArray();
    } catch (NumberFormatException e) {
      throw Problem.of(
          "cli.tiers",
          "The list \"{0}\" is not made of numbers between commas, as in 0,0.05,0.1.",
          list);
    }
  }
}
