package org.tiersmith.encoder;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Finds out whether linear layers are quicker in bfloat16 on a processor, by a product of such a
 * layer's size. Flags of the processor don't tell: some have the instructions and libraries that
 * don't use them, others are quick without. A gain below {@value #WORTH} is not worth the third
 * digit of the results.
 *
 * @param kernel computes the product
 * @param clock nanoseconds that go by
 */
record PrecisionTrial(Kernel kernel, LongSupplier clock) {
  private static final System.Logger LOG = System.getLogger(PrecisionTrial.class.getName());

  /** How many times as fast bfloat16 must be. */
  static final double WORTH = 1.2;

  /** Where bfloat16 is emulated it can take very long, which shows at once. */
  private static final double HOPELESS = 0.05;

  /** Few, so that a product is over before another program takes the processor away. */
  private static final int ROWS = 128;

  private static final int INPUTS = 384;
  private static final int OUTPUTS = 1536;
  private static final int LEAST_ROUNDS = 3;
  private static final int MOST_ROUNDS = 30;

  /** Rounds on a busy machine end when this is over. */
  private static final long LONGEST_NANOS = 400_000_000;

  /** Rounding to 8 bits leaves errors of 0.2 %. */
  private static final double TOLERANCE = 0.01;

  /** A product of random matrices. */
  @FunctionalInterface
  interface Kernel {
    /**
     * Computes the product and waits for it.
     *
     * @param bfloat16 whether in bfloat16, from and to float32, else in float32
     * @return some of its values
     */
    float[] product(boolean bfloat16);
  }

  /** Whether a processor is to compute in bfloat16; under 0.1 s on a CPU that is not busy. */
  static boolean run(TorchRuntime runtime) {
    try (Product product = new Product(runtime)) {
      return new PrecisionTrial(product, System::nanoTime).bfloat16();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether bfloat16 is right and fast enough. */
  boolean bfloat16() {
    try {
      return isRight() && isFast();
    } catch (EngineException e) {
      LOG.log(System.Logger.Level.DEBUG, "No bfloat16 here: {0}", e.getMessage());
      return false;
    }
  }

  /** The root mean square of the differences, beside that of the values. */
  private boolean isRight() {
    float[] exact = kernel.product(false);
    float[] rounded = kernel.product(true);
    double values = 0;
    double differences = 0;
    for (int i = 0; i < exact.length; i++) {
      values += (double) exact[i] * exact[i];
      differences += ((double) rounded[i] - exact[i]) * ((double) rounded[i] - exact[i]);
    }
    return values > 0 && Math.sqrt(differences / values) <= TOLERANCE;
  }

  /**
   * Best of several each, in turns. What else the machine does only ever adds to a time, so where
   * the gain does not show yet more rounds are asked than where it does.
   */
  private boolean isFast() {
    long exact = Long.MAX_VALUE;
    long rounded = Long.MAX_VALUE;
    long began = clock.getAsLong();
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      exact = Math.min(exact, nanos(false));
      rounded = Math.min(rounded, nanos(true));
      double gain = (double) exact / Math.max(1, rounded);
      boolean late = clock.getAsLong() - began > LONGEST_NANOS;
      if (gain < HOPELESS || (round >= LEAST_ROUNDS && (gain >= WORTH || late))) {
        return gain >= WORTH;
      }
    }
    return false;
  }

  private long nanos(boolean bfloat16) {
    long began = clock.getAsLong();
    kernel.product(bfloat16);
    return clock.getAsLong() - began;
  }

  /** The product on a processor. */
  private static final class Product implements Kernel, AutoCloseable {
    private final TorchProgram program;
    private final NDArray weights;
    private final NDArray inputs;

    Product(TorchRuntime runtime) throws IOException {
      program =
          new TorchProgram(runtime, BertScript.read(PrecisionTrial.class, "trial.torchscript"));
      NDManager manager = program.manager();
      SplittableRandom random = new SplittableRandom(1);
      weights = matrix(manager, OUTPUTS, random);
      inputs = matrix(manager, ROWS, random);
    }

    private static NDArray matrix(NDManager manager, int rows, SplittableRandom random) {
      float[] values = new float[rows * INPUTS];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (random.nextDouble() - 0.5);
      }
      return manager.create(values, new Shape(rows, INPUTS));
    }

    @Override
    public float[] product(boolean bfloat16) {
      try (NDManager scope = program.manager().newSubManager()) {
        return program
            .call(
                scope,
                false,
                bfloat16 ? "rounded" : "exact",
                List.of(List.of(inputs), List.of(weights)))
            .toFloatArray();
      }
    }

    @Override
    public void close() {
      program.close();
    }
  }
}
