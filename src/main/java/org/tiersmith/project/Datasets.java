package org.tiersmith.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tiersmith.model.Provenance;

/** The imports of a project. */
public final class Datasets {
  private final Database database;

  Datasets(Database database) {
    this.database = database;
  }

  /**
   * Keeps an import whose artifacts are in the project already.
   *
   * @param mapping JSON
   * @param quality JSON
   */
  public Dataset add(
      String mapping, String quality, DatasetFiles files, RowCounts counts, Provenance provenance) {
    Instant now = Rows.now();
    long id =
        database.write(
            c -> {
              long added =
                  Sql.insert(
                      c,
                      """
                      INSERT INTO dataset(imported_at, mapping, quality,
                        customers, products, events, rejects,
                        customer_count, product_count, event_count, rejected_count, provenance)
                      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                      """,
                      now.toString(),
                      mapping,
                      quality,
                      files.customers().sha256(),
                      files.products().sha256(),
                      files.events().sha256(),
                      Rows.shaOrNull(files.rejects()),
                      counts.customers(),
                      counts.products(),
                      counts.events(),
                      counts.rejected(),
                      ProvenanceJson.write(provenance));
              AuditLog.record(c, "dataset.added", "dataset " + added);
              return added;
            });
    return new Dataset(id, now, mapping, quality, files, counts, provenance);
  }

  /** The import that the project works with: the last one. */
  public Optional<Dataset> latest() {
    return database.read(
        c -> Sql.first(c, Datasets::row, "SELECT * FROM dataset ORDER BY id DESC LIMIT 1"));
  }

  /** All imports, oldest first. */
  public List<Dataset> all() {
    return database.read(c -> Sql.query(c, Datasets::row, "SELECT * FROM dataset ORDER BY id"));
  }

  private static Dataset row(ResultSet row) throws SQLException {
    return new Dataset(
        row.getLong("id"),
        Rows.instant(row, "imported_at"),
        row.getString("mapping"),
        row.getString("quality"),
        new DatasetFiles(
            Rows.artifact(row, "customers"),
            Rows.artifact(row, "products"),
            Rows.artifact(row, "events"),
            Rows.artifactOrNull(row, "rejects")),
        new RowCounts(
            row.getLong("customer_count"),
            row.getLong("product_count"),
            row.getLong("event_count"),
            row.getLong("rejected_count")),
        Rows.provenance(row));
  }
}
