package org.tiersmith.project;

import java.util.List;

/** What an unfinished scoring has made so far is kept, to go on from it. */
final class SchemaV4 {
  private SchemaV4() {}

  static final Migration MIGRATION =
      new Migration(
          4,
          List.of(
              """
              CREATE TABLE unfinished_rows(
                run_id INTEGER NOT NULL REFERENCES run,
                source TEXT NOT NULL,
                name TEXT NOT NULL,
                first INTEGER NOT NULL,
                count INTEGER NOT NULL,
                bytes BLOB NOT NULL,
                PRIMARY KEY(run_id, source, name, first))
              """));
}
