package org.tiersmith.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tiersmith.model.Text;

/** Looks over an import's tables for what a person should know. */
final class Quality {
  private final Duck duck;
  private final Map<TableKind, RawTable> raws;
  private final EventsStep events;
  private final RoleMapping mapping;
  private final List<RuleOutcome> outcomes;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Finding> earlier;
  private final List<ContactColumn> contacts;

  Quality(
      Duck duck,
      Map<TableKind, RawTable> raws,
      EventsStep events,
      RoleMapping mapping,
      List<RuleOutcome> outcomes,
      List<Finding> earlier,
      List<ContactColumn> contacts) {
    this.duck = duck;
    this.raws = raws;
    this.events = events;
    this.mapping = mapping;
    this.outcomes = outcomes;
    this.earlier = earlier;
    this.contacts = contacts;
  }

  QualityReport report() {
    duck.each(
        "SELECT reason, count(*), arg_min(file, line), min(line), arg_min(message, line) FROM"
            + " rejects GROUP BY reason ORDER BY 2 DESC, 1",
        row ->
            findings.add(
                new Finding(
                    Finding.Level.REJECTED,
                    row.whole(1),
                    Text.of(
                        row.words(0).replaceFirst("^import", "rejected"),
                        "{0} {0,choice,1#row|1<rows} left out, for example {1}, line {2}: {3}",
                        row.whole(1),
                        row.words(2),
                        row.whole(3),
                        row.words(4)))));
    findings.addAll(events.findings());
    kept();
    warnings();
    notes();
    findings.addAll(earlier);
    ColumnCensus census =
        new ColumnCensus(
            duck,
            events.different(),
            mapping.rules().action(ImportRule.DUPLICATE_ID) != Action.KEEP);
    List<ColumnQuality> columns = new ArrayList<>();
    for (TableKind kind : TableKind.values()) {
      columns.addAll(census.of(kind));
    }
    EmptyColumns.among(columns, mapping).ifPresent(findings::add);
    return new QualityReport(findings, outcomes, columns, contacts, rejects());
  }

  private List<RejectColumns> rejects() {
    List<String> files =
        duck.list("SELECT DISTINCT file FROM rejects ORDER BY file", row -> row.words(0));
    List<RejectColumns> all = new ArrayList<>();
    for (RawTable raw : raws.values()) {
      raw.names().stream()
          .filter(files::contains)
          .forEach(file -> all.add(new RejectColumns(file, raw.ownColumns())));
    }
    return all;
  }

  /** What rules met and kept or mended, in words. */
  private void kept() {
    for (RuleOutcome outcome : outcomes) {
      if (outcome.action() == Action.KEEP && outcome.kept() > 0) {
        kept(ImportRule.of(outcome.rule()), outcome.kept());
      } else if (outcome.repaired() > 0 && ImportRule.of(outcome.rule()) != ImportRule.ABOVE_LIST) {
        mended(ImportRule.of(outcome.rule()), outcome.repaired());
      }
    }
  }

  private void kept(ImportRule rule, long count) {
    switch (rule) {
      case ZERO_PRICE ->
          add(
              Finding.Level.WARNING,
              count,
              "quality.zero-price",
              "{0} {0,choice,1#event has|1<events have} a price of 0, which teaches the model"
                  + " nothing about prices.");
      case DUPLICATE_ROW ->
          add(
              Finding.Level.WARNING,
              count,
              "quality.duplicates",
              "{0} {0,choice,1#event repeats|1<events repeat} another one in all columns; such"
                  + " repeats can be real and are kept.");
      default ->
          findings.add(
              new Finding(
                  Finding.Level.WARNING,
                  count,
                  Text.of("quality.kept", "{0} kept: {1}.", count, rule.title())));
    }
  }

  private void mended(ImportRule rule, long count) {
    findings.add(
        new Finding(
            Finding.Level.NOTE,
            count,
            Text.of(
                "quality.mended",
                "{0} mended: {1} ({2}).",
                count,
                rule.title(),
                rule.repair().orElse(rule.title()))));
  }

