package org.tiersmith.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files to import, what their columns mean, and by which rules they are read. Events are
 * needed; customers and products are derived from the events where they have no file.
 */
public record RoleMapping(
    @Nullable FileMapping customers,
    @Nullable FileMapping products,
    @Nullable FileMapping events,
    ImportRules rules,
    Privacy privacy) {

  /** Projects of earlier versions keep mappings without rules. */
  public RoleMapping {
    rules = rules == null ? ImportRules.DEFAULT : rules;
    privacy = privacy == null ? Privacy.NONE : privacy;
  }

  /** A mapping of files read by the usual rules. */
  public static RoleMapping of(
      @Nullable FileMapping customers,
      @Nullable FileMapping products,
      @Nullable FileMapping events) {
    return new RoleMapping(customers, products, events, ImportRules.DEFAULT, Privacy.NONE);
  }

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
        kind == TableKind.EVENTS ? file : events,
        rules,
        privacy);
  }

  /** The mapping with other rules. */
  public RoleMapping with(ImportRules others) {
    return new RoleMapping(customers, products, events, others, privacy);
  }

  /** The mapping with customers hidden otherwise. */
  public RoleMapping with(Privacy other) {
    return new RoleMapping(customers, products, events, rules, other);
  }

  /** The mapping with the given files in place of its own; null keeps what it names. */
  public RoleMapping withFiles(
      @Nullable Path customersFile, @Nullable Path productsFile, @Nullable Path eventsFile) {
    return with(TableKind.CUSTOMERS, over(TableKind.CUSTOMERS, customersFile))
        .with(TableKind.PRODUCTS, over(TableKind.PRODUCTS, productsFile))
        .with(TableKind.EVENTS, over(TableKind.EVENTS, eventsFile));
  }

  private @Nullable FileMapping over(TableKind kind, @Nullable Path file) {
    FileMapping own = of(kind);
    if (file == null) {
      return own;
    }
    return own == null ? MappingGuesser.guess(kind, file) : own.withFile(file);
  }
}
