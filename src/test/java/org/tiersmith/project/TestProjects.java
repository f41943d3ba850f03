package org.tiersmith.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.tiersmith.model.Provenance;

/** What the tests of this package share. */
final class TestProjects {
  private TestProjects() {}

  static Provenance provenance() {
    return new Provenance(
        "data",
        "0".repeat(64),
        Map.of("delimiter", ";", "rows", "3"),
        42,
        Map.of("tiersmith", "0.1.0"),
        "cpu",
        Instant.parse("2026-03-04T05:06:07.123456Z"));
  }

  /** A file of pseudo-random bytes. */
  static Path file(Path folder, int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    try {
      return Files.write(Files.createTempFile(folder, "source", ".bin"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Artifact put(ProjectFile project, Path folder, int size, long seed) {
    return project.artifacts().put(file(folder, size, seed), "rows.parquet", provenance());
  }

  /** One row in every table, with an artifact of three chunks. */
  static void fill(ProjectFile project, Path folder) {
    ArtifactId data = put(project, folder, (2 << 20) + 7, 1).id();
    ArtifactId weights = put(project, folder, 5000, 2).id();
    project.settings().putAll(Map.of("strategy.alpha", "0.25", "ui.language", "zh 中文"));
    project
        .datasets()
        .add(
            "{\"events\":1}",
            "{\"ok\":true}",
            new DatasetFiles(data, data, data, null),
            new RowCounts(3, 2, 9, 1),
            provenance());
    Run run = project.runs().begin(project.runs().enqueue("{\"epochs\":2}", "auto").id());
    project
        .runs()
        .append(
            run.id(),
            List.of(
                new MetricPoint("train.loss", 1, 0.7),
                new MetricPoint("train.loss", 2, Double.NaN),
                new MetricPoint("validation.auc", 1, 0.81)));
    project.runs().keepWeights(run.id(), weights);
    project.runs().finish(run.id(), RunState.DONE, "{\"auc\":0.8}", provenance());
    project.scores().add(run.id(), data, 6, provenance());
    project
        .scenarios()
        .replaceAll(
            List.of(
                scenario(1, "Gentle", "{\"alpha\":0.1}"), scenario(2, "Bold", "{\"alpha\":0.4}")));
    project.plans().add("March", "{}", "{\"profit\":12.5}", weights, data, provenance());
    project.audit().record("plan.exported", "plan 1");
  }

  /** A scenario at the place that its id says, changed just now. */
  static StoredScenario scenario(long id, String name, String body) {
    return new StoredScenario(id, name, body, (int) id - 1, Rows.now());
  }

  /** All that a project shows. */
  static Map<String, Object> everything(ProjectFile project) {
    return Map.of(
        "settings", project.settings().all(),
        "datasets", project.datasets().all(),
        "artifacts", project.artifacts().all(),
        "runs", project.runs().all(),
        "points",
            project.runs().all().stream().map(r -> project.runs().metrics(r.id(), -1)).toList(),
        "scores", project.scores().all(),
        "scenarios", project.scenarios().all(),
        "plans", project.plans().all(),
        "audit", project.audit().all());
  }

  /** Runs SQL on a file that no project has open. */
  static void sql(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      for (String statement : statements) {
        Sql.execute(connection, statement);
      }
    }
  }

  static String integrity(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      return Sql.first(connection, row -> row.getString(1), "PRAGMA integrity_check").orElseThrow();
    }
  }

  static long number(Path file, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      return Sql.number(connection, query);
    }
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
    }
  }
}
