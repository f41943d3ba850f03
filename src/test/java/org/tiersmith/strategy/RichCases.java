package org.tiersmith.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tiersmith.model.TierLadder;
import org.tiersmith.response.ResponseKind;
import org.tiersmith.response.SegmentResponses;

/**
 * Random portfolios with names, categories, vectors and fitted responses, and random scenarios that
 * use all that a scenario can hold. By seed, so that a failure can be had again.
 */
final class RichCases {
  private static final List<String> CATEGORIES = List.of("tea", "toys");
  private static final int PRODUCTS = 7;

  private final SplittableRandom random;

  RichCases(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Pairs with the corners of {@link Portfolios#random}. */
  Portfolio portfolio(int size, boolean allCostsKnown) {
    Portfolio plain = Portfolios.random(random.nextLong(), size, allCostsKnown);
    float[] cosines = new float[size];
    int[] product = new int[size];
    for (int i = 0; i < size; i++) {
      cosines[i] = random.nextInt(4) == 0 ? 0 : (float) random.nextDouble(-1, 1);
      product[i] = random.nextInt(PRODUCTS);
    }
    return plain
        .withSimilarity(cosines)
        .withKeys(
            new PairKeys(
                names("c", plain.customers()),
                names("p", PRODUCTS),
                product,
                CATEGORIES,
                IntStream.range(0, PRODUCTS).map(p -> p % 3 - 1).toArray()))
        .withResponses(responses());
  }

  private SegmentResponses responses() {
    int segments = Portfolios.SEGMENTS.size();
    double[][] gain = new double[segments][];
    for (int s = 0; s < segments; s++) {
      double first = random.nextDouble(1);
      gain[s] = new double[] {0, first, first + random.nextInt(2)};
    }
    return new SegmentResponses(
        numbers(segments, 3), numbers(segments, 6), new double[] {0, 0.1, 0.25}, gain);
  }

  private double[] numbers(int count, double below) {
    return DoubleStream.generate(() -> random.nextInt(5) == 0 ? 0 : random.nextDouble(below))
        .limit(count)
        .toArray();
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  Scenario scenario(Policy policy) {
    TierLadder tiers = ladder();
    Snap snap = Snap.values()[random.nextInt(3)];
    List<Double> boundaries =
        random.nextInt(3) > 0
            ? null
            : IntStream.range(1, tiers.size())
                .mapToObj(t -> random.nextInt(20) / 40.0)
                .sorted()
                .toList();
    ResponseKind response = ResponseKind.values()[random.nextInt(4)];
    return new Scenario("any", policy, tiers, snap, boundaries, response, guardrails());
  }

  TierLadder ladder() {
    double[] rates =
        IntStream.generate(() -> random.nextInt(1, 60))
            .limit(random.nextInt(6))
            .sorted()
            .distinct()
            .mapToDouble(percent -> percent / 100.0)
            .toArray();
    return TierLadder.of(DoubleStream.concat(DoubleStream.of(0), DoubleStream.of(rates)).toArray());
  }

  Guardrails guardrails() {
    List<Cap> caps = new ArrayList<>();
    List<Exclusion> exclusions = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Scope scope = Scope.values()[random.nextInt(4)];
      caps.add(new Cap(scope, name(scope), random.nextInt(40) / 100.0));
    }
    for (int i = random.nextInt(3); i > 1; i--) {
      Scope scope = Scope.values()[random.nextInt(4)];
      exclusions.add(new Exclusion(scope, name(scope)));
    }
    return new Guardrails(
        random.nextInt(3) * 0.15,
        random.nextBoolean() ? 1 : random.nextInt(50) / 100.0,
        random.nextInt(3) == 0 ? random.nextInt(20) / 100.0 : 0,
        caps,
        Precedence.values()[random.nextInt(2)],
        exclusions,
        random.nextInt(3) == 0 ? random.nextInt(4) : null,
        null);
  }

  private String name(Scope scope) {
    return switch (scope) {
      case SEGMENT -> Portfolios.SEGMENTS.get(random.nextInt(4));
      case CATEGORY -> CATEGORIES.get(random.nextInt(2));
      case PRODUCT -> "p" + random.nextInt(PRODUCTS + 1);
      case CUSTOMER -> "c" + random.nextInt(12);
    };
  }

  /** Any policy that follows a rule. */
  Policy rule() {
    return switch (random.nextInt(5)) {
      case 0 -> new Policy.Classic(alpha());
      case 1 -> new Policy.Target(alpha(), random.nextDouble(0.01, 0.99));
      case 2 -> new Policy.Similarity(random.nextDouble(-0.2, 0.3), random.nextDouble(-0.5, 0.5));
      case 3 -> new Policy.Fixed(random.nextInt(50) / 100.0);
      default -> new Policy.SegmentRates(random.nextInt(50) / 100.0, bySegment(0.5));
    };
  }

  private Alpha alpha() {
    return new Alpha(random.nextInt(6) == 0 ? 0 : random.nextDouble(3), bySegment(2));
  }

  private Map<String, Double> bySegment(double below) {
    Map<String, Double> values = new HashMap<>();
    for (String segment : Portfolios.SEGMENTS) {
      if (random.nextInt(3) == 0) {
        values.put(segment, random.nextInt(4) == 0 ? 0 : random.nextDouble(below));
      }
    }
    return values;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
