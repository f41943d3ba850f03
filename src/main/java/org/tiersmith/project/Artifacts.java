package org.tiersmith.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.tiersmith.model.Provenance;

/** Bulk data in the project, named by its content: the same bytes are kept once. */
public final class Artifacts {
  private static final Pattern KIND = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

  private static final String UNREFERENCED =
      """
      SELECT * FROM artifact WHERE sha256 NOT IN (
        SELECT customers FROM dataset UNION SELECT products FROM dataset
        UNION SELECT events FROM dataset
        UNION SELECT rejects FROM dataset WHERE rejects IS NOT NULL
        UNION SELECT weights FROM run WHERE weights IS NOT NULL
        UNION SELECT checkpoint FROM run WHERE checkpoint IS NOT NULL
        UNION SELECT evaluation FROM run WHERE evaluation IS NOT NULL
        UNION SELECT vectors FROM run WHERE vectors IS NOT NULL
        UNION SELECT pairs FROM score_set UNION SELECT decisions FROM plan
        UNION SELECT pairs FROM plan WHERE pairs IS NOT NULL
        UNION SELECT artifact FROM derived)
      """;

  private final Database database;
  private final ChunkStore chunks;
  private final ArtifactCache cache;

  /** Put since the project was opened: a row that refers to them may be on its way. */
  private final Set<ArtifactId> fresh = ConcurrentHashMap.newKeySet();

  Artifacts(Database database, Path cacheFolder) {
    this.database = database;
    this.chunks = new ChunkStore(database);
    this.cache = new ArtifactCache(database.file(), cacheFolder, chunks);
  }

  /**
   * Stores a file, wholly or not at all. Bytes that the project holds already are not stored again;
   * then the kind and provenance of the first time stay.
   *
   * @param kind lower-case name that ends with the file type, for example {@code events.parquet}
   * @throws org.tiersmith.model.Problem if there is no room
   */
  public Artifact put(Path source, String kind, Provenance provenance) {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("not an artifact kind: " + kind);
    }
    try {
      ArtifactId id = Hashing.of(source);
      Optional<Artifact> present = database.write(c -> claim(c, id));
      return present.isPresent() ? present.get() : store(source, id, kind, provenance);
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read " + source, e);
    }
  }

  /** Finds an artifact and keeps it from being taken away; runs on the writer thread. */
  private Optional<Artifact> claim(Connection connection, ArtifactId id) throws SQLException {
    Optional<Artifact> found = find(connection, id);
    found.ifPresent(artifact -> fresh.add(id));
    return found;
  }

  private Artifact store(Path source, ArtifactId id, String kind, Provenance provenance)
      throws IOException {
    long size = Files.size(source);
    long store = chunks.newStore();
    try {
      if (!chunks.write(store, source).equals(id)) {
        throw new IOException("the file changed while it was stored");
      }
      return database.write(
          c -> insert(c, store, new Artifact(id, kind, size, provenance, Rows.now())));
    } catch (IOException | RuntimeException e) {
      discard(store, e);
      throw e;
    }
  }

  /** Makes the stored chunks count, or drops them when another thread has stored the same bytes. */
  private Artifact insert(Connection connection, long store, Artifact artifact)
      throws SQLException {
    Optional<Artifact> present = claim(connection, artifact.id());
    if (present.isPresent()) {
      ChunkStore.remove(connection, store);
      return present.get();
    }
    Sql.update(
        connection,
        "INSERT INTO artifact(sha256, kind, size, provenance, created, store)"
            + " VALUES(?, ?, ?, ?, ?, ?)",
        artifact.id().sha256(),
        artifact.kind(),
        artifact.size(),
        ProvenanceJson.write(artifact.provenance()),
        artifact.created().toString(),
        store);
    fresh.add(artifact.id());
    return artifact;
  }

  private void discard(long store, Exception reason) {
    try {
      chunks.remove(store);
    } catch (RuntimeException e) {
      // The next opening drops them.
      reason.addSuppressed(e);
    }
  }

  public Optional<Artifact> find(ArtifactId id) {
    return database.read(c -> find(c, id));
  }

  private static Optional<Artifact> find(Connection connection, ArtifactId id) throws SQLException {
    return Sql.first(
        connection, Artifacts::row, "SELECT * FROM artifact WHERE sha256 = ?", id.sha256());
  }

  /** All artifacts, oldest first. */
  public List<Artifact> all() {
    return database.read(
        c -> Sql.query(c, Artifacts::row, "SELECT * FROM artifact ORDER BY store"));
  }

  /**
   * The artifact as a file, which must not be changed. It stays until a {@link #compact()} that
   * takes the artifact away, or until somebody empties the cache.
   *
   * @throws IllegalArgumentException if the project holds no such artifact
   * @throws org.tiersmith.model.Problem if its bytes are damaged or the cache can't be written
   */
  public Path layout(ArtifactId id) {
    return cache.layout(
        find(id).orElseThrow(() -> new IllegalArgumentException("no such artifact: " + id)));
  }

  /** Says that nobody will refer to an artifact that this session has put, unless a row does. */
  void release(ArtifactId id) {
    fresh.remove(id);
  }

  /**
   * Takes away an artifact that has been superseded, unless a row refers to it still. Its room is
   * used by what is stored next; {@link #compact()} gives room back to the disk.
   */
  void drop(ArtifactId id) {
    release(id);
    database.change(
        c -> {
          List<Artifact> unreferenced = Sql.query(c, Artifacts::row, UNREFERENCED);
          for (Artifact artifact : unreferenced) {
            if (artifact.id().equals(id)) {
              remove(c, artifact);
            }
          }
        });
  }

  /**
   * Takes away the artifacts to which no row refers, and gives their room back to the disk. Those
   * put since the project was opened stay, since their row may be about to come.
   *
   * @return bytes of the artifacts that were taken away
   */
  public long compact() {
    List<Artifact> gone = database.write(this::removeUnreferenced);
    if (!gone.isEmpty()) {
      database.maintain(c -> Sql.execute(c, "PRAGMA incremental_vacuum"));
    }
    cache.retain(all());
    return gone.stream().mapToLong(Artifact::size).sum();
  }

  /** Takes away what was laid out; it is laid out again when asked for. */
  void clearCache() {
    cache.clear();
  }

  private List<Artifact> removeUnreferenced(Connection connection) throws SQLException {
    List<Artifact> gone =
        Sql.query(connection, Artifacts::row, UNREFERENCED).stream()
            .filter(artifact -> !fresh.contains(artifact.id()))
            .toList();
    for (Artifact artifact : gone) {
      remove(connection, artifact);
    }
    if (!gone.isEmpty()) {
      AuditLog.record(connection, "artifacts.compacted", gone.size() + " artifacts");
    }
    return gone;
  }

  private static void remove(Connection connection, Artifact artifact) throws SQLException {
    String sha = artifact.id().sha256();
    ChunkStore.remove(
        connection, Sql.number(connection, "SELECT store FROM artifact WHERE sha256 = ?", sha));
    Sql.update(connection, "DELETE FROM artifact WHERE sha256 = ?", sha);
  }

  private static Artifact row(ResultSet row) throws SQLException {
    return new Artifact(
        Rows.artifact(row, "sha256"),
        row.getString("kind"),
        row.getLong("size"),
        Rows.provenance(row),
        Instant.parse(row.getString("created")));
  }
}
