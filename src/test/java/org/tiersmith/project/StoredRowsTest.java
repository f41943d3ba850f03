package org.tiersmith.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRowsTest {
  private static final Instant EARLY = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir private Path folder;
  private ProjectFile project;

  @BeforeEach
  void create() {
    project = ProjectFile.create(folder.resolve("shop.tiersmith"), folder);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void settingsArePutReplacedAndRemoved() {
    project.settings().put("b", "1");
    project.settings().putAll(Map.of("a", "2", "b", "3"));

    assertThat(project.settings().all()).containsExactly(Map.entry("a", "2"), Map.entry("b", "3"));
    project.settings().remove("a");
    assertThat(project.settings().get("a")).isEmpty();
    assertThat(project.settings().get("b")).contains("3");
  }

  @Test
  void theLatestDatasetIsTheOneAddedLast() {
    DatasetFiles files = dataset(1);
    project.datasets().add("{}", "{}", files, new RowCounts(1, 2, 3, 4), TestProjects.provenance());
    Dataset second =
        project
            .datasets()
            .add(
                "{\"m\":1}",
                "{\"q\":1}",
                new DatasetFiles(
                    files.customers(), files.products(), files.events(), files.events()),
                new RowCounts(5, 6, 7, 0),
                TestProjects.provenance());

    assertThat(project.datasets().latest()).contains(second);
    assertThat(project.datasets().all()).hasSize(2).last().isEqualTo(second);
  }

  @Test
  void aDatasetMayOnlyReferToArtifactsThatAreThere() {
    ArtifactId absent = new ArtifactId("f".repeat(64));
    assertThatThrownBy(
            () ->
                project
                    .datasets()
                    .add(
                        "{}",
                        "{}",
                        new DatasetFiles(absent, absent, absent, null),
                        new RowCounts(1, 1, 1, 0),
                        TestProjects.provenance()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(project.datasets().all()).isEmpty();
    assertThat(project.audit().all()).extracting("action").containsExactly("project.created");
  }

  @Test
  void whatIsNotJsonIsRefused() {
    assertThatThrownBy(
            () ->
                project
                    .scenarios()
                    .replaceAll(List.of(TestProjects.scenario(1, "Gentle", "{alpha"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(project.scenarios().all()).isEmpty();
  }

  @Test
  void aRunGoesFromStartToEnd() {
    Run started = project.runs().begin(project.runs().enqueue("{\"epochs\":2}", "auto").id());
    assertThat(project.runs().find(started.id())).contains(started);

    ArtifactId weights = TestProjects.put(project, folder, 10, 1).id();
    project.runs().keepWeights(started.id(), weights);
    Run ended =
        project.runs().finish(started.id(), RunState.CANCELLED, null, TestProjects.provenance());

    assertThat(ended.state()).isEqualTo(RunState.CANCELLED);
    assertThat(ended.weights()).isEqualTo(weights);
    assertThat(ended.metrics()).isNull();
    assertThat(ended.device()).isEqualTo("cpu");
    assertThat(ended.finished()).isAfterOrEqualTo(started.started());
    assertThat(ended.provenance()).isEqualTo(TestProjects.provenance());
    assertThat(project.runs().all()).containsExactly(ended);
    assertThat(project.audit().all())
        .extracting("action")
        .containsExactly("project.created", "run.queued", "run.started", "run.ended");
  }

  @Test
  void pointsComeBackBySeriesAndStepAndAStepIsReplaced() {
    long run = project.runs().begin(project.runs().enqueue("{}", "cpu").id()).id();
    long other = project.runs().begin(project.runs().enqueue("{}", "cpu").id()).id();
    project.runs().append(run, List.of(point("v", 2, 0.2), point("t", 10, -1), point("v", 1, 9)));
    project.runs().append(other, List.of(point("v", 1, 5)));
    project.runs().append(run, List.of(point("v", 1, Double.NaN), point("t", 9, 1e300)));

    assertThat(project.runs().metrics(run, -1))
        .containsExactly(
            point("t", 9, 1e300),
            point("t", 10, -1),
            point("v", 1, Double.NaN),
            point("v", 2, 0.2));
  }

  @Test
  void aRunThatIsNotThereIsAMistakeOfTheCaller() {
    assertThatThrownBy(
            () -> project.runs().finish(9, RunState.DONE, "{}", TestProjects.provenance()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(project.runs().find(9)).isEmpty();
  }

  @Test
  void scoresBelongToARun() {
    long run = project.runs().begin(project.runs().enqueue("{}", "cpu").id()).id();
    ArtifactId pairs = TestProjects.put(project, folder, 10, 1).id();
    project.scores().add(run, pairs, 3, TestProjects.provenance());
    ScoreSet last = project.scores().add(run, pairs, 4, TestProjects.provenance());

    assertThat(project.scores().latest()).contains(last);
    assertThat(project.scores().all()).hasSize(2);
    assertThatThrownBy(() -> project.scores().add(run + 1, pairs, 1, TestProjects.provenance()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void scenariosAreReplacedTogetherAndKeepTheirOrder() {
    project
        .scenarios()
        .replaceAll(
            List.of(TestProjects.scenario(1, "A", "{}"), TestProjects.scenario(2, "B", "{}")));
    StoredScenario c = new StoredScenario(3, "C", "{}", 0, EARLY);
    StoredScenario a = new StoredScenario(1, "A2", "{\"alpha\":1}", 1, EARLY);
    project.scenarios().replaceAll(List.of(c, a));

    assertThat(project.scenarios().all()).containsExactly(c, a);
  }

  @Test
  void theMomentOfAnUnchangedScenarioStays() {
    StoredScenario first = new StoredScenario(1, "A", "{}", 0, EARLY);
    project.scenarios().replaceAll(List.of(first));
    project
        .scenarios()
        .replaceAll(List.of(new StoredScenario(1, "A", "{}", 4, EARLY.plusSeconds(9))));
    assertThat(project.scenarios().all())
        .containsExactly(new StoredScenario(1, "A", "{}", 4, EARLY));

    StoredScenario edited = new StoredScenario(1, "A", "{\"alpha\":1}", 4, EARLY.plusSeconds(9));
    project.scenarios().replaceAll(List.of(edited));
    assertThat(project.scenarios().all()).containsExactly(edited);
  }

  @Test
  void whenOneScenarioIsRefusedAllStayAsTheyWere() {
    StoredScenario kept = TestProjects.scenario(1, "A", "{}");
    project.scenarios().replaceAll(List.of(kept));

    assertThatThrownBy(
            () ->
                project
                    .scenarios()
                    .replaceAll(
                        List.of(
                            TestProjects.scenario(2, "B", "{}"),
                            TestProjects.scenario(3, "C", "{alpha"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(project.scenarios().all()).containsExactly(kept);
  }

  @Test
  void plansAreFoundByTheirId() {
    ArtifactId decisions = TestProjects.put(project, folder, 10, 1).id();
    ArtifactId pairs = TestProjects.put(project, folder, 10, 2).id();
    StoredPlan plan =
        project
            .plans()
            .add("March", "{\"a\":1}", "{}", decisions, pairs, TestProjects.provenance());

    assertThat(project.plans().find(plan.id())).contains(plan);
    assertThat(project.plans().find(plan.id() + 1)).isEmpty();
    assertThat(project.plans().all()).containsExactly(plan);
  }

  private DatasetFiles dataset(long seed) {
    return new DatasetFiles(
        TestProjects.put(project, folder, 10, seed).id(),
        TestProjects.put(project, folder, 20, seed).id(),
        TestProjects.put(project, folder, 30, seed).id(),
        null);
  }

  private static MetricPoint point(String series, long step, double value) {
    return new MetricPoint(series, step, value);
  }
}
