package org.tiersmith.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.tiersmith.encoder.TorchRuntime;
import org.tiersmith.task.CancelledException;

/** A base encoder's own ONNX graph in ONNX Runtime, with its usual options. */
final class OnnxPeer implements AutoCloseable {
  private static final long STACK = 64 << 20;

  private final OrtEnvironment environment;
  private final OrtSession session;

  /**
   * Opens a graph.
   *
   * @param resource its name on the class path
   */
  OnnxPeer(String resource) throws IOException, OrtException {
    try (InputStream in = TorchRuntime.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource + " is not on the class path");
      }
      byte[] graph = in.readAllBytes();
      environment = onDeepStack(OrtEnvironment::getEnvironment);
      session = environment.createSession(graph, new OrtSession.SessionOptions());
    }
  }

  /** The runtime's start recurses deeper than a usual thread's stack is, and crashes there. */
  private static OrtEnvironment onDeepStack(Callable<OrtEnvironment> start) {
    FutureTask<OrtEnvironment> opening = new FutureTask<>(start);
    new Thread(null, opening, "tiersmith-onnx", STACK).start();
    try {
      return opening.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The mean vector of each sequence of a batch. */
  float[][] means(TokenBatch batch) throws OrtException {
    Map<String, long[][]> all =
        Map.of(
            "input_ids", batch.ids(),
            "token_type_ids", batch.types(),
            "attention_mask", batch.mask());
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : session.getInputNames()) {
        inputs.put(name, OnnxTensor.createTensor(environment, all.get(name)));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return means((float[][][]) result.get(0).getValue(), batch.lengths());
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static float[][] means(float[][][] states, int[] lengths) {
    float[][] means = new float[states.length][states[0][0].length];
    for (int i = 0; i < states.length; i++) {
      for (int place = 0; place < lengths[i]; place++) {
        for (int j = 0; j < means[i].length; j++) {
          means[i][j] += states[i][place][j] / lengths[i];
        }
      }
    }
    return means;
  }

  /** All batches. */
  void run(List<TokenBatch> batches) throws OrtException {
    for (TokenBatch batch : batches) {
      means(batch);
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
