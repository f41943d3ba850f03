package org.tiersmith.data;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;

/**
 * Which rows an import mends or leaves out, and by which rules.
 *
 * @param actions what a person chose, by {@link ImportRule#id()}; a rule not named does what is
 *     usual
 * @param patterns what is no product or no purchase
 * @param negativeCancels whether a quantity below 0 tells a cancellation
 * @param wins which of several values a product or customer gets
 * @param earliest the first possible day, as {@code 1990-01-01}
 * @param yearsAhead how many years after the import a date may lie
 * @param fence how many robust standard deviations a quantity or price may lie from the median, see
 *     {@link Outliers}
 */
public record ImportRules(
    Map<String, Action> actions,
    List<RowPattern> patterns,
    Boolean negativeCancels,
    Wins wins,
    String earliest,
    Integer yearsAhead,
    Double fence) {
  /** The rules of an import for which nobody chose others. */
  public static final ImportRules DEFAULT =
      new ImportRules(Map.of(), UsualPatterns.ALL, false, Wins.MOST, "1990-01-01", 2, 6.0);

  /** A part that a mapping leaves out is as usual. */
  public ImportRules(
      @Nullable Map<String, Action> actions,
      @Nullable List<RowPattern> patterns,
      @Nullable Boolean negativeCancels,
      @Nullable Wins wins,
      @Nullable String earliest,
      @Nullable Integer yearsAhead,
      @Nullable Double fence) {
    this.actions = Collections.unmodifiableMap(new TreeMap<>(actions == null ? Map.of() : actions));
    this.patterns = patterns == null ? UsualPatterns.ALL : List.copyOf(patterns);
    this.negativeCancels = negativeCancels != null && negativeCancels;
    this.wins = wins == null ? Wins.MOST : wins;
    this.earliest = earliest == null ? "1990-01-01" : earliest;
    this.yearsAhead = yearsAhead == null ? 2 : yearsAhead;
    this.fence = fence == null ? 6.0 : fence;
    requireSense();
  }

  /** What happens to a row that a rule meets. */
  public Action action(ImportRule rule) {
    return actions.getOrDefault(rule.id(), rule.usual());
  }

  /** The first possible day. */
  @JsonIgnore
  public LocalDate earliestDay() {
    try {
      return LocalDate.parse(earliest);
    } catch (DateTimeParseException e) {
      throw Problem.of(
          "rule.bad-day", "The earliest day \"{0}\" must look like 1990-01-01.", earliest);
    }
  }

  /** The rules with another action for one of them; a {@link Problem} where it can't do that. */
  public ImportRules with(ImportRule rule, Action action) {
    Map<String, Action> changed = new LinkedHashMap<>(actions);
    changed.put(rule.id(), action);
    return new ImportRules(changed, patterns, negativeCancels, wins, earliest, yearsAhead, fence);
  }

  /** The rules with other patterns of what is no product or no purchase. */
  public ImportRules withPatterns(List<RowPattern> others) {
    return new ImportRules(actions, others, negativeCancels, wins, earliest, yearsAhead, fence);
  }

  /** The rules with another choice among several values. */
  public ImportRules withWins(Wins other) {
    return new ImportRules(actions, patterns, negativeCancels, other, earliest, yearsAhead, fence);
  }

  /** The rules with quantities below 0 taken as cancellations, or not. */
  public ImportRules withNegativeCancels(boolean cancels) {
    return new ImportRules(actions, patterns, cancels, wins, earliest, yearsAhead, fence);
  }

  private void requireSense() {
    actions.forEach(
        (id, action) -> {
          ImportRule rule = ImportRule.of(id);
          if (!rule.allowed().contains(action)) {
            throw Problem.of(
                "rule.not-allowed",
                "The rule \"{0}\" can not \"{1}\". It can: {2}.",
                id,
                action.name().toLowerCase(java.util.Locale.ROOT),
                rule.allowed().stream()
                    .map(a -> a.name().toLowerCase(java.util.Locale.ROOT))
                    .reduce((a, b) -> a + ", " + b)
                    .orElse(""));
          }
        });
    earliestDay();
    if (!(fence > 0) || yearsAhead < 0) {
      throw Problem.of(
          "rule.bad-number-set",
          "The rules'' fence must be above 0 and their years ahead not below 0; given: {0}, {1}.",
          fence,
          yearsAhead);
    }
  }
}
