package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.task.JobContext;

/** One import, step by step. */
final class ImportRun {
  private final RoleMapping mapping;
  private final Duck duck;
  private final RejectLog rejectLog;
  private final Path scratch;
  private final Path outDir;
  private final JobContext context;
  private final PresentData present;
  private final Map<TableKind, RawTable> raws = new EnumMap<>(TableKind.class);
  private final List<Finding> findings = new ArrayList<>();
  private final Map<TableKind, FileMapping> parts = new EnumMap<>(TableKind.class);
  private final List<RuleOutcome> outcomes = new ArrayList<>();
  private final KnownIds known;
  private final ReturnedRejects returned;
  private final CatalogueStep catalogue;
  private final Staging staging;

  ImportRun(
      RoleMapping mapping,
      Duck duck,
      RejectLog rejectLog,
      Path scratch,
      Path outDir,
      PresentData present,
      JobContext context) {
    this.mapping = mapping;
    this.present = present;
    this.known = new KnownIds(duck, present);
    this.returned = new ReturnedRejects(duck, present);
    this.duck = duck;
    this.rejectLog = rejectLog;
    this.scratch = scratch;
    this.outDir = outDir;
    this.context = context;
    this.catalogue = new CatalogueStep(duck, mapping.rules());
    this.staging = new Staging(duck, scratch, rejectLog, FileNames.of(mapping), context);
  }

  ImportResult run() {
    Values.define(duck);
    readFiles();
    rejectLog.load(duck);
    PrivacyStep privacy = new PrivacyStep(duck, mapping.privacy(), present);
    guard(privacy);
    Stream<Path> streamed =
        raws.values().stream().filter(RawTable::streamed).flatMap(r -> r.files().stream());
    duck.confineTo(
        List.of(outDir, scratch), Stream.concat(streamed, known.files().stream()).toList());
    context.progress(0.5, Text.of("import.checking", "Checking the rows"));
    Projection customers = projection(TableKind.CUSTOMERS);
    Projection products = projection(TableKind.PRODUCTS);
    Projection happenings = happenings();
    tellLeftOut(customers, products, happenings);
    if (customers != null) {
      SwapCheck.files(customers, happenings);
      outcomes.addAll(catalogue.customers(customers));
      known.define(TableKind.CUSTOMERS);
    }
    if (products != null) {
      outcomes.addAll(catalogue.products(products));
      known.define(TableKind.PRODUCTS);
    }
    PriceStep prices = new PriceStep(duck, happenings, derivation(), findings);
    EventsStep events = read(happenings, prices);
    if (events.isDenied()) {
      events.forget();
      raws.put(TableKind.EVENTS, Staging.keep(duck, happenings.raw()));
      happenings = happenings();
      prices = new PriceStep(duck, happenings, derivation(), findings);
      events = read(happenings, prices);
    }
    judge(events, happenings, customers, products);
    prices.finish();
    if (customers == null) {
      outcomes.addAll(catalogue.customersOf(happenings, events.different()));
    }
    if (products == null) {
      outcomes.addAll(catalogue.productsOf(happenings));
    }
    new OwnPrices(duck, known, findings).tell();
    context.progress(0.8, Text.of("import.writing", "Writing the tables"));
    return write(
        events, new Quality(duck, raws, events, mapping, outcomes, findings, privacy.contacts()));
  }

  private void readFiles() {
    FileSet files = new FileSet(duck, staging, findings);
    for (TableKind kind : TableKind.values()) {
      FileMapping part = mapping.of(kind);
      if (part != null) {
        String table = kind.key() + "_raw";
        boolean streams = kind == TableKind.EVENTS && mapping.privacy().equals(Privacy.NONE);
        raws.put(
            kind, returned.take(streams ? files.stream(part, table) : files.load(part, table)));
      }
    }
  }

  /** The events' file through its mapping; its rows are kept where a stream would not do. */
  private Projection happenings() {
    Projection events = projection(TableKind.EVENTS);
    if (events == null) {
      throw new IllegalStateException("events are there");
    }
    PriceStep prices = new PriceStep(duck, events, derivation(), findings);
    if (!events.raw().streamed() || EventsStep.canStream(mapping.rules(), prices)) {
      return events;
    }
    raws.put(TableKind.EVENTS, Staging.keep(duck, events.raw()));
    return happenings();
  }

  /** Rows that a condition leaves out are neither imported nor rejected: they are counted. */
  private void tellLeftOut(@Nullable Projection... all) {
    for (Projection one : all) {
      long count = one == null ? 0 : one.leftOut();
      if (one != null && count > 0) {
        findings.add(
            new Finding(
                Finding.Level.NOTE,
                count,
                Text.of(
                    "quality.left-out",
                    "{0} {0,choice,1#row|1<rows} of {1} left out by the mapping''s condition.",
                    count,
                    one.raw().fileName())));
      }
    }
  }

  private EventsStep read(Projection events, PriceStep prices) {
    EventsStep step = new EventsStep(duck, events, mapping.rules(), prices, staging);
    if (!step.isInDoubt()) {
      requireRows(events);
      new SwapCheck(duck, events, step).columns();
      step.parse();
    }
    return step;
  }

