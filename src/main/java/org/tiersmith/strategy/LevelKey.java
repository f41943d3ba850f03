package org.tiersmith.strategy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.TierLadder;
import org.tiersmith.response.ResponseKind;

/**
 * All that the sums of a {@link LevelSums} depend on besides the rows.
 *
 * @param guardrails without those that are heeded when a question is answered
 * @param first the lowest tier worth giving
 * @param favours whether pairs of a higher key are kept where a customer's number is limited; false
 *     where it is not
 */
record LevelKey(
    TierLadder tiers, ResponseKind response, Guardrails guardrails, int first, boolean favours) {

  static LevelKey of(Portfolio portfolio, Scenario scenario, Rule rule) {
    Guardrails all = scenario.guardrails();
    LadderLimits ladder = new LadderLimits(scenario.tiers().toArray(), all.minRate());
    return new LevelKey(
        scenario.tiers(),
        scenario.response(),
        all.withBudget(null).withMinRate(0),
        ladder.first(),
        all.perCustomer() != null && rule.rises());
  }

  double[] rates() {
    return tiers.toArray();
  }

  /** The one tier in which alone another key differs, 0 where more or something else does. */
  int onlyTierChanged(LevelKey other) {
    double[] mine = rates();
    double[] others = other.rates();
    if (mine.length != others.length
        || guardrails.perCustomer() != null
        || !new LevelKey(other.tiers, response, guardrails, other.first, favours).equals(other)) {
      return 0;
    }
    int[] changed = IntStream.range(0, mine.length).filter(t -> mine[t] != others[t]).toArray();
    return changed.length == 1 ? changed[0] : 0;
  }

  /** Whether the sums serve another key too, so that only who is reached has to be found anew. */
  boolean sameLevels(LevelKey other) {
    return guardrails.perCustomer() == null
        && new LevelKey(tiers, response, guardrails, other.first, favours).equals(other);
  }

  /** The guardrails that can bind a row, whatever the ladder, by index. */
  byte[] bounds() {
    Set<BoundBy> can = EnumSet.of(BoundBy.BELOW_COST);
    if (guardrails.minMargin() > 0) {
      can.add(BoundBy.MARGIN_FLOOR);
    }
    if (guardrails.maxDiscount() < 1) {
      can.add(BoundBy.CAP);
    }
    if (!guardrails.exclusions().isEmpty()) {
      can.add(BoundBy.EXCLUDED);
    }
    guardrails.caps().forEach(cap -> can.add(NamedLimits.boundBy(cap.scope())));
    if (guardrails.perCustomer() != null) {
      can.add(BoundBy.PER_CUSTOMER);
    }
    List<BoundBy> sorted = List.copyOf(can);
    byte[] bounds = new byte[sorted.size()];
    for (int b = 0; b < bounds.length; b++) {
      bounds[b] = sorted.get(b).index();
    }
    return bounds;
  }

  /** The limits of rows by their sorted position. */
  RowLimits limits(SortedRows rows, BooleanSupplier cancelled) {
    RowLimits limits = RowLimits.of(rows.price, rows.cost, judge(rows), cancelled);
    @Nullable Integer most = guardrails.perCustomer();
    return most == null ? limits : limits.withPerCustomer(beyond(rows, limits, most));
  }

  /** What another key, which differs in one tier's rate only, limits otherwise; by position. */
  RowLimits.Change change(LevelKey wanted, int tier, SortedRows rows) {
    boolean namesMoved =
        Stream.concat(
                Stream.of(guardrails.maxDiscount()), guardrails.caps().stream().map(Cap::maxRate))
            .anyMatch(
                most -> NamedLimits.tier(rates(), most) != NamedLimits.tier(wanted.rates(), most));
    return new RowLimits.Change(
        new CostLimits(rates(), guardrails.minMargin()), wanted.judge(rows), tier, namesMoved);
  }

  private RowLimits.Judge judge(SortedRows rows) {
    NamedLimits named = NamedLimits.of(rows.portfolio, rates(), guardrails);
    int[] order = rows.order;
    return new RowLimits.Judge(
        new CostLimits(rates(), guardrails.minMargin()),
        (position, tightest) -> named.apply(order[position], tightest),
        rates().length - 1);
  }

  private boolean[] beyond(SortedRows rows, RowLimits limits, int most) {
    int[] place = new int[rows.size()];
    for (int position = 0; position < place.length; position++) {
      place[rows.order[position]] = position;
    }
    double sign = favours ? 1 : -1;
    boolean[] byRow =
        PerCustomer.beyond(
            rows.portfolio,
            most,
            i -> limits.cap()[place[i]] >= first,
            i -> sign * rows.key(rows.ordered(place[i])));
    boolean[] byPosition = new boolean[byRow.length];
    for (int position = 0; position < byRow.length; position++) {
      byPosition[position] = byRow[rows.order[position]];
    }
    return byPosition;
  }
}
