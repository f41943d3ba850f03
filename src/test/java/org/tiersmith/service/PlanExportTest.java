package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.data.ScoredPairsFile;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.Provenance;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.project.ArtifactId;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.ScenarioDefaults;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;

/** A frozen plan is exported as it was frozen, whatever has changed since. */
class PlanExportTest {
  private static final int CUSTOMERS = 30;
  private static final int PRODUCTS = 12;
  private static final Scenario CLASSIC =
      ScenarioDefaults.of("Classic", new Policy.Classic(Alpha.of(0.4)));
  private static final Provenance PROVENANCE =
      new Provenance("scoring", "ab", Map.of(), 1, Map.of(), "cpu", Instant.EPOCH);

  @TempDir private Path folder;
  private Path file;
  private ProjectFile project;
  private ProjectSession session;

  @BeforeEach
  void makeProject() throws IOException {
    Path shop = folder.resolve("shop");
    SampleUseCase.write(
        new SampleSettings(CUSTOMERS, PRODUCTS, 400, 7, SampleLanguage.ENGLISH), shop);
    file = folder.resolve("shop.tiersmith");
    project = ProjectFile.create(file, folder.resolve("cache"));
    open();
    session.sample().importFrom(shop, JobContext.detached());
    score(1);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void open() throws IOException {
    session = new ProjectSession(project, TinyEncoder.catalogue(folder.resolve("models")));
  }

  private void reopen() throws IOException {
    session.close();
    project = ProjectFile.open(file, folder.resolve("cache"));
    open();
  }

  /** Adds made-up scores to the project: others for another seed. */
  private void score(long seed) {
    int rows = CUSTOMERS * PRODUCTS;
    SplittableRandom random = new SplittableRandom(seed);
    ScoredPairs pairs =
        new ScoredPairs(
            IntStream.rangeClosed(1, CUSTOMERS).mapToObj(c -> "=C" + c).toList(),
            IntStream.rangeClosed(1, PRODUCTS).mapToObj(p -> "P" + p).toList(),
            IntStream.range(0, rows).map(i -> i / PRODUCTS).toArray(),
            IntStream.range(0, rows).map(i -> i % PRODUCTS).toArray(),
            random.doubles(rows, 0.01, 0.9).toArray(),
            random.doubles(rows, 0, 3).toArray(),
            random.doubles(rows, 1, 100).toArray(),
            random.doubles(rows, 0, 90).toArray());
    Path parquet = folder.resolve("pairs" + seed + ".parquet");
    ScoredPairsFile.write(pairs, parquet);
    ArtifactId artifact = project.artifacts().put(parquet, "pairs.parquet", PROVENANCE).id();
    long run = project.runs().begin(project.runs().enqueue("{}", "cpu").id()).id();
    project.scores().add(run, artifact, rows, PROVENANCE);
  }

  @Test
  void otherScoresAndOtherSegmentsChangeNothing() throws IOException {
    PlanView plan = session.plans().freeze(CLASSIC, JobContext.detached());
    byte[] before = export(plan.id());
    assertThat(new String(before, StandardCharsets.UTF_8).lines())
        .hasSize(1 + CUSTOMERS * PRODUCTS)
        .anyMatch(line -> line.startsWith("'=C1,P1,"));

    score(2);
    session.customers().choose(session.customers().schemes().getLast().id());
    PlanView later = session.plans().freeze(CLASSIC, JobContext.detached());
    assertThat(export(later.id())).isNotEqualTo(before);
    assertThat(export(plan.id())).isEqualTo(before);

    reopen();
    project.artifacts().compact();
    assertThat(export(plan.id())).isEqualTo(before);
  }

  @Test
  void aPlanTakesLittleRoom() throws IOException {
    session.plans().freeze(CLASSIC, JobContext.detached());
    assertThat(project.artifacts().all())
        .filteredOn(artifact -> artifact.kind().startsWith("plan"))
        .singleElement()
        .satisfies(artifact -> assertThat(artifact.size()).isLessThan(2000));
  }

  @Test
  void anOlderPlanIsStillExported() throws Exception {
    PlanView plan = session.plans().freeze(CLASSIC, JobContext.detached());
    byte[] old = "customer_id\r\n李雷\r\n".getBytes(StandardCharsets.UTF_8);
    Path gzipped = folder.resolve("plan.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzipped))) {
      out.write(old);
    }
    ArtifactId artifact = project.artifacts().put(gzipped, "plan.csv.gz", PROVENANCE).id();
    session.close();
    makeOld(plan.id(), artifact);
    project = ProjectFile.open(file, folder.resolve("cache"));
    open();
    assertThat(export(plan.id())).isEqualTo(old);
  }

  /** As the first file version had it: the artifact is the whole file, no pairs are named. */
  private void makeOld(long plan, ArtifactId artifact) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE plan SET pairs = NULL, decisions = ? WHERE id = ?")) {
      statement.setString(1, artifact.sha256());
      statement.setLong(2, plan);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void aStopEndsTheJobAndKeepsTheFile() throws IOException {
    PlanView plan = session.plans().freeze(CLASSIC, JobContext.detached());
    Path csv = Files.writeString(folder.resolve("plan.csv"), "old");
    JobContext stopped = new JobContext(progress -> {}, () -> true);
    assertThatThrownBy(() -> session.plans().export(plan.id(), csv, stopped))
        .isInstanceOf(CancelledException.class);
    assertThat(csv).hasContent("old");
    Scenario other = ScenarioDefaults.of("Other", new Policy.Fixed(0.2));
    assertThatThrownBy(() -> session.plans().freeze(other, stopped))
        .isInstanceOf(CancelledException.class);
    assertThat(session.plans().plans()).extracting(PlanView::id).isEqualTo(List.of(plan.id()));
  }

  private byte[] export(long plan) throws IOException {
    Path csv = folder.resolve("plan.csv");
    session.plans().export(plan, csv, JobContext.detached());
    return Files.readAllBytes(csv);
  }
}
