package org.tiersmith.training;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/**
 * How many word pieces, padding counted, the device takes at once. A batch beyond it is taken in
 * parts; where memory runs out all the same, the budget is halved and the batch taken again.
 */
final class PieceBudget {
  /** Large enough for full speed; with a small encoder some hundred megabytes. */
  static final int USUAL = 16_384;

  private volatile int pieces;

  PieceBudget(int pieces) {
    this.pieces = pieces;
  }

  int pieces() {
    return pieces;
  }

  /** What is done with the parts of a batch. */
  @FunctionalInterface
  interface Work<T> {
    T with(List<int[]> parts);
  }

  /**
   * Does the work with as few parts as fit, in fewer pieces at a time if memory runs out.
   *
   * @param batch indices
   * @param length padded pieces of an index
   * @throws Problem if even single examples don't fit
   */
  <T> T attempt(int[] batch, IntUnaryOperator length, Work<T> work) {
    while (true) {
      List<int[]> parts = parts(batch, length);
      try {
        return work.with(parts);
      } catch (EngineException e) {
        if (!isOutOfMemory(e)) {
          throw e;
        }
        int largest = parts.stream().mapToInt(part -> part.length).max().orElse(1);
        if (largest == 1) {
          throw outOfMemory(e);
        }
        int longest = Arrays.stream(batch).map(length).max().orElse(1);
        int fewer = Math.max(longest, Math.min(pieces, largest * longest) / 2);
        if (fewer >= pieces) {
          // The longest example has a part to itself already, and that does not fit.
          throw outOfMemory(e);
        }
        pieces = fewer;
      }
    }
  }

  private List<int[]> parts(int[] batch, IntUnaryOperator length) {
    List<int[]> parts = new ArrayList<>();
    int from = 0;
    int longest = 0;
    for (int i = 0; i < batch.length; i++) {
      int widened = Math.max(longest, length.applyAsInt(batch[i]));
      if (i > from && (long) widened * (i + 1 - from) > pieces) {
        parts.add(Arrays.copyOfRange(batch, from, i));
        from = i;
        widened = length.applyAsInt(batch[i]);
      }
      longest = widened;
    }
    parts.add(Arrays.copyOfRange(batch, from, batch.length));
    return parts;
  }

  static boolean isOutOfMemory(EngineException thrown) {
    String message = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("out of memory") || message.contains("can't allocate memory");
  }

  private static Problem outOfMemory(EngineException cause) {
    return Problem.failure(
        Text.of(
            "training.out-of-memory",
            "The device has too little memory for a single example. What was done so far is kept;"
                + " take another device, shorter texts, or a smaller base model."),
        cause);
  }
}
