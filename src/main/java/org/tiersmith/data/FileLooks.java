package org.tiersmith.data;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.task.JobContext;

/**
 * First looks at files, each kept as long as its file stays as it is: telling the encoding of a big
 * file means reading it, which nobody should wait for twice. Thread-safe.
 */
public final class FileLooks {
  /** So many cells of rows are kept in all; those that were asked for last. */
  private static final long MOST_CELLS = 2_000_000;

  private final Map<Asked, Look> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long cells;

  private record Asked(Path file, FileFormat chosen) {}

  private record Look(FileStand stand, int rows, FilePreview preview) {
    long cells() {
      return (long) preview.rows().size() * preview.columns().size();
    }

    /** Whether so many rows are there, or all that the file has. */
    boolean serves(int wanted) {
      return wanted <= rows || preview.rows().size() < rows;
    }
  }

  /** Looks at the first rows of a file; throws a Problem where it can't be read as a table. */
  public FilePreview of(Path file, int rows, JobContext context) {
    return of(file, FileFormat.GUESSED, rows, context);
  }

  /** Looks at the first rows of a file of which a person said how it is written. */
  public FilePreview of(Path file, FileFormat chosen, int rows, JobContext context) {
    Asked asked = new Asked(file.toAbsolutePath(), chosen);
    FileStand stand = FileStand.of(file);
    Look known = known(asked, stand);
    if (known != null && known.serves(rows)) {
      return known.preview.first(rows);
    }
    FileFormat form = known == null ? chosen : withKnown(chosen, known.preview);
    FilePreview preview = FilePreview.of(file, form, rows, context);
    keep(asked, new Look(stand, rows, preview));
    return preview;
  }

  /** The encoding need not be found out once more. */
  private static FileFormat withKnown(FileFormat chosen, FilePreview known) {
    boolean told = chosen.encoding() == null && known.format().startsWith("CSV");
    return told ? chosen.withEncoding(known.found().encoding()) : chosen;
  }

  private synchronized @Nullable Look known(Asked asked, FileStand stand) {
    Look look = kept.get(asked);
    return look != null && look.stand.equals(stand) ? look : null;
  }

  private synchronized void keep(Asked asked, Look look) {
    Look before = kept.put(asked, look);
    cells += look.cells() - (before == null ? 0 : before.cells());
    Iterator<Look> oldest = kept.values().iterator();
    while (cells > MOST_CELLS && kept.size() > 1) {
      cells -= oldest.next().cells();
      oldest.remove();
    }
  }
}
