package org.tiersmith.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the tables {@code customers} and {@code products}, from a file or from the events. */
final class CatalogueStep {
  private static final List<String> WORDS = List.of("title", "category", "brand", "description");

  private final Duck duck;
  private final ImportRules rules;

  CatalogueStep(Duck duck, ImportRules rules) {
    this.duck = duck;
    this.rules = rules;
  }

  /** Makes the customers of a file. */
  List<RuleOutcome> customers(Projection from) {
    from.create("customers_text");
    RowRules checks =
        new RowRules()
            .add(
                ImportRule.MISSING_CUSTOMER,
                "customer_id IS NULL",
                "'The customer id is missing.'");
    String parsed =
        String.format(
            "SELECT %s, %s AS customer_id%s FROM customers_text",
            Staging.LINE, from.id("customer_id"), attributes(from));
    return judged(TableKind.CUSTOMERS, "customer_id", from, checks, parsed, "");
  }

  /** Makes the products of a file. */
  List<RuleOutcome> products(Projection from) {
    from.create("products_text");
    RowRules checks =
        new RowRules()
            .add(ImportRule.MISSING_PRODUCT, "product_id IS NULL", "'The product id is missing.'")
            .number("price")
            .number("cost")
            .add(
                ImportRule.NEGATIVE_PRICE,
                "price < 0",
                RowRules.concat("'The price '", "__price", "' is below 0.'"))
            .add(
                ImportRule.NEGATIVE_COST,
                "cost < 0",
                RowRules.concat("'The cost '", "__cost", "' is below 0.'"));
    String parsed =
        String.format(
            "SELECT %s, %s AS product_id, title, category, brand, description, %s, %s%s FROM"
                + " products_text",
            Staging.LINE,
            from.id("product_id"),
            number(from, "price"),
            number(from, "cost"),
            attributes(from));
    String mended =
        mended(ImportRule.NEGATIVE_PRICE, "price") + mended(ImportRule.NEGATIVE_COST, "cost");
    return judged(TableKind.PRODUCTS, "product_id", from, checks, parsed, mended);
  }

  private String mended(ImportRule rule, String column) {
    return rules.action(rule) == Action.REPAIR
        ? String.format(", CASE WHEN %1$s >= 0 THEN %1$s END AS %1$s", column)
        : "";
  }

  private List<RuleOutcome> judged(
      TableKind kind, String id, Projection from, RowRules checks, String parsed, String mended) {
    String replace = mended.isEmpty() ? "" : " REPLACE (" + mended.substring(2) + ")";
    duck.run(
        String.format(
            "CREATE TABLE %s AS SELECT *%s, %s AS %s FROM (%s)",
            kind.key(), replace, checks.met(), RowRules.MET, parsed));
    ImportRules first =
        rules.action(ImportRule.DUPLICATE_ID) == Action.REPAIR
            ? rules.with(ImportRule.DUPLICATE_ID, Action.REJECT)
            : rules;
    ImportRules here =
        first.action(ImportRule.MISSING_CUSTOMER) == Action.REPAIR
            ? first.with(ImportRule.MISSING_CUSTOMER, Action.REJECT)
            : first;
    Verdict verdict = new Verdict(duck, here, kind, from.raw(), checks);
    new UniqueIds(duck, verdict, kind, false).find(id, (ids, distinct) -> {});
    List<RuleOutcome> outcomes =
        verdict.settle(
            parsed,
            lines -> {},
            lines ->
                duck.run(
                    String.format(
                        "DELETE FROM %s WHERE %s IN (%s)", kind.key(), Staging.LINE, lines)));
    from.drop(kind.key() + "_text");
    return outcomes;
  }

  /**
   * Customers as the events name them. An attribute of the events that hardly ever differs within a
   * customer is the customer's.
   */
  List<RuleOutcome> customersOf(Projection events, DifferentValues different) {
    ChosenValues chosen = new ChosenValues(duck, rules, "customer_id");
    ofCustomers(events.attributes()).forEach(chosen::choose);
    String lifted =
        events.attributes().stream()
            .filter(chosen::has)
            .map(a -> ", " + Duck.name(a))
            .collect(Collectors.joining());
    duck.run(
        String.format(
            "CREATE TABLE customers AS SELECT %s, customer_id%s FROM (SELECT %1$s, v AS customer_id"
                + " FROM %3$s)%4$s",
            Staging.LINE, lifted, different.of("customer_id"), chosen.joins()));
    RuleOutcome outcome =
        chosen.outcome(ImportRule.CUSTOMER_VARIES, TableKind.CUSTOMERS, events.raw());
    chosen.close();
    return List.of(outcome);
  }

