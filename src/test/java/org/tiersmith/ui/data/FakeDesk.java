package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ChangeReport;
import org.tiersmith.data.ChangeReport.ColumnChange;
import org.tiersmith.data.ChangeReport.Example;
import org.tiersmith.data.ChangeReport.TableChange;
import org.tiersmith.data.ColumnQuality;
import org.tiersmith.data.ColumnType;
import org.tiersmith.data.ContactColumn;
import org.tiersmith.data.Distribution;
import org.tiersmith.data.FileFormat;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.Finding;
import org.tiersmith.data.ImportGuess;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.ImportRule;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.Join;
import org.tiersmith.data.JoinOutcome;
import org.tiersmith.data.PreviewRequest;
import org.tiersmith.data.PreviewSource;
import org.tiersmith.data.Privacy;
import org.tiersmith.data.QualityReport;
import org.tiersmith.data.RejectColumns;
import org.tiersmith.data.RejectRows;
import org.tiersmith.data.RoleGuess;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.RuleOutcome;
import org.tiersmith.data.SkippedFile;
import org.tiersmith.data.TableKind;
import org.tiersmith.data.TableQuery;
import org.tiersmith.data.TableRows;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.project.RowCounts;
import org.tiersmith.service.DataTable;
import org.tiersmith.service.DatasetView;
import org.tiersmith.service.FilesLook;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.task.JobContext;

/** A desk without a project: a small shop's tables from nowhere. */
final class FakeDesk implements DataDesk, MappingDesk {
  private static final List<String> EVENT_COLUMNS =
      List.of("user", "sku", "when", "price", "rebate", "bought");

  private final List<Consumer<ProjectChange>> listeners = new ArrayList<>();
  private Optional<DatasetView> current = Optional.empty();
  private boolean damaged;
  private @Nullable Path exported;
  private RoleMapping imported = RoleMapping.of(null, null, null);
  private RoleMapping saved = RoleMapping.of(null, null, null);
  private final List<PreviewRequest> asked = new ArrayList<>();
  private @Nullable ImportGuess remembered;
  private boolean joins = true;
  private boolean nothingLeft;
  private TableQuery lastQuery = TableQuery.ALL;

  /** What was to be previewed, the latest last. */
  List<PreviewRequest> asked() {
    return asked;
  }

  /** What files are guessed to be from now on, until it is forgotten. */
  void remember(ImportGuess guess) {
    remembered = guess;
  }

  /** From now on no columns seem to agree. */
  void joinNothing() {
    joins = false;
  }

  /** From now on no row has a value. */
  void leaveNothing() {
    nothingLeft = true;
  }

  /** What was saved, and what a mapping file says from now on. */
  RoleMapping saved() {
    return saved;
  }

  /** By which mapping was imported last. */
  RoleMapping imported() {
    return imported;
  }

  /** Of which rows a distribution was asked for last. */
  TableQuery lastQuery() {
    return lastQuery;
  }

  static FakeDesk filled() {
    FakeDesk desk = new FakeDesk();
    desk.current = Optional.of(dataset(1, changes(true)));
    return desk;
  }

  /** From now on nothing can be read. */
  void damage() {
    damaged = true;
  }

  int listeners() {
    return listeners.size();
  }

  @Override
  public MappingDesk mapping() {
    return this;
  }

