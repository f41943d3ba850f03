package org.tiersmith.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files to import and what their columns mean. Events are needed; customers and products are
 * derived from the events where they have no file.
 */
public record RoleMapping(
    @Nullable FileMapping customers, @Nullable FileMapping products, @Nullable FileMapping events) {

  public @Nullable FileMapping of(TableKind kind) {
    return switch (kind) {
      case CUSTOMERS -> customers;
      case PRODUCTS -> products;
      case EVENTS -> events;
    };
  }

  /** The mapping with one file's part replaced. */
  public RoleMapping with(TableKind kind, @Nullable FileMapping file) {
    return new RoleMapping(
        kind == TableKind.CUSTOMERS ? file : customers,
        kind == TableKind.PRODUCTS ? file : products,
        kind == TableKind.EVENTS ? file : events);
  }

  /** The mapping with the given files in place of its own; null keeps what it names. */
  public RoleMapping withFiles(
      @Nullable Path customersFile, @Nullable Path productsFile, @Nullable Path eventsFile) {
    return new RoleMapping(
        over(TableKind.CUSTOMERS, customersFile),
        over(TableKind.PRODUCTS, productsFile),
        over(TableKind.EVENTS, eventsFile));
  }

  private @Nullable FileMapping over(TableKind kind, @Nullable Path file) {
    FileMapping own = of(kind);
    if (file == null) {
      return own;
    }
    return own == null ? MappingGuesser.guess(kind, file) : own.withFile(file);
  }
}