  /** Products as the events name them, with the words that win and the median price. */
  List<RuleOutcome> productsOf(Projection events) {
    ChosenValues chosen = new ChosenValues(duck, rules, "product_id");
    WORDS.stream().filter(events::has).forEach(chosen::choose);
    duck.run(
        String.format(
            "CREATE TABLE products AS SELECT %s, product_id, %s, price, cost FROM (%s)%s",
            Staging.LINE, words(chosen), prices(events, "product_id IS NOT NULL"), chosen.joins()));
    RuleOutcome outcome =
        chosen.outcome(ImportRule.PRODUCT_VARIES, TableKind.PRODUCTS, events.raw());
    chosen.close();
    return List.of(outcome);
  }

  /** Adds the customers that events name and the customers' file lacks. */
  void addUnknownCustomers() {
    duck.run(
        "INSERT INTO customers BY NAME SELECT DISTINCT customer_id FROM events WHERE customer_id"
            + " NOT IN (SELECT customer_id FROM known_customers)");
  }

  /**
   * Adds the products that events name and the products' file lacks, with what is known of them.
   */
  void addUnknownProducts(Projection events) {
    ChosenValues chosen = new ChosenValues(duck, rules, "product_id");
    WORDS.stream().filter(events::has).forEach(chosen::choose);
    duck.run(
        String.format(
            "INSERT INTO products BY NAME SELECT product_id, %s, price, cost FROM (%s)%s",
            words(chosen),
            prices(events, "product_id NOT IN (SELECT product_id FROM known_products)"),
            chosen.joins()));
    chosen.close();
  }

  private static String words(ChosenValues chosen) {
    return WORDS.stream()
        .map(w -> chosen.has(w) ? w : "NULL::VARCHAR AS " + w)
        .collect(Collectors.joining(", "));
  }

  /** A query of the products' median prices and costs. */
  private static String prices(Projection events, String where) {
    return String.format(
        "SELECT min(%s) AS %s, product_id, %s AS price, %s AS cost FROM events WHERE %s GROUP BY"
            + " product_id",
        Staging.LINE,
        Staging.LINE,
        PriceStep.isPriced(events)
            ? "median(CASE WHEN list_price > 0 THEN list_price END)::DOUBLE"
            : "NULL::DOUBLE",
        events.has("cost") ? "median(cost)::DOUBLE" : "NULL::DOUBLE",
        where);
  }

  /**
   * The attributes that hardly ever differ within a customer. A sample of customers, in one scan,
   * denies that of most; the others are looked at in full.
   */
  private List<String> ofCustomers(List<String> attributes) {
    return hardlyDiffering(
        hardlyDiffering(attributes, " WHERE hash(customer_id) % 32 = 0", true), "", false);
  }

  private List<String> hardlyDiffering(List<String> attributes, String where, boolean inDoubt) {
    if (attributes.isEmpty()) {
      return attributes;
    }
    StringBuilder each = new StringBuilder();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < attributes.size(); i++) {
      String a = Duck.name(attributes.get(i));
      each.append(
          String.format(
              ", count(DISTINCT %1$s) AS n%2$d, count(%1$s) AS lines%2$d, min(%1$s) AS one%2$d",
              a, i));
      all.append(i == 0 ? "" : ", ").append(inDoubt ? hardlySo(i) : so(i));
    }
    List<String> left = new ArrayList<>();
    duck.each(
        String.format(
            "SELECT %s FROM (SELECT customer_id%s FROM events%s GROUP BY customer_id)",
            all, each, where),
        row -> {
          for (int i = 0; i < attributes.size(); i++) {
            if (row.flag(i)) {
              left.add(attributes.get(i));
            }
          }
        });
    return left;
  }

  private static String so(int i) {
    return String.format(
        "coalesce(count(*) FILTER (n%1$d > 0) > 1 AND avg(CASE WHEN n%1$d = 1 THEN 1 ELSE 0 END)"
            + " FILTER (n%1$d > 0) >= 0.95 AND avg(lines%1$d) FILTER (n%1$d > 0) > 1.5 AND"
            + " count(DISTINCT one%1$d) BETWEEN 2 AND 50, false)",
        i);
  }

  /** Too few customers to deny it, or most have one value. */
  private static String hardlySo(int i) {
    return String.format(
        "coalesce(count(*) FILTER (n%1$d > 0) < 300 OR avg(CASE WHEN n%1$d = 1 THEN 1 ELSE 0 END)"
            + " FILTER (n%1$d > 0) >= 0.9, false)",
        i);
  }

  private static String number(Projection from, String role) {
    return String.format("%2$s AS %1$s, %1$s AS __%1$s", role, from.number(role));
  }

  static String attributes(Projection from) {
    return from.attributes().stream().map(a -> ", " + Duck.name(a)).collect(Collectors.joining());
  }
}
