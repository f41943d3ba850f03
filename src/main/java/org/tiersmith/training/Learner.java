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
import org.jspecify.annotations.Nullable;
import org.tiersmith.encoder.Tensor;
import org.tiersmith.encoder.TorchProgram;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.training.Randoms.Purpose;

/**
 * Weights that learn: the program, its weights and the optimiser's state. Forward and backward pass
 * are one native call, so Java's garbage collector can never come between them.
 */
final class Learner implements AutoCloseable {
  private static final String FIRST_MOMENT = "optimiser.first.";
  private static final String SECOND_MOMENT = "optimiser.second.";

  private final ModelShape shape;
  private final List<String> names;
  private final List<ParameterGroups.Group> groups;
  private final Optimiser optimiser;
  private final long seed;
  private final int first;
  private final TorchProgram program;
  private final NDManager host;
  private final List<NDArray> weights = new ArrayList<>();
  private final List<NDArray> firstMoments = new ArrayList<>();
  private final List<NDArray> secondMoments = new ArrayList<>();
  private final List<NDArray> counts = new ArrayList<>();
  private final NDArray pool;
  private long steps;

  /**
   * A learner.
   *
   * @param start the weights, and the optimiser's moments where it goes on
   * @param steps done before
   * @param longestRun most values that one dropout mask covers
   */
  Learner(
      TorchRuntime runtime,
      ModelShape shape,
      TrainingSettings settings,
      Weighting weighting,
      Map<String, Tensor> start,
      long steps,
      int longestRun)
      throws IOException {
    this.shape = shape;
    this.names = shape.names();
    this.seed = settings.seed();
    this.steps = steps;
    this.optimiser = settings.tuning().optimiser();
    ParameterGroups parameters = new ParameterGroups(names, shape.layers(), settings);
    this.first = parameters.first();
    this.groups = parameters.groups();
    String step = StepScript.of(first, settings.objective(), weighting);
    this.program = new TorchProgram(runtime, shape.script(runtime.bfloat16()) + step);
    this.host = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    NDManager manager = program.manager();
    DropoutPool factors =
        DropoutPool.of(
            settings.tuning().dropout(), longestRun, Randoms.of(seed, Purpose.DROPOUT_POOL, 0));
    this.pool = manager.create(factors.factors());
    load(manager, start);
  }

  private void load(NDManager manager, Map<String, Tensor> start) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      NDArray weight = TorchProgram.array(manager, requireNonNull(start.get(name), name));
      weights.add(weight);
      if (i >= first) {
        firstMoments.add(moment(manager, start.get(FIRST_MOMENT + name), weight.getShape()));
        if (optimiser == Optimiser.ADAMW) {
          secondMoments.add(moment(manager, start.get(SECOND_MOMENT + name), weight.getShape()));
          counts.add(manager.create((float) steps));
        }
      }
    }
  }

  private static NDArray moment(NDManager manager, @Nullable Tensor known, Shape shape) {
    return known == null ? manager.zeros(shape) : TorchProgram.array(manager, known);
  }

  /** The program, for predictions with the weights as they are now. */
  TorchProgram program() {
    return program;
  }

  List<NDArray> weights() {
    return weights;
  }

  /** Bytes of the optimiser's state. */
  long optimiserBytes() {
    long values = 0;
    for (List<NDArray> moments : List.of(firstMoments, secondMoments)) {
      values += moments.stream().mapToLong(NDArray::size).sum();
    }
    return values * Float.BYTES;
  }

  /**
   * One step of the optimiser, unless the loss or the gradient is no number: then nothing changes.
   *
   * @param parts make the parts of the batch
   * @param examples in the whole batch
   * @param share of the peak learning rates
   * @return the batch's mean loss before the step; not finite where no step was taken
   */
  float step(List<Function<NDManager, List<NDArray>>> parts, int examples, double share) {
    try (NDManager scope = program.manager().newSubManager();
        NDManager hostScope = host.newSubManager()) {
      NDList gradients = gradients(scope, hostScope, parts, examples);
      float loss = gradients.getLast().getFloat();
      NDList learning = gradients.subNDList(0, gradients.size() - 1);
      float norm = program.call(scope, false, "clip", List.of(learning)).getFloat();
      if (!Float.isFinite(loss) || !Float.isFinite(norm)) {
        return Float.NaN;
      }
      for (ParameterGroups.Group group : groups) {
        update(scope, hostScope, group, learning, share);
      }
      steps++;
      return loss;
    }
  }

  /** Gradients of the mean loss, then that loss: sums over the parts. */
  private NDList gradients(
      NDManager scope,
      NDManager hostScope,
      List<Function<NDManager, List<NDArray>>> parts,
      int examples) {
    List<NDArray> each = List.of(scope.create(1f / examples));
    @Nullable NDList sums = null;
    for (int part = 0; part < parts.size(); part++) {
      try (NDManager inputs = scope.newSubManager()) {
        var random = Randoms.of(seed, Purpose.DROPOUT, (steps << 16) + part);
        List<NDArray> masks =
            List.of(pool, hostScope.create(DropoutPool.starts(shape.uses(), random)));
        NDList found =
            program.callAll(
                sums == null ? scope : inputs,
                true,
                "gradients",
                List.of(parts.get(part).apply(inputs), masks, weights, each));
        if (sums == null) {
          sums = found;
        } else {
          program.call(inputs, false, "gather", List.of(sums, found));
        }
      }
    }
    return requireNonNull(sums, "a batch has a part");
  }

  private void update(
      NDManager scope,
      NDManager hostScope,
      ParameterGroups.Group group,
      NDList gradients,
      double share) {
    List<List<NDArray>> arguments = new ArrayList<>();
    arguments.add(chosen(weights, group, 0));
    arguments.add(chosen(gradients, group, first));
    arguments.add(chosen(firstMoments, group, first));
    if (optimiser == Optimiser.ADAMW) {
      arguments.add(chosen(secondMoments, group, first));
      arguments.add(chosen(counts, group, first));
    }
    float[] rates = {(float) (share * group.rate()), (float) group.decay()};
    arguments.add(List.of(hostScope.create(rates)));
    program.call(scope, false, optimiser == Optimiser.ADAMW ? "adamw" : "sgd", arguments);
  }

  private static List<NDArray> chosen(
      List<NDArray> arrays, ParameterGroups.Group group, int offset) {
    return group.members().stream().map(i -> arrays.get(i - offset)).toList();
  }

  /** A copy of all weights on the Java heap. */
  Map<String, Tensor> snapshot() {
    Map<String, Tensor> copy = new LinkedHashMap<>();
    copy(names, weights, "", copy);
    return copy;
  }

  /** The same with the optimiser's moments: all that a learner must start with to go on. */
  Map<String, Tensor> state() {
    Map<String, Tensor> copy = snapshot();
    List<String> learning = names.subList(first, names.size());
    copy(learning, firstMoments, FIRST_MOMENT, copy);
    copy(learning.subList(0, secondMoments.size()), secondMoments, SECOND_MOMENT, copy);
    return copy;
  }

  private static void copy(
      List<String> names, List<NDArray> arrays, String prefix, Map<String, Tensor> to) {
    for (int i = 0; i < names.size(); i++) {
      NDArray array = arrays.get(i);
      int[] extents =
          Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
      to.put(prefix + names.get(i), new Tensor(extents, array.toFloatArray()));
    }
  }

  @Override
  public void close() {
    program.close();
    host.close();
  }
}
