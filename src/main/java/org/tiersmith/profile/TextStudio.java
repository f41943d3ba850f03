package org.tiersmith.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Tables;
import org.tiersmith.model.Problem;
import org.tiersmith.profile.template.TemplateFault;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.profile.template.TextTemplate;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.task.JobContext;

/**
 * Tries templates out: texts as of the day after the last event, for a person to look at. Holds the
 * shop's whole history. Thread-safe.
 */
public final class TextStudio {
  private final Tables tables;
  private final Catalogue catalogue;
  private final EventLog log;
  private final ProductLog productLog;
  private final CategoryPrices prices;
  private @Nullable Written written;

  private record Written(TextTemplates templates, TextWriter writer) {}

  private TextStudio(Duck duck, Tables tables) {
    this.tables = tables;
    this.catalogue = Catalogue.read(duck, tables);
    this.log = EventLog.read(duck, tables, catalogue, null);
    this.productLog = new ProductLog(catalogue, log);
    this.prices = new CategoryPrices(catalogue, productLog);
  }

  /** Reads a shop; seconds for millions of events. */
  public static TextStudio open(Tables tables, JobContext context) {
    try (Duck duck = Duck.open(context)) {
      return new TextStudio(duck, tables);
    }
  }

  /** Places where a template names a column that its table lacks. */
  public static List<TemplateFault> faults(Tables tables, TextTemplate template) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      boolean customers = template.side() == TextSide.CUSTOMER;
      return NamedColumns.faults(
          duck, customers ? tables.customers() : tables.products(), template);
    }
  }

  /** Columns that a template of a side may name. */
  public static List<String> columns(Tables tables, TextSide side) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      return NamedColumns.columns(
          duck, side == TextSide.CUSTOMER ? tables.customers() : tables.products());
    }
  }

  /**
   * The text of a customer or product.
   *
   * @throws Problem where there is none of that id, or a template names a column that is not there
   */
  public synchronized String text(TextTemplates templates, TextSide side, String id) {
    int number = side == TextSide.CUSTOMER ? catalogue.customer(id) : catalogue.product(id);
    if (number < 0) {
      throw side == TextSide.CUSTOMER
          ? Problem.of("customer.unknown", "There is no customer \"{0}\".", id)
          : Problem.of("product.unknown", "There is no product \"{0}\".", id);
    }
    return text(templates, side).apply(number);
  }

  /** Texts of customers or products, evenly drawn in the order of their ids. */
  public synchronized List<String> texts(
      TextTemplates templates, TextSide side, int most, JobContext context) {
    IntFunction<String> text = text(templates, side);
    List<String> texts = new ArrayList<>();
    for (int number : drawn(side, most)) {
      context.checkCancelled();
      texts.add(text.apply(number));
    }
    return texts;
  }

  /** Ids of customers or products to look at, evenly drawn in their order. */
  public List<String> ids(TextSide side, int most) {
    List<String> ids = new ArrayList<>();
    for (int number : drawn(side, most)) {
      ids.add(
          side == TextSide.CUSTOMER
              ? catalogue.customerIds().get(number)
              : catalogue.products().get(number).id());
    }
    return ids;
  }

  private int[] drawn(TextSide side, int most) {
    int all =
        side == TextSide.CUSTOMER ? catalogue.customerIds().size() : catalogue.products().size();
    int n = Math.min(most, all);
    int[] drawn = new int[n];
    for (int i = 0; i < n; i++) {
      drawn[i] = (int) ((long) i * all / n);
    }
    return drawn;
  }

  private IntFunction<String> text(TextTemplates templates, TextSide side) {
    TextWriter writer = writer(templates);
    int day = log.lastDay() + 1;
    LocalDate date = LocalDate.ofEpochDay(day);
    return side == TextSide.CUSTOMER
        ? number -> writer.customer(number, day)
        : number -> writer.product(number, day, date);
  }

  private TextWriter writer(TextTemplates templates) {
    Written known = written;
    if (known == null || !known.templates().equals(templates)) {
      try (Duck duck = Duck.open(JobContext.detached())) {
        known =
            new Written(
                templates,
                new TextWriter(duck, tables, templates, catalogue, log, productLog, prices));
      }
      written = known;
    }
    return known.writer();
  }
}
