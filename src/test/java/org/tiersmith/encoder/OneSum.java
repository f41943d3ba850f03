package org.tiersmith.encoder;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.LibUtils;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.Problem;

/** A program of its own that starts the engine and computes a sum. */
final class OneSum {
  private OneSum() {}

  public static void main(String[] args) {
    try {
      TorchRuntime runtime = TorchRuntime.start(DeviceChoice.AUTO);
      try (NDManager manager = NDManager.newBaseManager(runtime.device(), "PyTorch")) {
        float sum = manager.create(new float[] {1, 2, 3}).sum().getFloat();
        System.out.println(
            "computed " + sum + " with the libraries in " + LibUtils.getLibtorchPath());
      }
    } catch (Problem e) {
      System.out.println(e.getMessage());
    }
  }
}
