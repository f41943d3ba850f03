package org.tiersmith.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * Brings files into DuckDB as tables of texts, with the line of each row. Text files are first
 * written in the plainest form (UTF-8, fields divided by a control character, line ends inside
 * fields replaced by another), so that nothing is left for DuckDB to guess.
 */
final class Staging {
  /** Between the fields of a staged row. */
  static final char FIELD = '\u001f';

  /** For a line end inside a field. */
  static final char BREAK = '\u001e';

  /** Name of the column that holds a row's line in its file. */
  static final String LINE = "__line";

  /** Behind the name of a table that is a view, the name of the table that it looks at. */
  private static final String ROWS = "_rows";

  private static final int LONGEST_ROW = 8 << 20;
  private static final int REPORT_EVERY = 20_000;

  private final Duck duck;
  private final Path folder;
  private final RejectLog rejects;
  private final FileNames names;
  private final JobContext context;

  Staging(Duck duck, Path folder, RejectLog rejects, JobContext context) {
    this(duck, folder, rejects, FileNames.PLAIN, context);
  }

  Staging(Duck duck, Path folder, RejectLog rejects, FileNames names, JobContext context) {
    this.names = names;
    this.duck = duck;
    this.folder = folder;
    this.rejects = rejects;
    this.context = context;
  }

  /** A file in the folder of what is given up in the end. */
  Path scratch(String name) {
    return folder.resolve(name);
  }

  /** Loads a file as a table; each of its columns is a text, missing where empty. */
  RawTable load(Path path, String table) {
    return load(path, FileFormat.GUESSED, table);
  }

  /** Loads a file of which a person said how it is written. */
  RawTable load(Path path, FileFormat chosen, String table) {
    SourceFile file = SourceFile.of(path, chosen);
    RawTable raw =
        file.format() == SourceFile.Format.PARQUET ? parquet(file, table) : text(file, table);
    if (raw.rows() == 0) {
      throw Problem.of(
          "import.no-rows", "{0} holds no row that can be read below its header.", file.name());
    }
    return raw.called(names.of(path));
  }

