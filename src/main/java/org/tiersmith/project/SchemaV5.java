package org.tiersmith.project;

import java.util.List;

/** What was worked out from a dataset is kept beside it, to be made once. */
final class SchemaV5 {
  private SchemaV5() {}

  static final Migration MIGRATION =
      new Migration(
          5,
          List.of(
              """
              CREATE TABLE derived(
                dataset_id INTEGER NOT NULL REFERENCES dataset,
                name TEXT NOT NULL,
                key TEXT NOT NULL,
                artifact TEXT NOT NULL REFERENCES artifact,
                PRIMARY KEY(dataset_id, name)) WITHOUT ROWID
              """));
}
