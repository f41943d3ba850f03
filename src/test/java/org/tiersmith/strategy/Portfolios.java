package org.tiersmith.strategy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.tiersmith.model.TierLadder;

/**
 * Random portfolios with the corners that hurt: ties, zero prices, costs above prices, unknown
 * costs, probabilities next to 0 and 1, sensitivities of 0, empty segments, no rows at all. Prices
 * and costs are decimals of two digits, so that limits are met exactly now and then.
 */
final class Portfolios extends DomainContextBase {
  static final List<String> SEGMENTS = List.of("gold", "silver", "bronze", "nobody");

  private static final double[] NASTY_P0 = {
    1e-300, 1e-12, 0.1, 0.1, 0.5, 0.999999, Math.nextDown(1.0)
  };

  /** A portfolio by seed; only three of the four segments are used. */
  static Portfolio random(long seed, int size, boolean allCostsKnown) {
    SplittableRandom random = new SplittableRandom(seed);
    int customers = Math.max(1, size / 3);
    int[] segment = new int[size];
    int[] customer = new int[size];
    double[][] numbers = new double[4][size];
    for (int i = 0; i < size; i++) {
      customer[i] = random.nextInt(customers);
      segment[i] = customer[i] % 3;
      numbers[0][i] = random.nextInt(12) == 0 ? 0 : cents(random, 5000);
      numbers[1][i] = cost(random, numbers[0][i], allCostsKnown);
      numbers[2][i] =
          random.nextInt(4) == 0
              ? NASTY_P0[random.nextInt(NASTY_P0.length)]
              : random.nextDouble(1e-6, 0.9);
      numbers[3][i] = random.nextInt(8) == 0 ? 0 : random.nextDouble(20);
    }
    return new Portfolio(
        SEGMENTS, segment, customer, numbers[0], numbers[1], numbers[2], numbers[3]);
  }

  private static double cost(SplittableRandom random, double price, boolean known) {
    return switch (random.nextInt(6)) {
      case 0 -> known ? 0 : Double.NaN;
      case 1 -> cents(random, 6000);
      default ->
          BigDecimal.valueOf(price)
              .multiply(BigDecimal.valueOf(random.nextInt(30, 95), 2))
              .doubleValue();
    };
  }

  private static double cents(SplittableRandom random, int below) {
    return BigDecimal.valueOf(random.nextInt(1, below), 2).doubleValue();
  }

  @Provide
  Arbitrary<Portfolio> portfolios() {
    Arbitrary<Long> seeds = Arbitraries.longs();
    Arbitrary<Integer> sizes = Arbitraries.integers().between(0, 40);
    Arbitrary<Boolean> known = Arbitraries.of(true, false);
    return Combinators.combine(seeds, sizes, known).as(Portfolios::random);
  }

  @Provide
  Arbitrary<TierLadder> ladders() {
    return Arbitraries.integers()
        .between(1, 99)
        .set()
        .ofMinSize(0)
        .ofMaxSize(7)
        .map(
            percents -> {
              List<Double> rates = new ArrayList<>(List.of(0.0));
              percents.stream().sorted().map(p -> p / 100.0).forEach(rates::add);
              return TierLadder.of(rates.stream().mapToDouble(r -> r).toArray());
            });
  }

  @Provide
  Arbitrary<Guardrails> guardrails() {
    Arbitrary<Double> margins = Arbitraries.of(0.0, 0.05, 0.1, 0.25, 0.5);
    Arbitrary<Double> caps = Arbitraries.of(0.0, 0.1, 0.2, 0.35, 1.0);
    return Combinators.combine(margins, caps).as(Guardrails::new);
  }

  @Provide
  Arbitrary<Alpha> alphas() {
    Arbitrary<Double> values =
        Arbitraries.doubles().between(0, 3).ofScale(6).edgeCases(e -> e.add(0.0));
    return Combinators.combine(values, Arbitraries.maps(Arbitraries.of(SEGMENTS), values))
        .as(Alpha::new);
  }

  @Provide
  Arbitrary<Policy> policies() {
    Arbitrary<Double> probabilities = Arbitraries.of(0.01, 0.1, 0.3, 0.5, 0.9, 0.999);
    Arbitrary<Policy> classic = alphas().map(Policy.Classic::new);
    Arbitrary<Policy> target = Combinators.combine(alphas(), probabilities).as(Policy.Target::new);
    Arbitrary<Policy> fixed =
        Arbitraries.of(0.0, 0.05, 0.1, 0.15, 0.33, 0.5, 0.99).map(Policy.Fixed::new);
    return Arbitraries.oneOf(classic, target, fixed);
  }

  @Provide
  Arbitrary<Scenario> scenarios() {
    return Combinators.combine(policies(), ladders(), Arbitraries.of(Snap.class), guardrails())
        .as((policy, tiers, snap, limits) -> new Scenario("any", policy, tiers, snap, limits));
  }
}
