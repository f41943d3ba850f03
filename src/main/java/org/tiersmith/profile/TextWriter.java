package org.tiersmith.profile;

import java.time.LocalDate;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.profile.template.TextTemplates;

/** Writes what the model reads of customers and products, by templates. */
final class TextWriter {
  private final TextTemplates templates;
  private final CustomerWords customers;
  private final ProductWords products;

  /**
   * A writer.
   *
   * @throws org.tiersmith.model.Problem if a template names a column that the tables lack
   */
  TextWriter(
      Duck duck,
      Tables tables,
      TextTemplates templates,
      Catalogue catalogue,
      EventLog log,
      ProductLog productLog,
      CategoryPrices prices) {
    this.templates = templates;
    this.customers =
        new CustomerWords(
            templates.customer(),
            catalogue,
            NamedColumns.ofCustomers(duck, tables.customers(), templates.customer()),
            log,
            prices);
    this.products =
        new ProductWords(
            templates.product(),
            catalogue,
            NamedColumns.ofProducts(duck, tables.products(), templates.product()),
            productLog,
            prices);
  }

  /** The customer as known before a day. */
  String customer(int customer, int asOf) {
    return templates.customer().render(customers.of(customer, asOf));
  }

  /** The product as known before a day, in the month of a date. */
  String product(int product, int asOf, LocalDate date) {
    return templates.product().render(slot -> products.value(slot, product, asOf, date));
  }
}
