package org.tiersmith.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.strategy.Cap;
import org.tiersmith.strategy.Exclusion;
import org.tiersmith.strategy.Guardrails;
import org.tiersmith.strategy.Precedence;
import org.tiersmith.strategy.Scope;
import picocli.CommandLine.Option;

/** The options that make guardrails; none of them binds unless it is given. */
final class GuardrailOptions {
  @Option(names = "--min-margin", paramLabel = "M", description = "margin floor after discount")
  private double minMargin;

  @Option(names = "--max-discount", paramLabel = "D", description = "highest rate")
  private double maxDiscount = 1;

  @Option(
      names = "--min-rate",
      paramLabel = "D",
      description = "smallest rate worth giving; a pair left with less gets none")
  private double minRate;

  @Option(
      names = "--cap",
      paramLabel = "WHAT:NAME=D",
      description =
          "highest rate of a segment, category, product or customer, as in product:P7=0.1")
  private List<String> caps = new ArrayList<>();

  @Option(
      names = "--precedence",
      paramLabel = "strictest|most-specific",
      description = "which cap holds where several apply; strictest without")
  private String precedence = "strictest";

  @Option(
      names = "--exclude",
      paramLabel = "WHAT:NAME",
      description = "no discount for a segment, category, product or customer")
  private List<String> exclusions = new ArrayList<>();

  @Option(
      names = "--per-customer",
      paramLabel = "N",
      description = "how many products at most a customer gets a discount on")
  private @Nullable Integer perCustomer;

  /**
   * The guardrails.
   *
   * @param budget of the whole; null for none
   */
  Guardrails guardrails(@Nullable Double budget) {
    return new Guardrails(
        minMargin,
        maxDiscount,
        minRate,
        caps.stream().map(GuardrailOptions::cap).toList(),
        precedence(),
        exclusions.stream().map(GuardrailOptions::exclusion).toList(),
        perCustomer,
        budget);
  }

  private Precedence precedence() {
    return switch (precedence.toLowerCase(Locale.ROOT)) {
      case "strictest" -> Precedence.STRICTEST;
      case "most-specific" -> Precedence.MOST_SPECIFIC;
      default ->
          throw Problem.of(
              "cli.precedence",
              "The precedence \"{0}\" is not known; say strictest or most-specific.",
              precedence);
    };
  }

  private static Cap cap(String typed) {
    int equals = typed.lastIndexOf('=');
    try {
      Exclusion of = exclusion(equals < 0 ? typed : typed.substring(0, equals));
      return new Cap(of.scope(), of.name(), Double.parseDouble(typed.substring(equals + 1)));
    } catch (NumberFormatException e) {
      throw Problem.of(
          "cli.cap", "The cap \"{0}\" does not end in a rate, as in product:P7=0.1.", typed);
    }
  }

  private static Exclusion exclusion(String typed) {
    int colon = typed.indexOf(':');
    for (Scope scope : Scope.values()) {
      if (colon > 0 && typed.substring(0, colon).equalsIgnoreCase(scope.name())) {
        return new Exclusion(scope, typed.substring(colon + 1));
      }
    }
    throw Problem.of(
        "cli.scope",
        "\"{0}\" does not begin with segment:, category:, product: or customer: and a name.",
        typed);
  }
}
