package org.tiersmith.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/**
 * Takes a file's first rows through the steps of an import: what a person sees while the meaning of
 * columns is corrected is what the import itself would make of them. Rules that compare rows with
 * other files have nothing to say here.
 */
public final class PreviewRun {
  private final Path folder;
  private final JobContext context;

  private PreviewRun(Path folder, JobContext context) {
    this.folder = folder;
    this.context = context;
  }

  /**
   * Takes the rows of a first look; a mapping that can't be used becomes the preview's problem.
   *
   * @param part what the file's columns mean
   * @param kind what its rows are
   * @param folder for scratch files, which are gone afterwards
   */
  public static ImportPreview of(
      FilePreview look,
      FileMapping part,
      TableKind kind,
      ImportRules rules,
      Path folder,
      JobContext context) {
    try {
      Path scratch = Files.createTempDirectory(folder, "preview-");
      try {
        return new PreviewRun(scratch, context).run(look, part, kind, rules);
      } catch (Problem e) {
        return ImportPreview.refused(e.text());
      } catch (DuckException e) {
        return ImportPreview.refused(
            Text.of("preview.failed", "These columns can''t be taken so: {0}", reason(e)));
      } finally {
        remove(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportPreview run(FilePreview look, FileMapping part, TableKind kind, ImportRules rules)
      throws IOException {
    Path sample = folder.resolve("rows.csv");
    write(look, sample);
    FileFormat own = part.format();
    FileFormat plain = new FileFormat("UTF-8", ",", "\"", own.decimal(), own.dayFirst(), null);
    FileMapping few = part.withFile(sample).withMore(List.of()).withFormat(plain);
    try (Duck duck = Duck.open(context);
        RejectLog log = new RejectLog(folder)) {
      Values.define(duck);
      List<Finding> findings = new ArrayList<>();
      Staging staging = new Staging(duck, folder, log, context);
      RawTable raw = new FileSet(duck, staging, findings).load(few, "raw");
      log.load(duck);
      duck.confineTo(List.of(folder), List.of());
      Projection from = new Projection(duck, raw, few, kind);
      return read(duck, kind, table(staging, duck, from, few, kind, rules, findings));
    }
  }

  /** Makes the table of the kind. */
  private static List<RuleOutcome> table(
      Staging staging,
      Duck duck,
      Projection from,
      FileMapping part,
      TableKind kind,
      ImportRules rules,
      List<Finding> findings) {
    if (kind == TableKind.CUSTOMERS) {
      return new CatalogueStep(duck, rules).customers(from);
    }
    if (kind == TableKind.PRODUCTS) {
      return new CatalogueStep(duck, rules).products(from);
    }
    PriceStep prices = new PriceStep(duck, from, part.derive(), findings);
    EventsStep events = new EventsStep(duck, from, rules, prices, staging);
    events.parse();
    events.compareRows();
    List<RuleOutcome> outcomes = events.settle();
    prices.finish();
    return outcomes;
  }

  private static ImportPreview read(Duck duck, TableKind kind, List<RuleOutcome> outcomes) {
    List<String> columns = new ArrayList<>();
    List<Boolean> numeric = new ArrayList<>();
    duck.each(
        "SELECT column_name, column_type FROM (DESCRIBE " + kind.key() + ")",
        row -> {
          String name = row.words(0);
          if (!name.startsWith("__") && holdsAnything(duck, kind, name)) {
            columns.add(name);
            numeric.add(List.of("DOUBLE", "BIGINT").contains(row.words(1)));
          }
        });
    return new ImportPreview(columns, numeric, rows(duck, kind, columns), outcomes, null);
  }

  private static List<ImportPreview.Row> rows(Duck duck, TableKind kind, List<String> columns) {
    List<ImportPreview.Row> rows = new ArrayList<>();
    String names =
        columns.stream().map(c -> ", " + Duck.name(c) + "::VARCHAR").collect(Collectors.joining());
    duck.each(
        "SELECT " + Staging.LINE + names + " FROM " + kind.key(),
        row -> {
          List<String> cells = new ArrayList<>();
          for (int i = 1; i <= columns.size(); i++) {
            cells.add(row.words(i));
          }
          rows.add(new ImportPreview.Row(row.whole(0) - 1, cells, null));
        });
    duck.each(
        "SELECT line, message FROM rejects",
        row -> rows.add(new ImportPreview.Row(row.whole(0) - 1, List.of(), row.words(1))));
    rows.sort(Comparator.comparingLong(ImportPreview.Row::line));
    return rows;
  }

  private static boolean holdsAnything(Duck duck, TableKind kind, String column) {
    return duck.whole("SELECT count(" + Duck.name(column) + ") FROM " + kind.key()) > 0;
  }

  private static void write(FilePreview look, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(line(look.columnNames()));
    look.rows().forEach(row -> lines.add(line(row)));
    Files.write(file, lines);
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(c -> "\"" + c.replace("\"", "\"\"").replaceAll("[\\r\\n]+", " ") + "\"")
        .collect(Collectors.joining(","));
  }

  private static String reason(DuckException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  private static void remove(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      for (Path file : all.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