  private void warnings() {
    if (mapping.events() != null && mapping.events().columns().containsKey("event_id")) {
      found(
          Finding.Level.WARNING,
          "SELECT count(*) - count(event_id) FROM events",
          "quality.no-event-id",
          "{0} {0,choice,1#event has|1<events have} no id; a newer export meets"
              + " {0,choice,1#it|1<them} by customer, product, time and type.");
    }
    found(
        Finding.Level.WARNING,
        "SELECT count(*) FROM products WHERE title IS NULL",
        "quality.no-title",
        "{0} {0,choice,1#product has|1<products have} no title; the model reads what else is"
            + " known.");
    found(
        Finding.Level.WARNING,
        "SELECT count(*) FROM products WHERE cost > price",
        "quality.cost-above-price",
        "{0} {0,choice,1#product costs|1<products cost} more than the price: every sale loses"
            + " money.");
    found(
        Finding.Level.NOTE,
        "SELECT count(*) FROM products WHERE cost IS NULL",
        "quality.no-cost",
        "{0} {0,choice,1#product has|1<products have} no cost: profit can''t be told there.");
  }

  private void notes() {
    if (mapping.customers() != null) {
      found(
          Finding.Level.NOTE,
          "SELECT count(*) FROM customers WHERE customer_id NOT IN (SELECT v FROM "
              + events.different().of("customer_id")
              + ")",
          "quality.silent-customers",
          "{0} {0,choice,1#customer has|1<customers have} no event.");
    }
    if (mapping.products() != null) {
      found(
          Finding.Level.NOTE,
          "SELECT count(*) FROM products WHERE product_id NOT IN (SELECT v FROM "
              + events.different().of("product_id")
              + " WHERE v IS NOT NULL)",
          "quality.silent-products",
          "{0} {0,choice,1#product has|1<products have} no event.");
    }
    long trimmed = raws.values().stream().mapToLong(RawTable::trimmed).sum();
    add(
        Finding.Level.NOTE,
        trimmed,
        "quality.trimmed",
        "{0} {0,choice,1#cell|1<cells} had spaces around them.");
    add(
        Finding.Level.NOTE,
        events.percent() ? duck.whole("SELECT count(discount_rate) FROM events") : 0,
        "quality.percent",
        "{0} {0,choice,1#discount was|1<discounts were} read as percent.");
    dates();
  }

  private void dates() {
    long written =
        duck.whole(
            "SELECT count(*) FROM events_text_seen WHERE (substr(\"timestamp\", 2, 1) IN ('/', '-',"
                + " '.') OR substr(\"timestamp\", 3, 1) IN ('/', '-', '.')) AND \"timestamp\""
                + " SIMILAR TO '[0-9]{1,2}[./-][0-9]{1,2}[./-].*'");
    String open = events.openDate();
    if (open != null && written > 0) {
      openDates(written, open);
    } else if (events.dayFirst()) {
      add(
          Finding.Level.NOTE,
          written,
          "quality.day-first",
          "{0} {0,choice,1#date was|1<dates were} read day first (5/11/2018 is 5 November).");
    } else {
      add(
          Finding.Level.NOTE,
          written,
          "quality.month-first",
          "{0} {0,choice,1#date was|1<dates were} read month first (5/11/2018 is 11 May).");
    }
  }

  /** Dates of which none shows what comes first: the person may know. */
  private void openDates(long count, String example) {
    Text text =
        events.dayFirst()
            ? Text.of(
                "quality.day-first-open",
                "{0} {0,choice,1#date was|1<dates were} read day first, but no date shows whether"
                    + " that is right: {1} could be either. If the month comes first, choose so for"
                    + " the file.",
                count,
                example)
            : Text.of(
                "quality.month-first-open",
                "{0} {0,choice,1#date was|1<dates were} read month first, but no date shows whether"
                    + " that is right: {1} could be either. If the day comes first, choose so for"
                    + " the file.",
                count,
                example);
    findings.add(new Finding(Finding.Level.WARNING, count, text));
  }

  private void found(Finding.Level level, String countSql, String key, String pattern) {
    add(level, duck.whole(countSql), key, pattern);
  }

  private void add(Finding.Level level, long count, String key, String pattern) {
    if (count > 0) {
      findings.add(new Finding(level, count, Text.of(key, pattern, count)));
    }
  }
}
