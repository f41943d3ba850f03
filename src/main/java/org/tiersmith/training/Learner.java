package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.tiersmith.encoder.BertScript;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.TorchProgram;
import org.tiersmith.encoder.TorchRuntime;

/**
 * Weights that learn: the program, its weights and the optimiser's state. A step is one native
 * call, so Java's garbage collector can never come between a forward and its backward pass.
 */
final class Learner implements AutoCloseable {
  /** Global norm to which gradients are clipped. */
  private static final double CLIP = 1.0;

  private final ModelShape shape;
  private final ParameterGroups groups;
  private final TorchProgram program;
  private final NDManager host;
  private final List<NDArray> weights = new ArrayList<>();
  private final List<NDArray> firstMoments = new ArrayList<>();
  private final List<NDArray> secondMoments = new ArrayList<>();
  private final List<NDArray> counts = new ArrayList<>();
  private final RandomGenerator random;
  private final NDArray pool;

  Learner(
      TorchRuntime runtime,
      ModelShape shape,
      TrainingSettings settings,
      Map<String, Tensor> start,
      int longestRun,
      RandomGenerator random)
      throws IOException {
    this.shape = shape;
    this.random = random;
    int layers = shape.encoder() == null ? 0 : shape.encoder().layers();
    this.groups = new ParameterGroups(shape.names(), layers, settings.frozenLayers(), settings);
    String step =
        BertScript.fill(
            BertScript.read(Learner.class, "step.torchscript"),
            Map.of("FIRST", groups.first(), "CLIP", CLIP, "GROUPS", groups.script()));
    this.program = new TorchProgram(runtime, shape.script(runtime.bfloat16()) + step);
    this.host = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    NDManager manager = program.manager();
    this.pool = manager.create(DropoutPool.of(settings.dropout(), longestRun, random).factors());
    load(manager, start);
  }

  private void load(NDManager manager, Map<String, Tensor> start) {
    List<String> names = shape.names();
    for (int i = 0; i < names.size(); i++) {
      NDArray weight = TorchProgram.array(manager, requireNonNull(start.get(names.get(i))));
      weights.add(weight);
      if (i >= groups.first()) {
        firstMoments.add(manager.zeros(weight.getShape()));
        secondMoments.add(manager.zeros(weight.getShape()));
        counts.add(manager.zeros(new Shape()));
      }
    }
  }

  /** The program, for predictions with the weights as they are now. */
  TorchProgram program() {
    return program;
  }

  List<NDArray> weights() {
    return weights;
  }

  /**
   * One step of the optimiser.
   *
   * @param inputs makes the batch
   * @param share of the peak learning rates
   * @return the batch's mean loss before the step
   */
  float step(Function<NDManager, List<NDArray>> inputs, double share) {
    try (NDManager scope = program.manager().newSubManager();
        NDManager hostScope = host.newSubManager()) {
      List<NDArray> masks =
          List.of(pool, hostScope.create(DropoutPool.starts(shape.uses(), random)));
      List<NDArray> rates = List.of(hostScope.create(groups.rates(share)));
      return program
          .call(
              scope,
              true,
              "step",
              List.of(
                  inputs.apply(scope), masks, weights, firstMoments, secondMoments, counts, rates))
          .getFloat();
    }
  }

  /** A copy of all weights on the Java heap. */
  Map<String, Tensor> snapshot() {
    Map<String, Tensor> copy = new LinkedHashMap<>();
    List<String> names = shape.names();
    for (int i = 0; i < names.size(); i++) {
      NDArray weight = weights.get(i);
      int[] extents =
          Arrays.stream(weight.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
      copy.put(names.get(i), new Tensor(extents, weight.toFloatArray()));
    }
    return copy;
  }

  @Override
  public void close() {
    program.close();
    host.close();
  }
}
