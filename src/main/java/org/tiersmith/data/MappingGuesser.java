package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Guesses what the columns of files mean, by their names and by their first values. */
public final class MappingGuesser {
  private static final int ROWS = 200;
  private static final double MOSTLY = 0.9;
  private static final double NEARLY_ALL = 0.75;
  private static final double HALF = 0.5;

  private MappingGuesser() {}

  /** A mapping of the files given; a role that was not found is absent. */
  public static RoleMapping guess(
      @Nullable Path customers, @Nullable Path products, @Nullable Path events) {
    FileMapping happenings = events == null ? null : guess(TableKind.EVENTS, events);
    if (happenings != null && products != null) {
      for (String word : TableKind.PRODUCT_WORDS) {
        happenings = happenings.withRole(word, null);
      }
    }
    return RoleMapping.of(
        customers == null ? null : guess(TableKind.CUSTOMERS, customers),
        products == null ? null : guess(TableKind.PRODUCTS, products),
        happenings);
  }

  /** A mapping of one file. */
  public static FileMapping guess(TableKind kind, Path file) {
    FilePreview preview = FilePreview.of(file, ROWS);
    List<String> wanted = new ArrayList<>(kind.roles());
    if (kind == TableKind.EVENTS) {
      wanted.addAll(TableKind.PRODUCT_WORDS);
    }
    Map<String, String> columns = new LinkedHashMap<>();
    for (String role : wanted) {
      String column = byName(kind, role, preview, columns);
      if (column != null) {
        columns.put(role, column);
      }
    }
    if (kind == TableKind.EVENTS && !columns.containsKey("timestamp")) {
      firstOfType(preview, ColumnType.DATE, columns).ifPresent(c -> columns.put("timestamp", c));
    }
    nameByDescription(columns);
    return FileMapping.of(file, columns);
  }

  private static @Nullable String byName(
      TableKind kind, String role, FilePreview preview, Map<String, String> taken) {
    for (String name : RoleNames.of(kind, role)) {
      for (FilePreview.Column column : preview.columns()) {
        if (RoleNames.plain(column.name()).equals(name)
            && !taken.containsValue(column.name())
            && suits(role, column, preview)) {
          return column.name();
        }
      }
    }
    return null;
  }

  /** Whether a column's first values can play a role at all. */
  private static boolean suits(String role, FilePreview.Column column, FilePreview preview) {
    List<String> values = values(column, preview);
    if (values.isEmpty()) {
      return true;
    }
    return switch (role) {
      case "event_id" -> new HashSet<>(values).size() >= NEARLY_ALL * values.size();
      case "timestamp" -> column.type() == ColumnType.DATE || notPlainNumbers(values);
      case "discount_rate" -> share(values, MappingGuesser::isRate) >= HALF;
      case "quantity", "list_price", "price", "cost", "rating" ->
          share(values, v -> !v.matches("[^0-9]*")) >= HALF;
      case "purchased" ->
          share(
                  values,
                  v ->
                      v.toLowerCase(Locale.ROOT)
                          .matches("0|1|true|false|t|f|yes|no|y|n|是|否|0\\.0|1\\.0"))
              >= MOSTLY;
      case "text" -> share(values, v -> v.matches("[-+0-9.,]+")) < MOSTLY;
      default -> true;
    };
  }

  private static boolean notPlainNumbers(List<String> values) {
    return share(values, v -> v.matches("[-+0-9.]{1,7}")) < MOSTLY;
  }

  private static boolean isRate(String value) {
    String bare = value.replaceAll("[%％\\s]", "").replace(',', '.');
    if (!bare.matches("[-+]?\\d*\\.?\\d+([eE][-+]?\\d+)?")) {
      return false;
    }
    return Math.abs(Double.parseDouble(bare)) <= 100;
  }

  private static double share(List<String> values, Predicate<String> test) {
    return (double) values.stream().filter(test).count() / values.size();
  }

  private static List<String> values(FilePreview.Column column, FilePreview preview) {
    int at = preview.columns().indexOf(column);
    return preview.rows().stream().map(row -> row.get(at)).filter(v -> !v.isEmpty()).toList();
  }

  private static Optional<String> firstOfType(
      FilePreview preview, ColumnType type, Map<String, String> taken) {
    Set<String> used = Set.copyOf(taken.values());
    return preview.columns().stream()
        .filter(c -> c.type() == type && !used.contains(c.name()))
        .map(FilePreview.Column::name)
        .findFirst();
  }

  /** Where nothing is called a title, a description serves as one. */
  private static void nameByDescription(Map<String, String> columns) {
    String description = columns.get("description");
    if (!columns.containsKey("title") && description != null) {
      columns.put("title", description);
      columns.remove("description");
    }
  }
}
