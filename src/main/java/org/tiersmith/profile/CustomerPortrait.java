package org.tiersmith.profile;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Duck;
import org.tiersmith.data.PurchaseSql;
import org.tiersmith.data.Row;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Problem;
import org.tiersmith.profile.template.Placeholder;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.task.JobContext;

/**
 * One customer, for a person to look at.
 *
 * @param customerId the customer
 * @param attributes attribute to value, missing ones left out, in the table's order
 * @param orders days with a purchase
 * @param revenue what the customer paid
 * @param firstSeen first event, null where there is none
 * @param lastSeen last event, null where there is none
 * @param text what the model reads of the customer now
 */
public record CustomerPortrait(
    String customerId,
    Map<String, String> attributes,
    long orders,
    double revenue,
    @Nullable LocalDateTime firstSeen,
    @Nullable LocalDateTime lastSeen,
    String text) {

  /** As {@link #of(Tables, String, TextTemplates)}, with the default templates. */
  public static CustomerPortrait of(Tables tables, String customerId) {
    return of(tables, customerId, LanguageGuess.of(tables).templates());
  }

  /** Looks a customer up; throws a Problem where there is no such customer. */
  public static CustomerPortrait of(Tables tables, String customerId, TextTemplates templates) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      String id = Duck.text(customerId);
      Map<String, String> attributes = attributes(duck, tables, customerId);
      duck.run(
          "CREATE TABLE own AS SELECT \"timestamp\", "
              + PurchaseSql.IS_PURCHASE
              + " AS bought, "
              + PurchaseSql.PAID
              + " AS paid FROM "
              + PurchaseSql.events(tables)
              + " WHERE customer_id = "
              + id);
      String text = text(duck, tables, customerId, templates);
      return duck.list(
              "SELECT count(DISTINCT \"timestamp\"::DATE) FILTER (bought), coalesce(sum(paid)"
                  + " FILTER (bought), 0), strftime(min(\"timestamp\"), '%Y-%m-%dT%H:%M:%S'),"
                  + " strftime(max(\"timestamp\"), '%Y-%m-%dT%H:%M:%S') FROM own",
              row ->
                  new CustomerPortrait(
                      customerId,
                      attributes,
                      row.whole(0),
                      row.number(1),
                      time(row.text(2)),
                      time(row.text(3)),
                      text))
          .getFirst();
    }
  }

  private static String text(Duck duck, Tables tables, String customerId, TextTemplates templates) {
    Catalogue catalogue = Catalogue.read(duck, tables);
    // A rank among all customers takes all of their events.
    boolean among = !templates.customer().slots(Placeholder.RFM).isEmpty();
    EventLog log = EventLog.read(duck, tables, catalogue, among ? null : customerId);
    ProductLog productLog = new ProductLog(catalogue, log);
    return new TextWriter(
            duck,
            tables,
            templates,
            catalogue,
            log,
            productLog,
            new CategoryPrices(catalogue, productLog))
        .customer(catalogue.customer(customerId), log.lastDay() + 1);
  }

  private static Map<String, String> attributes(Duck duck, Tables tables, String customerId) {
    String customers = Duck.parquet(tables.customers());
    List<String> columns =
        duck.list(
            "SELECT column_name FROM (DESCRIBE SELECT * FROM " + customers + ")",
            row -> row.words(0));
    return duck
        .list(
            "SELECT "
                + columns.stream().map(ColumnWords::sql).collect(Collectors.joining(", "))
                + " FROM "
                + customers
                + " WHERE customer_id = "
                + Duck.text(customerId),
            row -> attributes(columns, row))
        .stream()
        .findFirst()
        .orElseThrow(
            () -> Problem.of("customer.unknown", "There is no customer \"{0}\".", customerId));
  }

  private static Map<String, String> attributes(List<String> columns, Row row) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String value = row.words(i);
      if (!columns.get(i).equals("customer_id") && !value.isBlank()) {
        all.put(columns.get(i), value);
      }
    }
    return all;
  }

  private static @Nullable LocalDateTime time(@Nullable String iso) {
    return iso == null ? null : LocalDateTime.parse(iso);
  }
}
