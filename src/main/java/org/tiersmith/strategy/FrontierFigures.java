package org.tiersmith.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.TierLadder;

/**
 * Every figure of the plan of any budget: running totals per segment after each block of steps, and
 * a walk over the block in which the budget ends.
 */
final class FrontierFigures {
  private static final int STEPS = 1 << 12;
  private static final int MOST_CELLS = 1 << 19;

  private final Portfolio portfolio;
  private final Economics economics;
  private final SpendingOrder order;
  private final Tally base;
  private final int length;

  /** Per customer, the step that gives the first discount; beyond all where none does. */
  private final int[] first;

  /** What the steps before each block bring, and which customers they reach by segment. */
  private final Tally[] before;

  private final long[][] reached;

  FrontierFigures(
      Portfolio portfolio, Economics economics, SpendingOrder order, BooleanSupplier cancelled) {
    this.portfolio = portfolio;
    this.economics = economics;
    this.order = order;
    base = base(cancelled);
    first = first();
    int segments = portfolio.segmentNames().size();
    length = Math.max(STEPS, Math.ceilDiv(order.size(), Math.max(1, MOST_CELLS / (segments + 1))));
    before = new Tally[order.size() / length + 1];
    reached = new long[before.length][];
    fill(cancelled);
  }

  private Tally tally() {
    return new Tally(portfolio.segmentNames().size(), economics.rates().length);
  }

  private Tally base(BooleanSupplier cancelled) {
    byte[] none = new byte[portfolio.size()];
    Decisions nothing = new Decisions(TierLadder.of(economics.rates()), none, none, none, none);
    return Tally.of(portfolio, economics, nothing, cancelled);
  }

  private int[] first() {
    int[] step = new int[portfolio.customers()];
    Arrays.fill(step, Integer.MAX_VALUE);
    for (int i = 0; i < order.size(); i++) {
      if (mayReach(i)) {
        int customer = customer(i);
        step[customer] = Math.min(step[customer], i);
      }
    }
    return step;
  }

  /** A customer's first step can only begin without a discount. */
  private boolean mayReach(int step) {
    return order.steps().from()[order.steps().firstMove(step)] == 0;
  }

  private void fill(BooleanSupplier cancelled) {
    IntStream.range(0, before.length - 1)
        .parallel()
        .forEach(
            b -> {
              Blocks.check(cancelled);
              before[b + 1] = tally();
              reached[b + 1] = new long[portfolio.segmentNames().size()];
              walk(b * length, (b + 1) * length, before[b + 1], reached[b + 1]);
            });
    before[0] = base;
    reached[0] = new long[portfolio.segmentNames().size()];
    for (int b = 1; b < before.length; b++) {
      before[b].add(before[b - 1]);
      long[] earlier = reached[b - 1];
      long[] sum = reached[b];
      Arrays.setAll(sum, s -> sum[s] + earlier[s]);
    }
  }

  private void walk(int from, int to, Tally tally, long[] customers) {
    for (int i = from; i < to; i++) {
      add(i, tally);
      if (mayReach(i) && first[customer(i)] == i) {
        customers[segment(i)]++;
      }
    }
  }

  private void add(int step, Tally tally) {
    SortedSteps steps = order.steps();
    int end = steps.firstMove(step + 1);
    for (int move = steps.firstMove(step); move < end; move++) {
      tally.move(portfolio, economics, steps.pair()[move], steps.from()[move], steps.to()[move]);
    }
  }

  /**
   * The figures of the plan that takes the first {@code count} steps and some later ones.
   *
   * @param filled the later ones, in order
   */
  Outcome outcome(int count, int[] filled, @Nullable BudgetCertificate certificate) {
    int block = count / length;
    Tally tally = tally();
    tally.add(before[block]);
    long[] customers = reached[block].clone();
    walk(block * length, count, tally, customers);
    for (int j = 0; j < filled.length; j++) {
      add(filled[j], tally);
      if (reachesAnew(filled, j, count)) {
        customers[segment(filled[j])]++;
      }
    }
    return outcome(tally, customers, certificate);
  }

  private boolean reachesAnew(int[] filled, int j, int count) {
    int customer = customer(filled[j]);
    boolean anew = first[customer] >= count;
    for (int earlier = 0; anew && earlier < j; earlier++) {
      anew = customer(filled[earlier]) != customer;
    }
    return anew;
  }

  private Outcome outcome(Tally tally, long[] customers, @Nullable BudgetCertificate certificate) {
    Outcome found = tally.outcome(customers, certificate);
    return new Outcome(
        found.all(),
        found.baseline(),
        found.bySegment(),
        found.baselineBySegment(),
        found.tierMix(),
        List.of(),
        certificate);
  }

  private int customer(int step) {
    return portfolio.customer()[order.steps().pair()[order.steps().firstMove(step)]];
  }

  private int segment(int step) {
    return portfolio.segment()[order.steps().pair()[order.steps().firstMove(step)]];
  }
}
