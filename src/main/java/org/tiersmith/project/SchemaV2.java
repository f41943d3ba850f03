package org.tiersmith.project;

import java.util.List;

/**
 * A plan names the scored pairs that it decides on, for its artifact holds the decisions alone.
 * Plans from before have none: their artifact is the whole plan.csv, gzipped.
 */
final class SchemaV2 {
  private SchemaV2() {}

  static final Migration MIGRATION =
      new Migration(2, List.of("ALTER TABLE plan ADD COLUMN pairs TEXT REFERENCES artifact"));
}
