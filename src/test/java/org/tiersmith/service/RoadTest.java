package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.DiscountRate;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.model.Split;
import org.tiersmith.plan.PlanCsv;
import org.tiersmith.project.RunState;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.strategy.Outcome;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.ScenarioDefaults;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.training.metrics.DiscountMoney;
import org.tiersmith.training.metrics.DiscountTo;

/** The whole road once, and what a project shows after it was closed and opened again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoadTest {
  private static final int CUSTOMERS = 40;
  private static final int PRODUCTS = 20;
  private static final long SEED = 7;
  private static final Scenario TEN = ScenarioDefaults.of("Ten", new Policy.Fixed(0.1));

  private Path folder;
  private ProjectSession session;
  private Workbench workbench;

  @BeforeAll
  void goTheRoad(@TempDir Path temporary) throws IOException {
    folder = temporary;
    TinyEncoder.catalogue(folder.resolve("models"));
    Path shop = folder.resolve("shop");
    SampleUseCase.write(
        new SampleSettings(CUSTOMERS, PRODUCTS, 600, SEED, SampleLanguage.ENGLISH), shop);
    workbench =
        new Workbench(
            new Preferences(folder.resolve("preferences.properties")),
            new SameThreadJobRunner((job, failure) -> {}),
            folder.resolve("models"));
    session = workbench.create(folder.resolve("shop.tiersmith"));
    JobContext context = JobContext.detached();
    session.sample().importFrom(shop, context);
    TrainingSettings settings =
        TrainingSettings.defaults(EncoderForm.TWO_TOWER)
            .withEncoder(TinyEncoder.ID)
            .withSizes(1, 64, 32, 0)
            .withRun(DeviceChoice.CPU, 3);
    session.training().train(settings, context);
    session.scoring().score(null, null, DeviceChoice.CPU, context);
    session.strategy().proposeScenarios();
    session.plans().freeze(TEN, context);
  }

  @Test
  void everyCustomerMeetsEveryProduct() {
    assertThat(session.strategy().portfolio().size()).isEqualTo(CUSTOMERS * PRODUCTS);
    assertThat(session.scoring().latestScore().orElseThrow().pairs())
        .isEqualTo(CUSTOMERS * PRODUCTS);
  }

  @Test
  void aRunTellsItsCurveItsResultAndHowFarNumbersCome() {
    RunView run = session.runs().all().getFirst();
    assertThat(run.state()).isEqualTo(RunState.DONE);
    assertThat(run.result()).isNotNull();
    assertThat(session.runs().series(run.id())).extracting("series").contains("validation.loss");
    assertThat(session.runs().numbersOnlyAuc(run.id())).isBetween(0.0, 1.0);
  }

  @Test
  void aRunIsMeasuredAtAnyThresholdAndBySegment() {
    RunView run = session.runs().all().getFirst();
    RunResult result = Objects.requireNonNull(run.result());
    RunEvaluation evaluation = session.runs().evaluation(run.id(), JobContext.detached());
    assertThat(run.evaluated()).isTrue();
    assertThat(evaluation.summary().rows()).isEqualTo(result.testExamples());
    assertThat(evaluation.summary().auc()).isEqualTo(result.test().auc());
    assertThat(evaluation.summary().logLoss()).isCloseTo(result.test().logLoss(), within(1e-9));
    assertThat(evaluation.on(Split.VALIDATION).summary().rows())
        .isEqualTo(result.validationExamples());
    double threshold = result.test().threshold();
    assertThat(evaluation.usualThreshold()).isCloseTo(threshold, within(1e-6));
    assertThat(evaluation.confusion(threshold).recall()).isEqualTo(result.test().recall());
    assertThat(result.intervals()).isNotNull();
    assertThat(evaluation.segments(session.customers().segmentation(), threshold))
        .isNotEmpty()
        .allMatch(segment -> segment.rows() <= result.testExamples());
    DiscountMoney money = evaluation.money(1, new DiscountRate(0.1), DiscountTo.BELOW);
    assertThat(money.given()).isEqualTo(result.testExamples());
    assertThat(money.costKnown()).isEqualTo(result.testExamples());
    assertThat(result.warnings()).noneMatch(text -> text.key().startsWith("leak."));
  }

  @Test
  void rowsNameTheirProductsAndSort() {
    RowQuery query = new RowQuery(RowQuery.Filter.ALL, RowQuery.Sort.LIST_PRICE, false, 0, 25);
    RowPage page = session.strategy().rows(TEN, query, () -> false);
    assertThat(page.total()).isEqualTo(CUSTOMERS * PRODUCTS);
    assertThat(page.rows()).hasSize(25);
    assertThat(page.rows())
        .isSortedAccordingTo((a, b) -> Double.compare(b.listPrice(), a.listPrice()));
    assertThat(page.rows()).noneMatch(row -> row.title().equals(row.productId()));
  }

  @Test
  void aPairIsExplainedByWhatTheModelReads() throws IOException {
    String customer = session.strategy().pairs().customerIds().getFirst();
    String product = session.strategy().pairs().productIds().getFirst();
    PairView pair = session.scoring().pair(customer, product);
    assertThat(pair.customerText()).isNotBlank();
    assertThat(pair.productText()).isNotBlank();
    assertThat(pair.numbers()).isNotEmpty();
  }

  @Test
  void whatEachWordAndNumberAddsMakesTheAnswer() throws IOException {
    String customer = session.strategy().pairs().customerIds().getFirst();
    String product = session.strategy().pairs().productIds().getFirst();
    long run = session.runs().all().getFirst().id();
    PairWhy why = session.scoring().why(run, customer, product, JobContext.detached());
    assertThat(why.pair()).isEqualTo(session.scoring().pair(customer, product));
    assertThat(why.attribution().numbers().keySet())
        .extracting(name -> name.substring(name.indexOf('.') + 1))
        .containsExactlyElementsOf(
            why.pair().numbers().stream().map(PairView.Number::name).toList());
    assertThat(why.attribution().product())
        .isNotEmpty()
        .allMatch(
            piece ->
                why.pair().productText().substring(piece.from(), piece.to()).equals(piece.text()));
    assertThat(why.attribution().gap()).isLessThanOrEqualTo(0.01);
    assertThat(session.engine().devices().getFirst().id()).isEqualTo("cpu");
  }

  @Test
  void everyPairHasASimilarityAndItsProductACategory() {
    ScoredPairs pairs = session.strategy().pairs();
    assertThat(pairs.hasSimilarity()).isTrue();
    assertThat(session.scoring().productCategories().keySet()).containsAll(pairs.productIds());
    assertThat(session.scoring().productCategories().values()).doesNotContain("");
  }

  @Test
  void policiesAreJudgedByTheShopsTruth() {
    TruthReport report = session.truth().judge(SEED, JobContext.detached());
    assertThat(report.pairs()).isEqualTo(CUSTOMERS * PRODUCTS);
    assertThat(report.policies())
        .extracting(JudgedPolicy::name)
        .containsExactly("random", "fixed", "classic", "target", "similarity", "profit", "budget");
    assertThat(report.fit().trueMeanP0()).isBetween(0.05, 0.25);
    assertThat(report.policies())
        .allSatisfy(each -> assertThat(each.profit()).isLessThanOrEqualTo(1.01 * each.oracle()));
    assertThat(report.causes()).hasSize(2);
    assertThat(report.causes().getFirst().shareOfOracle())
        .isGreaterThan(report.policies().getLast().shareOfOracle());
    assertThat(report.budgets())
        .isSortedAccordingTo(Comparator.comparingDouble(JudgedPolicy::believed));
  }

  @Test
  void theTruthOfAnotherShopIsNotTakenForThisOnes() {
    assertThatThrownBy(() -> session.truth().judge(SEED + 1, JobContext.detached()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("" + (SEED + 1));
  }

  @Test
  void everyExportOfAPlanIsTheSame() throws IOException {
    PlanView plan = session.plans().plans().getLast();
    Path first = folder.resolve("first.csv");
    Path second = folder.resolve("second.csv");
    session.plans().export(plan.id(), first, JobContext.detached());
    session.plans().export(plan.id(), second, JobContext.detached());
    assertThat(first).hasSameBinaryContentAs(second);
    List<String> lines = Files.readAllLines(first);
    assertThat(lines).hasSize(1 + CUSTOMERS * PRODUCTS).first().isEqualTo(PlanCsv.HEADER);
  }

  @Test
  void aPlanNeverReplacesAProject() throws IOException {
    long plan = session.plans().plans().getLast().id();
    Path other = folder.resolve("other.tiersmith");
    workbench.create(other).close();
    Path link = Files.createSymbolicLink(folder.resolve("plan.csv"), session.path());
    Path log = session.path().resolveSibling(session.path().getFileName() + "-wal");
    for (Path place : List.of(session.path(), log, link, other)) {
      byte[] before = place.equals(other) ? Files.readAllBytes(place) : new byte[0];
      assertThatThrownBy(() -> session.plans().export(plan, place, JobContext.detached()))
          .isInstanceOf(Problem.class)
          .hasMessageContaining(place.toString());
      if (place.equals(other)) {
        assertThat(place).hasBinaryContent(before);
      }
    }
    assertThat(session.plans().plans()).isNotEmpty();
  }

  @Test
  void reopenedEqualsClosed() {
    session.customers().choose("rfm");
    session.settings().put("screen", "strategy");
    session.strategy().shelf().select(2);
    ScenarioBoard board = session.strategy().shelf().board();
    Outcome outcome = session.strategy().evaluate(TEN, () -> false);
    List<PlanView> plans = session.plans().plans();
    List<RunView> runs = session.runs().all();
    Path file = session.path();

    Path laidOut = session.data().table(DataTable.CUSTOMERS);
    assertThat(laidOut).exists();
    session.close();
    assertThat(folder.resolve("shop.tiersmith-wal")).doesNotExist();
    assertThat(laidOut.getParent()).doesNotExist();
    session = workbench.open(file);

    assertThat(session.customers().chosen().id()).isEqualTo("rfm");
    assertThat(session.settings().get("screen", "")).isEqualTo("strategy");
    assertThat(session.strategy().shelf().board()).isEqualTo(board);
    assertThat(session.strategy().evaluate(TEN, () -> false).all()).isEqualTo(outcome.all());
    assertThat(session.plans().plans()).isEqualTo(plans);
    assertThat(session.runs().all()).isEqualTo(runs);
  }
}
