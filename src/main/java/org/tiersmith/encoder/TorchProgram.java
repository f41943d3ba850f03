package org.tiersmith.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A TorchScript program, ready to run. Several threads may call it if none of them learns. It owns
 * no weights: they are arguments.
 */
public final class TorchProgram implements AutoCloseable {
  private final NDManager manager;
  private final PtSymbolBlock block;

  /**
   * Compiles the methods of a class body.
   *
   * @param methods TorchScript source, indented by two spaces
   */
  public TorchProgram(TorchRuntime runtime, String methods) throws IOException {
    manager = NDManager.newBaseManager(runtime.device(), "PyTorch");
    block =
        JniUtils.loadModule(
            (PtNDManager) manager,
            new ByteArrayInputStream(ScriptArchive.of(methods)),
            true,
            false);
  }

  /** A manager on the program's device for what lives as long as the program. */
  public NDManager manager() {
    return manager;
  }

  /** A tensor's values on a manager's device. */
  public static NDArray array(NDManager manager, Tensor tensor) {
    return manager.create(
        tensor.data(), new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray()));
  }

  /**
   * Calls a method whose arguments are lists of arrays.
   *
   * @param scope owns the result; the caller closes it
   * @param gradients whether the method computes gradients inside
   * @param method its name
   * @param arguments one list for each parameter; none may be empty
   */
  public NDArray call(
      NDManager scope, boolean gradients, String method, List<List<NDArray>> arguments) {
    return callAll(scope, gradients, method, arguments).singletonOrThrow();
  }

  /** The same for a method that returns a list of arrays. */
  public NDList callAll(
      NDManager scope, boolean gradients, String method, List<List<NDArray>> arguments) {
    // Both switches belong to the calling thread, which may be any thread of a pool.
    JniUtils.setGraphExecutorOptimize(false);
    JniUtils.setGradMode(gradients);
    try {
      NDList inputs = new NDList();
      inputs.add(named(scope.create(0f), "module_method:" + method));
      for (int i = 0; i < arguments.size(); i++) {
        for (NDArray array : arguments.get(i)) {
          inputs.add(named(array, "a" + i + "[]"));
        }
      }
      return IValueUtils.forward(block, inputs, gradients);
    } finally {
      JniUtils.setGradMode(false);
    }
  }

  private static NDArray named(NDArray array, String name) {
    array.setName(name);
    return array;
  }

  @Override
  public void close() {
    block.close();
    manager.close();
  }
}