  @Override
  public FilePreview preview(Path file, FileFormat format, JobContext context) {
    if (damaged) {
      throw Problem.of("test.damaged", "{0} can''t be read.", file.toString());
    }
    List<FilePreview.Column> columns =
        EVENT_COLUMNS.stream().map(name -> new FilePreview.Column(name, ColumnType.TEXT)).toList();
    List<List<String>> rows =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    List.of(
                        "C-%04d".formatted(i * 7),
                        "P-%03d".formatted(i * 3),
                        "2026-03-%02d 10:15".formatted(1 + i % 28),
                        "%d.90".formatted(19 + i),
                        i % 4 == 0 ? "10%" : "0%",
                        i % 3 == 0 ? "yes" : "no"))
            .toList();
    return new FilePreview(file, "UTF-8", "CSV, ;", 1_840_000, columns, rows);
  }

  @Override
  public FilesLook look(List<Path> handedIn, JobContext context) {
    if (damaged) {
      throw Problem.of("test.damaged", "The folder can''t be read.");
    }
    if (remembered != null) {
      return new FilesLook(handedIn.size(), remembered, List.of());
    }
    context.progress(0.4, Text.of("test.looking", "Looking at {0}", handedIn.getFirst()));
    context.checkCancelled();
    List<SkippedFile> skipped =
        handedIn.stream()
            .filter(file -> file.toString().startsWith("broken"))
            .map(file -> new SkippedFile(file, Text.of("test.broken", "It is empty.")))
            .toList();
    List<Path> unused =
        handedIn.stream().filter(file -> file.toString().startsWith("stores")).toList();
    List<Path> files = new ArrayList<>(handedIn);
    files.removeAll(skipped.stream().map(SkippedFile::path).toList());
    files.removeAll(unused);
    return new FilesLook(files.size() + unused.size(), guess(files, unused), skipped);
  }

  /** Files called orders are events, one after the other. */
  private ImportGuess guess(List<Path> files, List<Path> unused) {
    List<FileGuess> guesses = new ArrayList<>();
    List<Path> orders = files.stream().filter(f -> f.toString().startsWith("orders")).toList();
    for (Path file : files) {
      if (orders.indexOf(file) > 0) {
        continue;
      }
      String name = file.toString();
      TableKind kind =
          files.size() == 1 || name.startsWith("orders")
              ? TableKind.EVENTS
              : name.startsWith("customers") ? TableKind.CUSTOMERS : TableKind.PRODUCTS;
      FileGuess guess = guess(kind, file, FileFormat.GUESSED, JobContext.detached());
      guesses.add(
          orders.contains(file) ? followed(guess, orders.subList(1, orders.size())) : guess);
    }
    return new ImportGuess(guesses, unused, ImportRules.DEFAULT, Privacy.NONE);
  }

  private static FileGuess followed(FileGuess guess, List<Path> more) {
    return new FileGuess(
        guess.kind(),
        guess.confidence(),
        guess.reason(),
        guess.mapping().withMore(more),
        guess.roles(),
        guess.possible(),
        guess.joins());
  }

  @Override
  public FileGuess guess(TableKind kind, Path file, FileFormat format, JobContext context) {
    Map<String, String> columns = new LinkedHashMap<>();
    switch (kind) {
      case CUSTOMERS -> columns.put("customer_id", "user");
      case PRODUCTS -> columns.put("product_id", "sku");
      case EVENTS -> {
        columns.put("customer_id", "user");
        columns.put("product_id", "sku");
        columns.put("timestamp", "when");
        columns.put("list_price", "price");
      }
    }
    Text reason = Text.of("test.name", "its name says so, and its values repeat");
    List<RoleGuess> roles =
        columns.entrySet().stream()
            .map(e -> new RoleGuess(e.getKey(), e.getValue(), 0.9, reason, List.of()))
            .toList();
    return new FileGuess(
        kind, 0.9, reason, FileMapping.of(file, columns), roles, List.of(), List.of());
  }

  @Override
  public Optional<Join> join(FileMapping part, Path other, JobContext context) {
    return joins ? Optional.of(new Join(other, Map.of("user", "user"))) : Optional.empty();
  }

  @Override
  public void forget(Path file) {
    remembered = null;
  }

  @Override
  public void save(RoleMapping mapping, Path json) {
    saved = mapping;
  }

  @Override
  public RoleMapping load(Path json) {
    return saved;
  }

  @Override
  public Path keyFolder() {
    return Path.of("/home/anna/.config/tiersmith/keys");
  }

  @Override
  public ImportPreview preview(PreviewRequest request, JobContext context) {
    asked.add(request);
    FilePreview look = request.looks().getFirst();
    TableKind kind = request.kind();
    ImportRules rules = request.rules();
    List<ImportPreview.Row> rows = new ArrayList<>();
    for (int i = 0; i < look.rows().size(); i++) {
      boolean bad = i % 9 == 4;
      rows.add(
          new ImportPreview.Row(
              i + 1,
              bad ? List.of() : look.rows().get(i).subList(0, 4),
              bad ? "The customer id is missing." : null));
    }
    RuleOutcome outcome =
        new RuleOutcome(
            ImportRule.MISSING_CUSTOMER.id(),
            kind.key(),
            rules.action(ImportRule.MISSING_CUSTOMER),
            6,
            6,
            0,
            0,
            new RuleOutcome.Example("orders-2026.csv", 6, "The customer id is missing."));
    return new ImportPreview(
        List.of("customer_id", "product_id", "timestamp", "list_price"),
        List.of(false, false, false, true),
        rows,
        List.of(outcome),
        null,
        source(request));
  }

  private static PreviewSource source(PreviewRequest request) {
    String file = String.valueOf(request.part().file().getFileName());
    return new PreviewSource(
        EVENT_COLUMNS,
        request.part().joins().stream().map(j -> new JoinOutcome(j.file(), 50, 44, 3)).toList(),
        List.of(
            new ContactColumn(file, "rebate", ContactColumn.What.E_MAIL, true, false),
            new ContactColumn(file, "bought", ContactColumn.What.NAME, false, false)),
        List.of(
            new Finding(
                Finding.Level.NOTE,
                44,
                Text.of("price.list-from-rate", "{0} list prices: paid price / (1 - rate).", 44))),
        Map.of(ImportRules.DEFAULT.patterns().get(3), 2L));
  }

  @Override
  public DatasetView importFiles(RoleMapping mapping, boolean update, JobContext context) {
    if (damaged) {
      throw Problem.of("test.damaged", "Line 7 can''t be read.");
    }
    imported = mapping;
    current = Optional.of(dataset(2, current.isEmpty() ? null : changes(update)));
    listeners.forEach(listener -> listener.accept(ProjectChange.DATA_IMPORTED));
    return current.orElseThrow();
  }

  @Override
  public DatasetView importAgain(ImportRules rules, JobContext context) {
    return importFiles(current.orElseThrow().mapping().with(rules), false, context);
  }

  @Override
  public List<RejectRows.Count> rejects(JobContext context) {
    String missing = ImportRule.MISSING_CUSTOMER.reason();
    return List.of(
        new RejectRows.Count("orders-2026.csv", missing, "The customer id is missing.", 28),
        new RejectRows.Count("orders-2025.csv", missing, "The customer id is missing.", 4),
        new RejectRows.Count(
            "orders-2026.csv", "import.width", "The row has 5 fields, the header 6.", 5));
  }

  @Override
  public List<String> rejectedCells(String kept) {
    return RejectRows.cells(kept);
  }

  @Override
  public List<Path> exportRejects(Path csv, JobContext context) {
    exported = csv;
    return List.of(csv);
  }

  /** Where rejected rows were exported to last. */
  @Nullable Path exported() {
    return exported;
  }

  @Override
  public Optional<DatasetView> current() {
    return current;
  }

  @Override
  public long prepare(DataTable table, TableQuery query, JobContext context) {
    return 128_400;
  }

  @Override
  public TableRows rows(
      DataTable table, TableQuery query, long offset, int limit, JobContext context) {
    lastQuery = query;
    if (table == DataTable.REJECTS) {
      return rejected((int) offset, limit);
    }
    List<List<String>> cells =
        IntStream.range((int) offset, (int) offset + limit)
            .mapToObj(
                i ->
                    List.of(
                        "C-%04d".formatted(i),
                        "P-%03d".formatted(i % 300),
                        "2026-03-%02d 10:15:00".formatted(1 + i % 28),
                        i % 3 == 0 ? "purchase" : "view",
                        (19.9 + i) + "",
                        i % 4 == 0 ? "陶瓷手冲咖啡壶" : ""))
            .toList();
    return new TableRows(
        List.of("customer_id", "product_id", "timestamp", "type", "list_price", "text"),
        List.of(false, false, false, false, true, false),
        cells,
        128_400);
  }

  @Override
  public Distribution distribution(
      DataTable table, TableQuery query, String column, JobContext context) {
    lastQuery = query;
    if (nothingLeft) {
      double none = Double.NaN;
      return new Distribution(column, true, 0, 0, 0, none, none, none, List.of());
    }
    if (column.equals("type")) {
      List<Distribution.Bin> bins =
          List.of(
              new Distribution.Bin("view", Double.NaN, Double.NaN, 61_204),
              new Distribution.Bin("search", Double.NaN, Double.NaN, 24_000),
              new Distribution.Bin("purchase", Double.NaN, Double.NaN, 9_112));
      double none = Double.NaN;
      return new Distribution(column, false, 128_400, 0, 3, none, none, none, bins);
    }
    List<Distribution.Bin> bins =
        IntStream.range(0, 24)
            .mapToObj(
                i -> new Distribution.Bin("", i, i + 1, Math.round(9_000 * Math.exp(-i / 6.0))))
            .toList();
    return new Distribution(column, true, 128_400, 212, 24, 0, 5.5, 24, bins);
  }

  @Override
  public Runnable listen(Consumer<ProjectChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private static TableRows rejected(int offset, int limit) {
    List<List<String>> cells =
        IntStream.range(offset, Math.min(37, offset + limit))
            .mapToObj(
                i ->
                    List.of(
                        "orders-2026.csv",
                        "" + (7 + 3 * i),
                        i % 7 == 6 ? "import.width" : ImportRule.MISSING_CUSTOMER.reason(),
                        i % 7 == 6
                            ? "The row has 5 fields, the header 6."
                            : "The customer id is missing.",
                        ";P-%03d;2026-03-04 10:15;19.90;0%%;no".formatted(i),
                        i % 7 == 6
                            ? ""
                            : "[null,\"P-%03d\",\"2026-03-04 10:15\",\"19.90\",\"0%%\",\"no\"]"
                                .formatted(i)))
            .toList();
    return new TableRows(
        List.of("file", "line", "reason", "message", "row", "cells"),
        List.of(false, true, false, false, false, false),
        cells,
        37);
  }

  private static ChangeReport changes(boolean update) {
    return new ChangeReport(
        update,
        List.of(
            new TableChange("customers", 12, 0, 1_488, 0, List.of()),
            new TableChange(
                "products",
                4,
                31,
                265,
                0,
                List.of(
                    new ColumnChange(
                        "price",
                        31,
                        List.of(
                            new Example("P-012", "19.9", "21.9"),
                            new Example("P-044", null, "8.5"))))),
            new TableChange("events", 2_310, 18, 126_072, 40, List.of())));
  }

  private static List<ColumnQuality> facts() {
    return List.of(
        new ColumnQuality(
            "events",
            "customer_id",
            128_400,
            0,
            1_500,
            null,
            null,
            null,
            ColumnType.TEXT,
            List.of("C-0000", "C-0007", "C-0014")),
        new ColumnQuality(
            "events",
            "timestamp",
            128_400,
            212,
            91_210,
            "2026-01-01 00:00:00",
            "2026-03-02 10:15:00",
            "2026-04-30 21:44:10",
            ColumnType.DATE,
            List.of("2026-03-01 10:15:00", "2026-03-02 10:15:00")),
        new ColumnQuality(
            "events",
            "list_price",
            128_400,
            12_840,
            431,
            "0.9",
            "19.9",
            "1499.0",
            ColumnType.NUMBER,
            List.of("19.9", "20.9", "21.9")),
        new ColumnQuality(
            "events",
            "text",
            128_400,
            96_300,
            75,
            null,
            null,
            null,
            ColumnType.TEXT,
            List.of("陶瓷手冲咖啡壶")));
  }

  private static DatasetView dataset(long id, @Nullable ChangeReport changes) {
    QualityReport quality =
        new QualityReport(
            List.of(
                new Finding(
                    Finding.Level.NOTE,
                    128_400,
                    Text.of("test.dates", "Dates were read as day.month.year.")),
                new Finding(
                    Finding.Level.WARNING,
                    212,
                    Text.of("test.price", "{0} events have no list price.", 212)),
                new Finding(
                    Finding.Level.REJECTED,
                    37,
                    Text.of(
                        "test.unknown",
                        "{0} events name a customer that the customers file does not hold; they"
                            + " were set aside.",
                        37))),
            null,
            facts(),
            null,
            List.of(new RejectColumns("orders-2026.csv", EVENT_COLUMNS)));
    return new DatasetView(
        id,
        Instant.parse("2026-05-04T09:30:00Z"),
        new RowCounts(1_500, 300, 128_400, 37),
        quality,
        RoleMapping.of(null, null, null),
        "en",
        "3f9ac1",
        changes);
  }
}
