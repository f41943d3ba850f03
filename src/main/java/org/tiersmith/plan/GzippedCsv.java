package org.tiersmith.plan;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.tiersmith.model.Problem;

/** Plans of projects before file version 2, at rest as the gzipped bytes of {@code plan.csv}. */
public final class GzippedCsv {
  private static final int BUFFER = 1 << 16;

  private GzippedCsv() {}

  /**
   * Writes the rows as {@code plan.csv}. An existing file is replaced only by the whole new one.
   *
   * @throws Problem when the place can't be written
   */
  public static void export(Path gzipped, Path csv) {
    PlanFile.write(
        csv,
        out -> {
          try (InputStream in = new GZIPInputStream(Files.newInputStream(gzipped), BUFFER)) {
            in.transferTo(out);
          }
        });
  }
}
