package org.tiersmith.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The customers and products that events may name: those of the files, and those of before. */
final class KnownIds {
  private final Duck duck;
  private final @Nullable Tables before;

  KnownIds(Duck duck, PresentData present) {
    this.duck = duck;
    this.before = present.update() ? present.tables() : null;
  }

  /** Name of the view of the known ids of customers or products. */
  static String of(TableKind kind) {
    return "known_" + kind.key();
  }

  /** Makes the view for a table that was made from its file. */
  void define(TableKind kind) {
    String id = RowPairs.id(kind);
    String known = "SELECT " + id + " FROM " + kind.key();
    duck.run(
        "CREATE VIEW "
            + of(kind)
            + " AS "
            + known
            + (before == null
                ? ""
                : " UNION ALL SELECT " + id + " FROM " + Duck.parquet(before.of(kind))));
  }

  /** Where an id was looked for, for a person. */
  String where(String file) {
    return before == null ? "in " + file : "in " + file + " nor in the present data";
  }

  /** The products whose price is known, as a table of a query. */
  String prices() {
    String priced = "SELECT product_id FROM %s WHERE price IS NOT NULL";
    String own = String.format(priced, "products");
    return before == null
        ? "(" + own + ")"
        : "(" + own + " UNION ALL " + String.format(priced, Duck.parquet(before.products())) + ")";
  }

  /** The files that are read for that. */
  List<Path> files() {
    return before == null ? List.of() : Stream.of(before.customers(), before.products()).toList();
  }
}
