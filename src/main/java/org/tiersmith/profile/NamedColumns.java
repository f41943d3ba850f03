package org.tiersmith.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tiersmith.data.Duck;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.profile.template.NearNames;
import org.tiersmith.profile.template.TemplateFault;
import org.tiersmith.profile.template.TextTemplate;
import org.tiersmith.profile.template.TextTemplate.Use;

/**
 * The columns that a template asks for by name, in the catalogue's order.
 *
 * @param values column to the value of each row; empty where it is missing
 */
record NamedColumns(Map<String, List<String>> values) {
  private static final String CUSTOMER_ID = "customer_id";
  private static final String PRODUCT_ID = "product_id";

  static NamedColumns ofCustomers(Duck duck, Path table, TextTemplate template) {
    return of(duck, table, CUSTOMER_ID, template);
  }

  static NamedColumns ofProducts(Duck duck, Path table, TextTemplate template) {
    return of(duck, table, PRODUCT_ID, template);
  }

  /** Places where a template names a column that its table lacks. */
  static List<TemplateFault> faults(Duck duck, Path table, TextTemplate template) {
    if (template.columns().isEmpty()) {
      return List.of();
    }
    List<String> columns = columns(duck, table);
    return template.uses().stream()
        .filter(use -> !use.slot().column().isEmpty())
        .filter(use -> !columns.contains(use.slot().column()))
        .map(use -> fault(use, columns))
        .toList();
  }

  /** Columns that a template may name, in the table's order. */
  static List<String> columns(Duck duck, Path table) {
    return duck
        .list(
            "SELECT column_name FROM (DESCRIBE SELECT * FROM " + Duck.parquet(table) + ")",
            row -> row.words(0))
        .stream()
        .filter(name -> !Set.of(CUSTOMER_ID, PRODUCT_ID).contains(name))
        .toList();
  }

  String value(String column, int row) {
    return values.getOrDefault(column, List.of()).get(row);
  }

  private static NamedColumns of(Duck duck, Path table, String id, TextTemplate template) {
    List<TemplateFault> faults = faults(duck, table, template);
    if (!faults.isEmpty()) {
      throw new Problem(faults.getFirst().text());
    }
    Map<String, List<String>> values = new HashMap<>();
    for (String column : template.columns()) {
      List<String> all = new ArrayList<>();
      duck.each(
          "SELECT " + ColumnWords.sql(column) + " FROM " + Duck.parquet(table) + " ORDER BY " + id,
          row -> all.add(row.words(0)));
      values.put(column, all);
    }
    return new NamedColumns(values);
  }

  private static TemplateFault fault(Use use, List<String> columns) {
    List<String> near = NearNames.of(use.slot().column(), columns);
    return new TemplateFault(
        use.line(),
        use.column(),
        Text.of(
            "template.unknown-column",
            "These data have no column \"{0}\". There are: {1}.",
            use.slot().column(),
            String.join(", ", near.isEmpty() ? columns : near)));
  }
}