  private void guard(PrivacyStep privacy) {
    privacy.guardRejects();
    for (TableKind kind : TableKind.values()) {
      RawTable raw = raws.get(kind);
      FileMapping part = mapping.of(kind);
      if (raw != null && part != null) {
        PrivacyStep.Guarded guarded = privacy.guard(kind, raw, part);
        raws.put(kind, guarded.raw());
        parts.put(kind, guarded.part());
      }
    }
  }

  private @Nullable Projection projection(TableKind kind) {
    RawTable raw = raws.get(kind);
    FileMapping part = parts.get(kind);
    return raw == null || part == null ? null : new Projection(duck, raw, part, kind);
  }

  private void judge(
      EventsStep step,
      Projection events,
      @Nullable Projection customers,
      @Nullable Projection products) {
    SwapCheck swaps = new SwapCheck(duck, events, step);
    if (customers != null && products != null) {
      swaps.ids(customers.raw().fileName(), products.raw().fileName());
    }
    if (customers != null) {
      String file = customers.raw().fileName();
      swaps.exchanged("customer_id", KnownIds.of(TableKind.CUSTOMERS), file);
      step.compareKnown(ImportRule.UNKNOWN_CUSTOMER, TableKind.CUSTOMERS, known.where(file));
    }
    if (products != null) {
      String file = products.raw().fileName();
      swaps.exchanged("product_id", KnownIds.of(TableKind.PRODUCTS), file);
      step.compareKnown(ImportRule.UNKNOWN_PRODUCT, TableKind.PRODUCTS, known.where(file));
    }
    step.compareRows();
    outcomes.addAll(step.settle());
    requireGoodRows(events);
    addUnknown(events, customers, products);
  }

  private Derivation derivation() {
    return mapping.events() == null ? Derivation.NONE : mapping.events().derive();
  }

  private void addUnknown(
      Projection events, @Nullable Projection customers, @Nullable Projection products) {
    if (customers != null && repairs(ImportRule.UNKNOWN_CUSTOMER)) {
      catalogue.addUnknownCustomers();
    }
    if (products != null && repairs(ImportRule.UNKNOWN_PRODUCT)) {
      catalogue.addUnknownProducts(events);
    }
  }

  private boolean repairs(ImportRule rule) {
    return mapping.rules().action(rule) == Action.REPAIR;
  }

  private void requireRows(Projection events) {
    if (duck.whole("SELECT count(*) FROM events_text_seen") == 0) {
      throw Problem.of(
          "import.none-left",
          "{0}: the mapping''s condition leaves none of {1} rows.",
          events.raw().fileName(),
          events.raw().rows());
    }
  }

  private void requireGoodRows(Projection events) {
    if (duck.whole("SELECT count(*) FROM events") > 0) {
      return;
    }
    String file = events.raw().fileName();
    throw duck.list(
            "SELECT count(*) AS n, min(line) AS first, arg_min(message, line) FROM rejects WHERE"
                + " file IN ("
                + events.raw().names().stream().map(Duck::text).collect(Collectors.joining(", "))
                + ") GROUP BY reason ORDER BY n DESC, first LIMIT 1",
            row ->
                Problem.of(
                    "import.no-good-row",
                    "None of the {0} rows of {1} can be used. The commonest fault, in {2} rows and"
                        + " first on line {3}: {4}",
                    events.raw().rows(),
                    file,
                    row.whole(0),
                    row.whole(1),
                    row.words(2)))
        .getFirst();
  }

  private ImportResult write(EventsStep events, Quality quality) {
    Tables tables = Tables.in(outDir);
    duck.writeParquet(
        "SELECT * EXCLUDE (" + hidden("customers") + ") FROM customers ORDER BY customer_id",
        tables.customers());
    duck.writeParquet(
        "SELECT * EXCLUDE (" + hidden("products") + ") FROM products ORDER BY product_id",
        tables.products());
    events.write(tables.events());
    Path rejects = outDir.resolve("rejects.parquet");
    duck.writeParquet("SELECT * FROM rejects ORDER BY file, line", rejects);
    return new ImportResult(
        tables,
        rejects,
        count("customers"),
        count("products"),
        count("events"),
        count("rejects"),
        quality.report(),
        returned.write(outDir));
  }

  /**
   * The events with what rows may leave out: a query without its table.
   *
   * @param id SQL of the row's id
   * @param told roles of which no row that needs one lacks a value
   */
  static String finished(Projection happenings, String id, Set<String> told) {
    String quantity = "CASE WHEN quantity IS NULL AND type = 'purchase' THEN 1 ELSE quantity END";
    String rate =
        "CASE WHEN discount_rate IS NULL AND type IN ('purchase', 'exposure') THEN 0 ELSE"
            + " discount_rate END";
    return String.format(
        "SELECT %s AS event_id, customer_id, product_id, \"timestamp\", type, %s AS quantity,"
            + " list_price, %s AS discount_rate, purchased, text, rating, store%s",
        id,
        told.contains("quantity") ? "quantity" : quantity,
        told.contains("discount_rate") ? "discount_rate" : rate,
        CatalogueStep.attributes(happenings));
  }

  private String hidden(String table) {
    return String.join(
        ", ",
        duck.list(
            "SELECT column_name FROM (DESCRIBE "
                + table
                + ") WHERE column_name LIKE '\\_\\_%'"
                + " ESCAPE '\\'",
            row -> row.words(0)));
  }

  private long count(String table) {
    return duck.whole("SELECT count(*) FROM " + table);
  }
}
