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
import org.tiersmith.data.ColumnType;
import org.tiersmith.data.Distribution;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.Finding;
import org.tiersmith.data.ImportGuess;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.ImportRule;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.Privacy;
import org.tiersmith.data.QualityReport;
import org.tiersmith.data.RoleGuess;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.RuleOutcome;
import org.tiersmith.data.TableKind;
import org.tiersmith.data.TableQuery;
import org.tiersmith.data.TableRows;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.project.RowCounts;
import org.tiersmith.service.DataTable;
import org.tiersmith.service.DatasetView;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.task.JobContext;

/** A desk without a project: a small shop's tables from nowhere. */
final class FakeDesk implements DataDesk {
  private static final List<String> EVENT_COLUMNS =
      List.of("user", "sku", "when", "price", "rebate", "bought");

  private final List<Consumer<ProjectChange>> listeners = new ArrayList<>();
  private Optional<DatasetView> current = Optional.empty();
  private boolean damaged;
  private RoleMapping imported = RoleMapping.of(null, null, null);
  private TableQuery lastQuery = TableQuery.ALL;

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
    desk.current = Optional.of(dataset(1));
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
  public FilePreview preview(Path file) {
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
  public ImportGuess guess(List<Path> files) {
    List<FileGuess> guesses = new ArrayList<>();
    for (Path file : files) {
      String name = file.toString();
      TableKind kind =
          files.size() == 1 || name.startsWith("orders")
              ? TableKind.EVENTS
              : name.startsWith("customers") ? TableKind.CUSTOMERS : TableKind.PRODUCTS;
      guesses.add(guess(kind, file));
    }
    return new ImportGuess(guesses, List.of(), ImportRules.DEFAULT, Privacy.NONE);
  }

  @Override
  public FileGuess guess(TableKind kind, Path file) {
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
  public ImportPreview preview(
      FilePreview look, FileMapping part, TableKind kind, ImportRules rules, JobContext context) {
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
        null);
  }

  @Override
  public DatasetView importFiles(RoleMapping mapping, JobContext context) {
    if (damaged) {
      throw Problem.of("test.damaged", "Line 7 can''t be read.");
    }
    imported = mapping;
    current = Optional.of(dataset(2));
    listeners.forEach(listener -> listener.accept(ProjectChange.DATA_IMPORTED));
    return dataset(2);
  }

  @Override
  public DatasetView importAgain(ImportRules rules, JobContext context) {
    return importFiles(current.orElseThrow().mapping().with(rules), context);
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

  private static DatasetView dataset(long id) {
    QualityReport quality =
        QualityReport.of(
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
                        37))));
    return new DatasetView(
        id,
        Instant.parse("2026-05-04T09:30:00Z"),
        new RowCounts(1_500, 300, 128_400, 37),
        quality,
        RoleMapping.of(null, null, null),
        "en",
        "3f9ac1");
  }
}
