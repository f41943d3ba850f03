package org.tiersmith.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.tiersmith.training.TrainingSettings;

/**
 * The plain loop in Python with the machine's own PyTorch, if it has one: the same net, padding.
 */
final class PythonPeer {
  private static final int MOST_MINUTES = 5;

  private PythonPeer() {}

  /** Training examples a second; empty where there is no {@code python3} with {@code torch}. */
  static OptionalDouble examplesPerSecond(TrainingSettings settings, int length, int steps)
      throws IOException {
    Path script = Files.createTempFile("tiersmith-peer", ".py");
    Path answer = Files.createTempFile("tiersmith-peer", ".txt");
    try (var source = PythonPeer.class.getResourceAsStream("plain_loop.py")) {
      if (source == null) {
        throw new IllegalStateException("plain_loop.py is not beside its class");
      }
      Files.write(script, source.readAllBytes());
      Process process =
          new ProcessBuilder(
                  List.of(
                      "python3",
                      script.toString(),
                      Integer.toString(settings.batch()),
                      Integer.toString(length),
                      Integer.toString(steps)))
              .redirectErrorStream(true)
              .redirectOutput(answer.toFile())
              .start();
      return finished(process)
          ? OptionalDouble.of(
              Double.parseDouble(Files.readString(answer, StandardCharsets.UTF_8).strip()))
          : OptionalDouble.empty();
    } catch (IOException e) {
      // No python3 on this machine: the figure is for information only.
      return OptionalDouble.empty();
    } finally {
      Files.delete(script);
      Files.delete(answer);
    }
  }

  private static boolean finished(Process process) {
    try {
      if (process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
        return process.exitValue() == 0;
      }
      process.destroy();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
