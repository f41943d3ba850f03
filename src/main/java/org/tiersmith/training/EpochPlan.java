package org.tiersmith.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import org.tiersmith.model.EncoderForm;

/**
 * The batches of one epoch: random, but of like lengths within a batch, so that little is padding.
 */
final class EpochPlan {
  /** Batches' worth of examples that are sorted by length together. */
  private static final int WINDOW = 40;

  /** Customers a batch at least, so that one customer's taste doesn't sway a step. */
  private static final int CUSTOMERS = 16;

  private EpochPlan() {}

  /** Batches of pairs for a form. */
  static List<int[]> of(
      EncoderForm form, PairInputs inputs, int[] pairs, int batch, RandomGenerator random) {
    List<int[]> units =
        form == EncoderForm.CROSS ? single(pairs) : byCustomer(inputs, pairs, batch);
    IntUnaryOperator length =
        form == EncoderForm.CROSS
            ? pair ->
                inputs.customers().length(inputs.customerText(pair))
                    + inputs.products().length(inputs.productText(pair))
            : pair -> inputs.customers().length(inputs.customerText(pair));
    Collections.shuffle(units, random);
    List<int[]> batches = new ArrayList<>();
    int window = (int) Math.max(1, (long) WINDOW * batch * units.size() / pairs.length);
    for (int from = 0; from < units.size(); from += window) {
      List<int[]> part =
          new ArrayList<>(units.subList(from, Math.min(units.size(), from + window)));
      part.sort(Comparator.comparingInt(unit -> length.applyAsInt(unit[0])));
      fill(batches, part, batch);
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  /** Pairs that share a customer's text stay together, so that a batch encodes few texts. */
  private static List<int[]> byCustomer(PairInputs inputs, int[] pairs, int batch) {
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int pair : pairs) {
      groups.computeIfAbsent(inputs.customerText(pair), _ -> new ArrayList<>()).add(pair);
    }
    int most = Math.max(1, batch / CUSTOMERS);
    List<int[]> units = new ArrayList<>();
    for (List<Integer> group : groups.values()) {
      for (int from = 0; from < group.size(); from += most) {
        units.add(array(group.subList(from, Math.min(group.size(), from + most))));
      }
    }
    return units;
  }

  private static List<int[]> single(int[] pairs) {
    List<int[]> units = new ArrayList<>(pairs.length);
    Arrays.stream(pairs).forEach(pair -> units.add(new int[] {pair}));
    return units;
  }

  private static void fill(List<int[]> batches, List<int[]> units, int batch) {
    List<Integer> open = new ArrayList<>();
    for (int[] unit : units) {
      if (!open.isEmpty() && open.size() + unit.length > batch) {
        batches.add(array(open));
        open.clear();
      }
      Arrays.stream(unit).forEach(open::add);
    }
    if (!open.isEmpty()) {
      batches.add(array(open));
    }
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