  private RawTable parquet(SourceFile file, String table) {
    Path data = parquetFile(file, folder);
    List<String> original = parquetColumns(duck, file, data);
    file.requireWidth(original.size());
    List<String> names = Cells.distinctNames(original);
    StringBuilder select = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      select.append(
          String.format(
              ", nullif(trim(%s::VARCHAR), '') AS %s",
              Duck.name(original.get(i)), Duck.name(names.get(i))));
    }
    try {
      duck.run(
          String.format(
              "CREATE TABLE %s AS SELECT file_row_number + 1 AS %s%s FROM read_parquet(%s,"
                  + " file_row_number = true)",
              table, LINE, select, Duck.text(data)));
    } catch (DuckException e) {
      throw file.broken(e);
    }
    long rows = duck.whole("SELECT count(*) FROM " + table);
    return new RawTable(file.path(), table, names, rows, false, 0);
  }

  /** A Parquet file as one on disk, unpacked into the folder where it is packed. */
  static Path parquetFile(SourceFile file, Path folder) {
    try {
      return file.onDisk(folder);
    } catch (IOException e) {
      throw file.broken(e);
    }
  }

  /** Names of the columns of a Parquet file, whose bytes lie at a path. */
  static List<String> parquetColumns(Duck duck, SourceFile file, Path data) {
    try {
      return duck.list(
          "SELECT column_name FROM (DESCRIBE SELECT * FROM " + Duck.parquet(data) + ")",
          row -> row.words(0));
    } catch (DuckException e) {
      throw file.broken(e);
    }
  }

  /**
   * A table that reads a tidy file anew with every query; null for any other file. Its rows come in
   * their order, which counts lines, and need no line where none is asked for.
   *
   * @param roles columns by their roles, for what to know of them
   */
  @Nullable RawTable stream(Path path, FileFormat chosen, Map<String, String> roles, String table) {
    SourceFile file = SourceFile.of(path, chosen);
    TidyFile tidy = tidy(file, roles);
    if (tidy == null) {
      return null;
    }
    duck.run(
        String.format(
            "CREATE VIEW %s AS SELECT row_number() OVER () + %d AS %s, * FROM %s",
            table, tidy.headLines(), LINE, tidy.scan()));
    boolean semicolon = tidy.dialect().delimiter() == ';';
    return new RawTable(file.path(), table, tidy.columns(), tidy.rows(), semicolon, 0)
        .streaming(tidy)
        .called(names.of(path));
  }

  /** Keeps the rows of a streamed table, for many queries. */
  static RawTable keep(Duck duck, RawTable raw) {
    String rows = raw.table() + ROWS;
    duck.run("CREATE TABLE " + rows + " AS FROM " + raw.table());
    duck.run("CREATE OR REPLACE VIEW " + raw.table() + " AS FROM " + rows);
    return raw.streaming(null);
  }

  /**
   * Keeps some rows of a streamed table, and no others.
   *
   * @param lines a query of one column, the lines
   */
  void keepLines(RawTable raw, TidyFile tidy, String lines) {
    LongStream.Builder sorted = LongStream.builder();
    duck.each("FROM (" + lines + ") ORDER BY 1", row -> sorted.add(row.whole(0)));
    long[] wanted = sorted.build().toArray();
    Path part = folder.resolve(raw.table() + ".part");
    try {
      tidy.copyLines(wanted, part, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String rows = raw.table() + ROWS;
    duck.run("CREATE OR REPLACE TABLE " + rows + " AS SELECT * FROM " + tidy.scanCopy(part));
    duck.run("CREATE OR REPLACE VIEW " + raw.table() + " AS FROM " + rows);
  }

  private @Nullable TidyFile tidy(SourceFile file, Map<String, String> roles) {
    if (file.format() != SourceFile.Format.DELIMITED) {
      return null;
    }
    context.progress(-1, Text.of("import.reading-file", "Reading {0}", file.name()));
    try {
      return TidyFile.of(file, roles.get("event_id"), roles.get("timestamp"), context);
    } catch (IOException e) {
      throw file.broken(e);
    }
  }

  private RawTable text(SourceFile file, String table) {
    TidyFile tidy = tidy(file, Map.of());
    return tidy == null ? records(file, table) : rows(file, tidy, table);
  }

  /** Rows of a tidy file, which DuckDB keeps in their order: its row ids count lines. */
  private RawTable rows(SourceFile file, TidyFile tidy, String table) {
    String rows = table + ROWS;
    duck.run("CREATE TABLE " + rows + " AS SELECT * FROM " + tidy.scan());
    long read = duck.whole("SELECT count(*) FROM " + rows);
    if (read != tidy.rows()) {
      duck.run("DROP TABLE " + rows);
      return records(file, table);
    }
    duck.run(
        String.format(
            "CREATE VIEW %s AS SELECT rowid + %d AS %s, * FROM %s",
            table, tidy.headLines() + 1, LINE, rows));
    boolean semicolon = tidy.dialect().delimiter() == ';';
    return new RawTable(file.path(), table, tidy.columns(), read, semicolon, 0);
  }

  /** Forgets a table that was loaded. */
  static void drop(Duck duck, RawTable raw) {
    boolean view =
        duck.whole(
                "SELECT count(*) FROM duckdb_views() WHERE view_name = " + Duck.text(raw.table()))
            > 0;
    duck.run("DROP " + (view ? "VIEW " : "TABLE ") + raw.table());
    duck.run("DROP TABLE IF EXISTS " + raw.table() + ROWS);
  }

  private RawTable records(SourceFile file, String table) {
    Path staged = folder.resolve(table + ".staged");
    try (RowSource source = RowSource.open(file)) {
      Writer writer = new Writer(file, source);
      writer.writeTo(staged);
      load(table, source.columns(), writer, staged);
      Files.delete(staged);
      boolean semicolon = source.format().endsWith(";");
      return new RawTable(
          file.path(), table, source.columns(), writer.rows, semicolon, writer.trimmed);
    } catch (IOException e) {
      throw file.broken(e);
    }
  }

  private void load(String table, List<String> columns, Writer writer, Path staged) {
    StringBuilder types = new StringBuilder("'" + LINE + "': 'BIGINT'");
    List<String> mended = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      types.append(", ").append(Duck.text(columns.get(i))).append(": 'VARCHAR'");
      if (writer.broken.get(i)) {
        String name = Duck.name(columns.get(i));
        mended.add("replace(" + name + ", chr(30), chr(10)) AS " + name);
      }
    }
    String replace = mended.isEmpty() ? "" : " REPLACE (" + String.join(", ", mended) + ")";
    duck.run(
        "CREATE TABLE "
            + table
            + " AS SELECT *"
            + replace
            + " FROM "
            + scan(staged, types.toString(), columns.size() > writer.width));
  }

  /**
   * A staged file as a table of a query.
   *
   * @param grown whether early rows lack columns, which are empty there
   */
  static String scan(Path staged, String types, boolean grown) {
    return String.format(
        "read_csv(%s, header = false, auto_detect = false, delim = chr(31), quote = '', escape ="
            + " '', comment = '', nullstr = '', null_padding = %b, new_line = '\\n"
            + "', max_line_size = %d, columns = {%s})",
        Duck.text(staged), grown, LONGEST_ROW, types);
  }

  /** A text that is one staged field. */
  static String safe(String text) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c == '\ufeff') {
        safe = safe == null ? new StringBuilder(text.substring(0, i)) : safe;
        if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
          safe.append(BREAK);
        }
      } else if (safe != null) {
        safe.append(c);
      }
    }
    return safe == null ? text : safe.toString();
  }

  /** Writes a source's good rows, and logs the others. */
  private final class Writer {
    private final SourceFile file;
    private final RowSource source;
    private final BitSet broken = new BitSet();
    private final int width;
    private long rows;
    private long trimmed;

    private Writer(SourceFile file, RowSource source) {
      this.file = file;
      this.source = source;
      this.width = source.columns().size();
    }

    private void writeTo(Path staged) throws IOException {
      try (BufferedWriter out = Files.newBufferedWriter(staged)) {
        for (long n = 1; source.next(); n++) {
          Text fault = source.fault();
          if (fault == null) {
            row(out);
          } else {
            rejects.add(names.of(file.path()), source.line(), fault, source.raw());
          }
          if (n % REPORT_EVERY == 0) {
            context.checkCancelled();
            context.progress(
                -1, Text.of("import.reading", "Reading {0}: {1} rows", file.name(), n));
          }
        }
      }
    }

    private void row(BufferedWriter out) throws IOException {
      out.write(Long.toString(source.line()));
      int columns = source.columns().size();
      for (int i = 0; i < columns; i++) {
        String raw = source.cell(i);
        String tidy = Cells.tidy(raw);
        String safe = safe(tidy);
        trimmed += tidy.length() < raw.length() && !tidy.isEmpty() ? 1 : 0;
        if (safe.indexOf(BREAK) >= 0) {
          broken.set(i);
        }
        out.write(FIELD);
        out.write(safe);
      }
      out.write('\n');
      rows++;
    }
  }
}
