package org.tiersmith.training;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
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
 * Weights that learn: the program, its weights and the optimiser's state. Forward and backward pass
 * are one native call, so Java's garbage collector can never come between them.
 */
final class Learner implements AutoCloseable {
  /** Global norm to which gradients are clipped. */
  private static final double CLIP = 1.0;

  private final ModelShape shape;
  private final List<ParameterGroups.Group> groups;
  private final int first;
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
    ParameterGroups parameters = new ParameterGroups(shape.names(), shape.layers(), settings);
    this.first = parameters.first();
    this.groups = parameters.groups();
    String step =
        BertScript.fill(
            BertScript.read(Learner.class, "step.torchscript"),
            Map.of("FIRST", first, "CLIP", CLIP));
    this.program = new TorchProgram(runtime, shape.script(runtime.bfloat16()) + step);
    this.host = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    NDManager manager = program.manager();
    this.pool =
        manager.create(DropoutPool.of(settings.tuning().dropout(), longestRun, random).factors());
    load(manager, start);
  }

  private void load(NDManager manager, Map<String, Tensor> start) {
    List<String> names = shape.names();
    for (int i = 0; i < names.size(); i++) {
      NDArray weight = TorchProgram.array(manager, requireNonNull(start.get(names.get(i))));
      weights.add(weight);
      if (i >= first) {
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
      NDList gradients =
          program.callAll(scope, true, "gradients", List.of(inputs.apply(scope), masks, weights));
      for (ParameterGroups.Group group : groups) {
        update(scope, hostScope, group, gradients, share);
      }
      return gradients.getLast().getFloat();
    }
  }

  private void update(
      NDManager scope,
      NDManager hostScope,
      ParameterGroups.Group group,
      List<NDArray> gradients,
      double share) {
    float[] rates = {(float) (share * group.rate()), (float) group.decay()};
    program.call(
        scope,
        false,
        "update",
        List.of(
            chosen(weights, group, 0),
            chosen(gradients, group, first),
            chosen(firstMoments, group, first),
            chosen(secondMoments, group, first),
            chosen(counts, group, first),
            List.of(hostScope.create(rates))));
  }

  private static List<NDArray> chosen(
      List<NDArray> arrays, ParameterGroups.Group group, int offset) {
    return group.members().stream().map(i -> arrays.get(i - offset)).toList();
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
