package org.tiersmith.project;

import java.util.List;

/**
 * A run has a person's notes, the state from which it can go on, its answers on held-out examples,
 * and vectors of customers and products.
 */
final class SchemaV3 {
  private SchemaV3() {}

  static final Migration MIGRATION =
      new Migration(
          3,
          List.of(
              "ALTER TABLE run ADD COLUMN notes TEXT NOT NULL DEFAULT ''",
              "ALTER TABLE run ADD COLUMN checkpoint TEXT REFERENCES artifact",
              "ALTER TABLE run ADD COLUMN evaluation TEXT REFERENCES artifact",
              "ALTER TABLE run ADD COLUMN vectors TEXT REFERENCES artifact"));
}
