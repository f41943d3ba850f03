package org.tiersmith.project;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of its own, with the class path of this one. */
public final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  public ChildProcess(Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx600m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.graph_optimizer=false",
                // As in the tests' own process: sums depend on how threads part them.
                "-Dai.djl.pytorch.num_threads=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    lines = process.inputReader(StandardCharsets.UTF_8);
  }

  /** The next line that the process has written in full, or null at its end. */
  public String readLine() throws IOException {
    String line = lines.readLine();
    return line == null || !line.endsWith(";") ? null : line.substring(0, line.length() - 1);
  }

  /** Lines that the process writes for {@link #readLine} to take as whole. */
  public static void say(String line) {
    System.out.print(line + ";\n");
    System.out.flush();
  }

  /** Ends the process as SIGKILL does, at once and without its help. */
  public void kill() {
    // Not destroyForcibly() of the process itself, which closes its output before we have read it.
    process.toHandle().destroyForcibly();
  }

  public int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() throws IOException {
    kill();
    lines.close();
  }
}
