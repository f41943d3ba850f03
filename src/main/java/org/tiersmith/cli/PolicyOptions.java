package org.tiersmith.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.TierLadder;
import org.tiersmith.service.Proposals;
import org.tiersmith.service.StrategyUseCase;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Guardrails;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.Snap;
import picocli.CommandLine.Option;

/** The options that make a scenario. */
final class PolicyOptions {
  private static final double FIXED_RATE = 0.1;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      required = true,
      description = "classic, target, fixed, profit or budget")
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
      description = "the rate of the fixed rule; 0.1 without")
  private @Nullable Double rate;

  @Option(names = "--tiers", paramLabel = "0,0.05,...", description = "rates that may be offered")
  private @Nullable String tiers;

  @Option(names = "--snap", paramLabel = "down|nearest|up", description = "onto the tiers")
  private Snap snap = Snap.DOWN;

  @Option(names = "--budget", paramLabel = "B", description = "expected discount cost in all")
  private @Nullable Double budget;

  @Option(names = "--min-margin", paramLabel = "M", description = "margin floor after discount")
  private double minMargin;

  @Option(names = "--max-discount", paramLabel = "D", description = "highest rate")
  private double maxDiscount = 1;

  /** The scenario that the options ask for; what they leave open is fitted to the portfolio. */
  Scenario scenario(StrategyUseCase strategy) {
    policy = policy.toLowerCase(Locale.ROOT);
    return new Scenario(
        policy,
        policy(strategy),
        tiers == null ? Proposals.tiers() : TierLadder.of(rates(tiers)),
        snap,
        new Guardrails(minMargin, maxDiscount));
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
          case "fixed" -> new Policy.Fixed(rate == null ? FIXED_RATE : rate);
          case "profit" -> new Policy.ProfitOptimum();
          case "budget" -> new Policy.BudgetOptimum(budget());
          default ->
              throw Problem.of(
                  "cli.policy",
                  "The policy \"{0}\" is not known; say classic, target, fixed, profit or budget.",
                  policy);
        };
    belongs("--alpha", alpha != null, "classic", "target");
    belongs("--alpha-segment", !alphaBySegment.isEmpty(), "classic", "target");
    belongs("--target", target != null, "target");
    belongs("--rate", rate != null, "fixed");
    belongs("--budget", budget != null, "budget");
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
          "cli.tiers", "The tiers \"{0}\" are not numbers between commas, as in 0,0.05,0.1.", list);
    }
  }
}
