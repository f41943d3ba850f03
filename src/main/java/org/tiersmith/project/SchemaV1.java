package org.tiersmith.project;

import java.util.List;

/** The first schema. Times are ISO 8601 text in UTC; JSON columns refuse what is not JSON. */
final class SchemaV1 {
  private SchemaV1() {}

  static final Migration MIGRATION =
      new Migration(
          1,
          List.of(
              "CREATE TABLE project(id TEXT NOT NULL, created TEXT NOT NULL)",
              "CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
              """
              CREATE TABLE artifact(
                sha256 TEXT PRIMARY KEY CHECK(length(sha256) = 64),
                kind TEXT NOT NULL,
                size INTEGER NOT NULL,
                provenance TEXT NOT NULL CHECK(json_valid(provenance)),
                created TEXT NOT NULL,
                store INTEGER NOT NULL UNIQUE)
              """,
              // Chunks come before their artifact row, so that a half-stored artifact has none.
              """
              CREATE TABLE artifact_chunk(
                store INTEGER NOT NULL,
                position INTEGER NOT NULL,
                bytes BLOB NOT NULL,
                PRIMARY KEY(store, position))
              """,
              """
              CREATE TABLE dataset(
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                imported_at TEXT NOT NULL,
                mapping TEXT NOT NULL CHECK(json_valid(mapping)),
                quality TEXT NOT NULL CHECK(json_valid(quality)),
                customers TEXT NOT NULL REFERENCES artifact,
                products TEXT NOT NULL REFERENCES artifact,
                events TEXT NOT NULL REFERENCES artifact,
                rejects TEXT REFERENCES artifact,
                customer_count INTEGER NOT NULL,
                product_count INTEGER NOT NULL,
                event_count INTEGER NOT NULL,
                rejected_count INTEGER NOT NULL,
                provenance TEXT NOT NULL CHECK(json_valid(provenance)))
              """,
              """
              CREATE TABLE run(
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                state TEXT NOT NULL,
                settings TEXT NOT NULL CHECK(json_valid(settings)),
                device TEXT NOT NULL,
                started TEXT NOT NULL,
                finished TEXT,
                metrics TEXT CHECK(json_valid(metrics)),
                weights TEXT REFERENCES artifact,
                provenance TEXT CHECK(json_valid(provenance)))
              """,
              // SQLite keeps NaN as NULL, so a value may be NULL.
              """
              CREATE TABLE run_metric(
                run_id INTEGER NOT NULL REFERENCES run,
                series TEXT NOT NULL,
                step INTEGER NOT NULL,
                value REAL,
                PRIMARY KEY(run_id, series, step)) WITHOUT ROWID
              """,
              """
              CREATE TABLE score_set(
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                run_id INTEGER NOT NULL REFERENCES run,
                pairs TEXT NOT NULL REFERENCES artifact,
                pair_count INTEGER NOT NULL,
                created TEXT NOT NULL,
                provenance TEXT NOT NULL CHECK(json_valid(provenance)))
              """,
              """
              CREATE TABLE scenario(
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL,
                body TEXT NOT NULL CHECK(json_valid(body)),
                position INTEGER NOT NULL,
                updated TEXT NOT NULL)
              """,
              """
              CREATE TABLE plan(
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL,
                scenario TEXT NOT NULL CHECK(json_valid(scenario)),
                totals TEXT NOT NULL CHECK(json_valid(totals)),
                decisions TEXT NOT NULL REFERENCES artifact,
                created TEXT NOT NULL,
                provenance TEXT NOT NULL CHECK(json_valid(provenance)))
              """,
              """
              CREATE TABLE audit(
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                at TEXT NOT NULL,
                action TEXT NOT NULL,
                detail TEXT NOT NULL)
              """));
}
