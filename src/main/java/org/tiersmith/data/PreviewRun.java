package org.tiersmith.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private static final String SAMPLE = "rows.csv";

  private final PreviewRequest request;
  private final JoinedFiles beside;
  private final Path folder;
  private final JobContext context;
  private final List<Finding> findings = new ArrayList<>();
  private List<String> columns = List.of();
  private List<JoinOutcome> joins = List.of();
  private List<ContactColumn> contacts = List.of();
  private Map<RowPattern, Long> patterns = Map.of();

  private PreviewRun(PreviewRequest request, JoinedFiles beside, Path folder, JobContext context) {
    this.request = request;
    this.beside = beside;
    this.folder = folder;
    this.context = context;
  }

  /**
   * Takes the rows of a first look; a mapping that can't be used becomes the preview's problem.
   * Pseudonyms are made by a key that is thrown away.
   *
   * @param beside the joined files, kept from one preview to the next
   * @param folder for scratch files, which are gone afterwards
   */
  public static ImportPreview of(
      PreviewRequest request, JoinedFiles beside, Path folder, JobContext context) {
    try {
      Path scratch = Files.createTempDirectory(folder, "preview-");
      PreviewRun run = new PreviewRun(request, beside, scratch, context);
      try {
        return run.run();
      } catch (Problem e) {
        return ImportPreview.refused(run.named(e.text()), run.source());
      } catch (DuckException e) {
        return ImportPreview.refused(
            Text.of("preview.failed", "These columns can''t be taken so: {0}", reason(e)),
            run.source());
      } finally {
        remove(scratch);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportPreview run() throws IOException {
    Path sample = folder.resolve(SAMPLE);
    write(request.looks(), sample);
    FileFormat own = request.part().format();
    FileFormat plain = new FileFormat("UTF-8", ",", "\"", own.decimal(), own.dayFirst(), null);
    FileMapping few = request.part().withFile(sample).withMore(List.of()).withFormat(plain);
    try (Duck duck = Duck.open(context);
        RejectLog log = new RejectLog(folder)) {
      Values.define(duck);
      Staging staging = new Staging(duck, folder, log, context);
      RawTable raw = load(duck, staging, few);
      log.load(duck);
      PrivacyStep.Guarded guarded = guard(duck, raw, few);
      duck.confineTo(List.of(folder), List.of());
      Projection from = new Projection(duck, guarded.raw(), guarded.part(), request.kind());
      return read(duck, table(staging, duck, from));
    }
  }

  private RawTable load(Duck duck, Staging staging, FileMapping few) {
    JoinStep.Other met = (left, join, table) -> beside.meeting(duck, left, join, table, context);
    FileSet files = new FileSet(duck, staging, findings, new JoinStep(duck, met, findings, true));
    try {
      RawTable raw = files.load(few, "raw");
      columns = raw.columns();
      return raw;
    } finally {
      joins = files.joins();
    }
  }

  private PrivacyStep.Guarded guard(Duck duck, RawTable raw, FileMapping few) {
    byte[] secret = new byte[PseudonymKey.LENGTH];
    new SecureRandom().nextBytes(secret);
    PrivacyStep privacy =
        new PrivacyStep(duck, request.privacy(), PresentData.with(new PseudonymKey(secret)));
    PrivacyStep.Guarded guarded = privacy.guard(request.kind(), raw, few);
    List<ContactColumn> found = new ArrayList<>(privacy.contacts());
    String id = raw.find(few.columns().getOrDefault("customer_id", ""));
    ContactColumn known =
        id == null
            ? null
            : new ContactFinder(duck)
                .asId(request.kind(), raw, id, request.privacy().pseudonymise());
    if (known != null) {
      found.addFirst(known);
    }
    contacts =
        found.stream()
            .map(
                c ->
                    new ContactColumn(
                        fileName(), c.column(), c.what(), c.byContents(), c.dropped()))
            .toList();
    return guarded;
  }

  private PreviewSource source() {
    return new PreviewSource(columns, joins, contacts, findings, patterns);
  }

  /** A sentence about the sample as one about the file. */
  private Text named(Text text) {
    Object[] arguments =
        text.arguments().stream().map(a -> SAMPLE.equals(a) ? fileName() : a).toArray();
    return Text.of(text.key(), text.pattern(), arguments);
  }

  private String fileName() {
    return SourceFile.name(request.part().file());
  }

  /** Makes the table of the kind. */
  private List<RuleOutcome> table(Staging staging, Duck duck, Projection from) {
    ImportRules rules = request.rules();
    TableKind kind = request.kind();
    if (kind == TableKind.CUSTOMERS) {
      return new CatalogueStep(duck, rules).customers(from);
    }
    if (kind == TableKind.PRODUCTS) {
      return new CatalogueStep(duck, rules).products(from);
    }
    PriceStep prices = new PriceStep(duck, from, request.part().derive(), findings);
    EventsStep events = new EventsStep(duck, from, rules, prices, staging);
    patterns = events.patternsMet();
    events.parse();
    events.compareRows();
    List<RuleOutcome> outcomes = events.settle();
    prices.finish();
    return outcomes;
  }

  private ImportPreview read(Duck duck, List<RuleOutcome> outcomes) {
    TableKind kind = request.kind();
    List<String> shown = new ArrayList<>();
    List<Boolean> numeric = new ArrayList<>();
    duck.each(
        "SELECT column_name, column_type FROM (DESCRIBE " + kind.key() + ")",
        row -> {
          String name = row.words(0);
          if (!name.startsWith("__") && holdsAnything(duck, kind, name)) {
            shown.add(name);
            numeric.add(List.of("DOUBLE", "BIGINT").contains(row.words(1)));
          }
        });
    return new ImportPreview(shown, numeric, rows(duck, kind, shown), outcomes, null, source());
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
        "SELECT line, message FROM rejects WHERE file = " + Duck.text(SAMPLE),
        row -> rows.add(new ImportPreview.Row(row.whole(0) - 1, List.of(), row.words(1))));
    rows.sort(Comparator.comparingLong(ImportPreview.Row::line));
    return rows;
  }

  private static boolean holdsAnything(Duck duck, TableKind kind, String column) {
    return duck.whole("SELECT count(" + Duck.name(column) + ") FROM " + kind.key()) > 0;
  }

  /** Rows of all looks, one after the other, by the names of their columns. */
  private static void write(List<FilePreview> looks, Path file) throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    looks.forEach(
        look -> look.columnNames().forEach(n -> names.putIfAbsent(n.toLowerCase(Locale.ROOT), n)));
    List<String> lines = new ArrayList<>(List.of(line(names.values())));
    for (FilePreview look : looks) {
      List<String> own =
          look.columnNames().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
      for (List<String> row : look.rows()) {
        lines.add(
            line(
                names.keySet().stream()
                    .map(name -> own.contains(name) ? row.get(own.indexOf(name)) : "")
                    .toList()));
      }
    }
    Files.write(file, lines);
  }

  private static String line(Collection<String> cells) {
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
