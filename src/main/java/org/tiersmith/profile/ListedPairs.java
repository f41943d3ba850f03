package org.tiersmith.profile;

import java.util.ArrayList;
import java.util.List;
import org.tiersmith.data.TextTable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/** Reads a list of pairs: takes the rows that can be scored and counts the others. */
final class ListedPairs implements TextTable.Reader {
  private final FeatureSpace space;
  private final String file;
  private final PairRejects rejects;

  /** The day after the last event, as of which prices are looked up. */
  private final int after;

  private final List<int[]> pairs = new ArrayList<>();

  ListedPairs(FeatureSpace space, String file, PairRejects rejects) {
    this.space = space;
    this.file = file;
    this.rejects = rejects;
    this.after = space.log().lastDay() + 1;
  }

  @Override
  public void row(long line, List<String> cells) {
    int customer = space.catalogue().customer(cells.get(0));
    int product = space.catalogue().product(cells.get(1));
    if (customer < 0 || product < 0) {
      rejects.add(
          Text.of(
              "pairs.unknown",
              "{0}, line {1}: \"{2}\" is not in the imported tables.",
              file,
              line,
              customer < 0 ? cells.get(0) : cells.get(1)));
    } else if (!(space.priceAsOf(product, after) > 0)) {
      rejects.add(
          Text.of(
              "pairs.no-price",
              "{0}, line {1}: no price of \"{2}\" is known.",
              file,
              line,
              cells.get(1)));
    } else {
      pairs.add(new int[] {customer, product});
    }
  }

  @Override
  public void fault(long line, Text why) {
    rejects.add(Text.of("pairs.bad-line", "{0}, line {1}: {2}", file, line, why.english()));
  }

  /** What can be scored; a {@link Problem} where that is nothing. */
  PairList pairs() {
    Text first = rejects.first();
    if (pairs.isEmpty() && first == null) {
      throw Problem.of(
          "pairs.no-rows",
          "{0} lists no pairs: it has no rows below its header. Nothing was scored.",
          file);
    }
    if (pairs.isEmpty() && first != null) {
      throw rejects.count() == 1
          ? new Problem(first)
          : Problem.of(
              "pairs.no-good-row",
              "None of the {0} rows can be used; the first is {1} Nothing was scored.",
              rejects.count(),
              first.english());
    }
    return new PairList(
        pairs.stream().mapToInt(p -> p[0]).toArray(), pairs.stream().mapToInt(p -> p[1]).toArray());
  }
}
