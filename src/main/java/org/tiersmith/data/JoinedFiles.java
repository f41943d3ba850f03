package org.tiersmith.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tiersmith.task.JobContext;

/**
 * The files that previews put beside others: each is read whole once while it stays as it is, and a
 * preview takes no more of it than the rows that it meets. Thread-safe.
 */
public final class JoinedFiles {
  private final Path folder;
  private final Map<Path, Kept> kept = new HashMap<>();

  /** A file's rows as Parquet. */
  private record Kept(FileStand stand, Path parquet, List<String> columns, boolean semicolon) {}

  /**
   * @param folder takes the rows, as long as it is there
   */
  public JoinedFiles(Path folder) {
    this.folder = folder;
  }

  /** The rows of a joined file that rows of a table meet, as a table. */
  RawTable meeting(Duck duck, RawTable left, Join join, String table, JobContext context) {
    Kept whole = whole(join.file(), context);
    RawTable own = new RawTable(join.file(), table, whole.columns, 0, whole.semicolon, 0);
    duck.run(
        String.format(
            "CREATE TABLE %s AS SELECT o.* FROM %s AS o SEMI JOIN %s AS l ON %s",
            table, Duck.parquet(whole.parquet), left.table(), meets(left, own, join)));
    long rows = duck.whole("SELECT count(*) FROM " + table);
    return new RawTable(join.file(), table, whole.columns, rows, whole.semicolon, 0);
  }

  /** SQL; a column that is missing meets nothing, and is refused where the tables are joined. */
  private static String meets(RawTable left, RawTable right, Join join) {
    return join.on().entrySet().stream()
        .map(
            pair -> {
              String one = left.find(pair.getKey());
              String other = right.find(pair.getValue());
              return one == null || other == null
                  ? "FALSE"
                  : String.format("ts_id(o.%s) = ts_id(l.%s)", Duck.name(other), Duck.name(one));
            })
        .collect(Collectors.joining(" AND "));
  }

  private synchronized Kept whole(Path file, JobContext context) {
    FileStand stand = FileStand.of(file);
    @Nullable Kept known = kept.get(file);
    if (known != null && known.stand.equals(stand)) {
      return known;
    }
    try {
      if (known != null) {
        kept.remove(file);
        Files.delete(known.parquet);
      }
      Kept whole = read(file, stand, context);
      kept.put(file, whole);
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Kept read(Path file, FileStand stand, JobContext context) throws IOException {
    Path scratch = Files.createTempDirectory(folder, "joined-");
    try (Duck duck = Duck.open(context);
        RejectLog log = new RejectLog(scratch)) {
      RawTable raw = new Staging(duck, scratch, log, context).load(file, "beside");
      Path parquet = folder.resolve(scratch.getFileName() + ".parquet");
      duck.run("COPY (FROM beside) TO " + Duck.text(parquet) + " (FORMAT parquet)");
      return new Kept(stand, parquet, raw.columns(), raw.semicolon());
    } finally {
      Workbook.delete(scratch);
    }
  }
}
