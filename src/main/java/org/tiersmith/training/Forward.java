package org.tiersmith.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.Function;
import org.tiersmith.encoder.TorchProgram;

/** A network that answers without learning. */
@FunctionalInterface
interface Forward {
  /**
   * Calls one of its methods.
   *
   * @param inputs makes the arrays that the method reads besides the weights
   * @return the values of the array that it gives, row by row
   */
  float[] call(String method, Function<NDManager, List<NDArray>> inputs);

  /** A program with its weights. */
  static Forward of(TorchProgram program, List<NDArray> weights) {
    return (method, inputs) -> {
      try (NDManager scope = program.manager().newSubManager()) {
        return program
            .call(scope, false, method, List.of(inputs.apply(scope), weights))
            .toFloatArray();
      }
    };
  }
}
