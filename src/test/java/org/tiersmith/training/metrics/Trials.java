package org.tiersmith.training.metrics;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.tiersmith.model.Evaluation;
import org.tiersmith.model.Split;

/** Made-up answers with outcomes. */
public final class Trials {
  private Trials() {}

  /** Coarse probabilities, so that many tie. */
  static double[] coarse(Random random, int n) {
    return random.doubles(n).map(x -> Math.round(x * 8) / 8.0).toArray();
  }

  static boolean[] outcomes(Random random, int n) {
    boolean[] bought = new boolean[n];
    for (int i = 0; i < n; i++) {
      bought[i] = random.nextInt(3) == 0;
    }
    return bought;
  }

  /** Examples whose outcomes follow the probabilities; some unit costs unknown. */
  public static Evaluation calibrated(long seed, int n, int customers) {
    Random random = new Random(seed);
    Evaluation all =
        Evaluation.empty(
            IntStream.range(0, customers).mapToObj(i -> "C" + i).toList(), List.of("P"), n);
    for (int i = 0; i < n; i++) {
      all.customer()[i] = random.nextInt(customers);
      all.split()[i] = (byte) Split.TEST.ordinal();
      all.p0()[i] = Math.pow(random.nextDouble(), 2) * 0.9 + 0.01;
      all.k()[i] = random.nextDouble() * 4;
      all.discount()[i] = random.nextInt(4) * 0.1;
      all.p()[i] = 1 - (1 - all.p0()[i]) * Math.exp(-all.k()[i] * all.discount()[i]);
      all.purchased()[i] = random.nextDouble() < all.p()[i];
      all.listPrice()[i] = 1 + random.nextInt(50);
      all.unitCost()[i] =
          random.nextInt(4) == 0
              ? Double.NaN
              : all.listPrice()[i] * (0.3 + random.nextDouble() / 2);
    }
    return all;
  }
}
