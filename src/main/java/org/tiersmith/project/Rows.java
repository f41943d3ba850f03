package org.tiersmith.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Provenance;

/** Columns that several tables share. */
final class Rows {
  private Rows() {}

  /** The present time, as fine as the file keeps it. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.parse(row.getString(column));
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : Instant.parse(text);
  }

  static ArtifactId artifact(ResultSet row, String column) throws SQLException {
    return new ArtifactId(row.getString(column));
  }

  static @Nullable ArtifactId artifactOrNull(ResultSet row, String column) throws SQLException {
    String sha256 = row.getString(column);
    return sha256 == null ? null : new ArtifactId(sha256);
  }

  static @Nullable String shaOrNull(@Nullable ArtifactId id) {
    return id == null ? null : id.sha256();
  }

  static Provenance provenance(ResultSet row) throws SQLException {
    return ProvenanceJson.read(row.getString("provenance"));
  }
}
