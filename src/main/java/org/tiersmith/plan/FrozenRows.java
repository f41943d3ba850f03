package org.tiersmith.plan;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;

/**
 * A frozen plan's rows at rest: the bytes of its {@code plan.csv}, gzipped, so that every export of
 * a plan is the same to the byte whatever has changed since.
 */
public final class FrozenRows {
  private static final int BUFFER = 1 << 16;

  private FrozenRows() {}

  /** Writes the rows to a new gzipped file; arguments as for {@link PlanCsv#writeTo}. */
  public static void write(
      PlanCsv csv, Path gzipped, BooleanSupplier cancelled, DoubleConsumer progress)
      throws IOException {
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(gzipped), BUFFER),
                StandardCharsets.UTF_8),
            BUFFER)) {
      csv.writeTo(writer, cancelled, progress);
    }
  }

  /**
   * Writes the rows as {@code plan.csv}. An existing file is replaced only by the whole new one.
   *
   * @throws Problem when the place can't be written
   */
  public static void export(Path gzipped, Path csv) {
    PlanCsv.checkPlace(csv);
    try {
      AtomicFile.write(csv, out -> copy(gzipped, out));
    } catch (IOException e) {
      throw new Problem(
          Text.of(
              "plan.not-exported",
              "The plan could not be written to {0}: {1}. The project keeps it; try another place.",
              csv.toString(),
              String.valueOf(e.getMessage())),
          e);
    }
  }

  private static void copy(Path gzipped, Appendable out) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(gzipped), BUFFER), StandardCharsets.UTF_8)) {
      char[] buffer = new char[BUFFER];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        out.append(CharBuffer.wrap(buffer, 0, n));
      }
    }
  }
}
