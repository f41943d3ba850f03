package org.tiersmith.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.response.SegmentResponses;
import org.tiersmith.strategy.BoundBy;
import org.tiersmith.strategy.Decisions;
import org.tiersmith.strategy.Portfolio;
import org.tiersmith.strategy.Reasons;
import org.tiersmith.strategy.Scenario;

/**
 * What a plan has decided, row by row, without what its scored pairs hold already. With those pairs
 * it makes the same {@code plan.csv} at any time: segments and sentences are kept as they were, so
 * that neither other segments nor another wording changes a frozen plan.
 */
public final class FrozenRows {
  private final List<String> segmentNames;
  private final int[] segmentOfCustomer;
  private final List<Verdict> verdicts;
  private final char[] verdict;

  /**
   * @param segmentOfCustomer by customer index of the pairs, an index into {@code segmentNames}
   * @param verdict per pair, an index into {@code verdicts}
   */
  FrozenRows(
      List<String> segmentNames, int[] segmentOfCustomer, List<Verdict> verdicts, char[] verdict) {
    this.segmentNames = List.copyOf(segmentNames);
    this.segmentOfCustomer = segmentOfCustomer;
    this.verdicts = List.copyOf(verdicts);
    this.verdict = verdict;
  }

  /**
   * Takes down what was decided.
   *
   * @param decisions of this scenario over this portfolio
   */
  public static FrozenRows of(Portfolio portfolio, Scenario scenario, Decisions decisions) {
    int[] segmentOfCustomer = new int[portfolio.customers()];
    int tiers = decisions.tiers().size();
    int[] known = new int[BoundBy.values().length * tiers * tiers];
    Arrays.fill(known, -1);
    List<Verdict> verdicts = new ArrayList<>();
    char[] verdict = new char[decisions.size()];
    for (int i = 0; i < verdict.length; i++) {
      segmentOfCustomer[portfolio.customer()[i]] = portfolio.segment()[i];
      int kind =
          (decisions.boundBy()[i] * tiers + decisions.asked()[i]) * tiers + decisions.tier()[i];
      if (known[kind] < 0) {
        known[kind] = verdicts.size();
        verdicts.add(verdict(scenario, decisions, i));
      }
      verdict[i] = (char) known[kind];
    }
    return new FrozenRows(portfolio.segmentNames(), segmentOfCustomer, verdicts, verdict);
  }

  private static Verdict verdict(Scenario scenario, Decisions decisions, int i) {
    BoundBy boundBy = BoundBy.of(decisions.boundBy()[i]);
    return new Verdict(
        decisions.tier()[i],
        boundBy.code(),
        Reasons.of(scenario, decisions.asked()[i], decisions.tier()[i], boundBy).english());
  }

  /** Writes them to a new file. */
  public void write(Path file) throws IOException {
    FrozenRowsFile.write(this, file);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it can't be read or is no such file
   */
  public static FrozenRows read(Path file) throws IOException {
    return FrozenRowsFile.read(file);
  }

  /**
   * The portfolio that was decided on, as far as an export needs it.
   *
   * @param pairs the scored pairs that it was made of
   * @param responses fitted per segment; null where none were
   */
  public Portfolio portfolio(ScoredPairs pairs, @Nullable SegmentResponses responses) {
    int[] segment = new int[pairs.size()];
    Arrays.setAll(segment, i -> segmentOfCustomer[pairs.customer()[i]]);
    Portfolio portfolio =
        new Portfolio(
            segmentNames,
            segment,
            pairs.customer(),
            pairs.listPrice(),
            pairs.unitCost(),
            pairs.p0(),
            pairs.k());
    return responses == null ? portfolio : portfolio.withResponses(responses);
  }

  /** How many pairs. */
  public int size() {
    return verdict.length;
  }

  List<String> segmentNames() {
    return segmentNames;
  }

  int[] segmentOfCustomer() {
    return segmentOfCustomer;
  }

  List<Verdict> verdicts() {
    return verdicts;
  }

  /** A pair's verdict, an index into {@link #verdicts}. */
  int verdict(int pair) {
    return verdict[pair];
  }
}
