package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.ScoredPairs;
import org.tiersmith.model.Segmentation;
import org.tiersmith.model.Split;
import org.tiersmith.profile.ClusterCurve;
import org.tiersmith.profile.RfmCells;
import org.tiersmith.profile.RuleColumn;
import org.tiersmith.profile.SegmentHistory;
import org.tiersmith.profile.SegmentMonth;
import org.tiersmith.profile.SegmentMoves;
import org.tiersmith.profile.SegmentOverlap;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.profile.SegmentRule.AllOf;
import org.tiersmith.profile.SegmentRule.Comparison;
import org.tiersmith.profile.SegmentRule.NumberIs;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Outcome;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.ScenarioDefaults;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.training.metrics.SegmentMetrics;

/** Every way to divide the customers, from the data through tests and strategies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SegmentRoadTest {
  private static final JobContext CONTEXT = JobContext.detached();
  private static final int CUSTOMERS = 100;
  private static final SegmentRule OFTEN = new NumberIs("orders", Comparison.AT_LEAST, 3);
  private static final SegmentRule EVER = new NumberIs("orders", Comparison.AT_LEAST, 1);
  private static final SegmentRule ALIEN = new NumberIs("antennae", Comparison.MORE, 1);

  private ProjectSession session;
  private Path shop;
  private long run;

  @BeforeAll
  void goTheRoad(@TempDir Path folder) throws IOException {
    TinyEncoder.catalogue(folder.resolve("models"));
    shop = folder.resolve("shop");
    SampleUseCase.write(new SampleSettings(CUSTOMERS, 60, 2_000, 7, SampleLanguage.ENGLISH), shop);
    Workbench workbench =
        new Workbench(
            new Preferences(folder.resolve("preferences.properties")),
            new SameThreadJobRunner((job, failure) -> {}),
            folder.resolve("models"));
    session = workbench.create(folder.resolve("shop.tiersmith"));
    session.sample().importFrom(shop, CONTEXT);
    TrainingSettings settings =
        TrainingSettings.defaults(EncoderForm.TWO_TOWER)
            .withEncoder(TinyEncoder.ID)
            .withSizes(1, 64, 32, 0)
            .withRun(DeviceChoice.CPU, 3);
    run = session.training().train(settings, CONTEXT).id();
    session.scoring().score(null, null, DeviceChoice.CPU, CONTEXT);
    session.segments().shelf().add("Often", OFTEN);
    session.segments().shelf().add("Ever", EVER);
    session.segments().shelf().add("Alien", ALIEN);
  }

  @AfterAll
  void close() {
    session.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rfm", "cluster", "topic", "rules", "column:membership"})
  void aSchemeServesStrategyAndTestsAndItsFiguresAddUp(String scheme) {
    session.customers().choose(scheme);
    Segmentation by = session.customers().segmentation();
    assertThat(by.scheme()).isEqualTo(scheme);
    assertThat(by.segmentOf()).hasSize(CUSTOMERS);
    assertThat(by.names()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    assertThat(session.strategy().portfolio().segmentNames()).isEqualTo(by.names());

    String first = by.names().getFirst();
    Alpha one = new Alpha(0, Map.of(first, 2.0));
    for (Policy policy :
        List.of(new Policy.Classic(one), new Policy.SegmentRates(0, Map.of(first, 0.2)))) {
      Outcome outcome =
          session.strategy().evaluate(ScenarioDefaults.of("One", policy), () -> false);
      assertThat(outcome.bySegment().getFirst().discountCost()).isPositive();
      assertThat(outcome.bySegment().stream().skip(1))
          .allSatisfy(each -> assertThat(each.discountCost()).isZero());
    }

    List<SegmentMetrics> metrics =
        session.runs().evaluation(run, CONTEXT).on(Split.TEST).segments(by, 0.5);
    assertThat(metrics).extracting(SegmentMetrics::segment).isEqualTo(by.names());
    assertThat(metrics.stream().mapToLong(SegmentMetrics::rows).sum())
        .isEqualTo(session.runs().evaluation(run, CONTEXT).summary().rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rfm", "cluster", "topic", "column:membership"})
  void summariesAddUpToAllCustomers(String scheme) {
    session.portraits().path(CONTEXT);
    List<SegmentSummary> all =
        session.segments().summaries(session.customers().scheme(scheme), CONTEXT);
    assertThat(all.stream().mapToLong(SegmentSummary::customers).sum()).isEqualTo(CUSTOMERS);
    assertThat(all.stream().mapToDouble(SegmentSummary::share).sum()).isCloseTo(1, within(1e-9));
    double revenue =
        session.segments().summaries(SegmentScheme.RFM, CONTEXT).stream()
            .mapToDouble(SegmentSummary::revenue)
            .sum();
    assertThat(all.stream().mapToDouble(SegmentSummary::revenue).sum())
        .isCloseTo(revenue, within(1e-6));
    double weighted = 0;
    for (SegmentSummary each : all) {
      if (each.customers() > 0) {
        assertThat(each.probability()).isBetween(0.0, 1.0);
        weighted += each.customers() * Objects.requireNonNull(each.probability());
      }
    }
    ScoredPairs pairs = session.strategy().pairs();
    assertThat(weighted / CUSTOMERS)
        .isCloseTo(Arrays.stream(pairs.p0()).average().orElseThrow(), within(1e-6));
  }

  @Test
  void rulesAreCountedAndOnesThatDoNotFitSayWhy() {
    SegmentUseCase segments = session.segments();
    RuleCount everyone = segments.count(new AllOf(List.of()), CONTEXT);
    assertThat(everyone.customers()).isEqualTo(CUSTOMERS);
    RuleCount often = segments.count(OFTEN, CONTEXT);
    RuleCount ever = segments.count(EVER, CONTEXT);
    assertThat(often.customers()).isBetween(1L, ever.customers());
    RuleCount alien = segments.count(ALIEN, CONTEXT);
    assertThat(alien.applies()).isFalse();
    assertThat(alien.doubts().getFirst().english()).contains("antennae");
    assertThat(segments.counts(CONTEXT)).containsExactly(often, ever, alien);
    assertThat(segments.columns(CONTEXT))
        .extracting(RuleColumn::name)
        .contains("orders", "rfm", "membership");
    assertThat(segments.sentence(OFTEN).english()).isEqualTo("Orders is at least 3");
    assertThat(segments.values("membership", "", 9, CONTEXT)).isNotEmpty();
  }

  @Test
  void ownSegmentsAreShownWholeButServeTheFirstThatFits() {
    List<SegmentSummary> shown = session.segments().summaries(SegmentScheme.RULES, CONTEXT);
    assertThat(shown).extracting(SegmentSummary::name).containsExactly("Often", "Ever", "Alien");
    assertThat(shown.get(1).customers())
        .isEqualTo(session.segments().count(EVER, CONTEXT).customers());
    assertThat(shown.get(2).customers()).isZero();
    assertThat(session.segments().membership(SegmentScheme.RULES, CONTEXT).of(1))
        .hasSize((int) shown.get(1).customers())
        .isSorted();
    SegmentOverlap own =
        session.segments().overlap(SegmentScheme.RULES, SegmentScheme.RULES, CONTEXT);
    assertThat(own.share(0, 1)).isEqualTo(1);
    session.customers().choose("rules");
    Segmentation one = session.customers().segmentation();
    assertThat(one.names()).containsExactly("Often", "Ever", "Alien", "other");
    long inEver = one.segmentOf().values().stream().filter(s -> s == 1).count();
    assertThat(inEver).isEqualTo(shown.get(1).customers() - shown.get(0).customers());
  }

  @Test
  void anEditOfARuleChangesWhatStrategiesStandOn() {
    session.customers().choose("rules");
    String before = session.customers().division().key();
    List<String> names = session.strategy().portfolio().segmentNames();
    long extra = session.segments().shelf().add("Extra", EVER);
    assertThat(session.customers().division().key()).isNotEqualTo(before);
    assertThat(session.strategy().portfolio().segmentNames()).contains("Extra");
    session.segments().shelf().undo();
    assertThat(session.segments().shelf().segments().find(extra)).isEmpty();
    assertThat(session.customers().division().key()).isEqualTo(before);
    assertThat(session.strategy().portfolio().segmentNames()).isEqualTo(names);
  }

  @Test
  void clustersAreAsManyAsTheDataSuggestOrAPersonAsks() {
    ClusterCurve curve = session.segments().clusterCurve(CONTEXT);
    assertThat(curve.points()).extracting(ClusterCurve.Point::clusters).startsWith(2, 3, 4);
    double best =
        curve.points().stream().mapToDouble(ClusterCurve.Point::silhouette).max().orElseThrow();
    assertThat(curve.points().get(curve.suggested() - 2).silhouette()).isEqualTo(best);
    session.customers().choose("cluster");
    session.segments().useClusters(4);
    assertThat(session.segments().clusters()).isEqualTo(4);
    List<String> four = session.customers().segmentation().names();
    assertThat(four.stream().filter(n -> !n.equals(RfmCells.NONE))).hasSize(4);
    assertThat(four).doesNotHaveDuplicates();
    session.segments().useClusters(0);
    assertThat(
            session.customers().segmentation().names().stream()
                .filter(n -> !n.equals(RfmCells.NONE)))
        .hasSize(curve.suggested());
  }

  @Test
  void monthsAddUpAndEndWhereTheCellsAreToday() {
    SegmentUseCase segments = session.segments();
    SegmentHistory cells = segments.history(SegmentScheme.RFM, 24, CONTEXT);
    SegmentHistory members = segments.history(SegmentScheme.byColumn("membership"), 24, CONTEXT);
    assertThat(cells.months()).isEqualTo(members.months()).isNotEmpty();
    for (int month = 0; month < cells.months().size(); month++) {
      assertThat(revenue(cells, month)).isCloseTo(revenue(members, month), within(1e-6));
    }
    Map<String, Long> today = new HashMap<>();
    segments
        .summaries(SegmentScheme.RFM, CONTEXT)
        .forEach(each -> today.put(each.name(), each.customers()));
    for (int c = 0; c < cells.segments().size(); c++) {
      assertThat(cells.bySegment().get(c).getLast().customers())
          .as(cells.segments().get(c))
          .isEqualTo(today.getOrDefault(cells.segments().get(c), 0L));
    }
  }

  @Test
  void movesBetweenCellsKeepEveryCustomer() {
    SegmentHistory cells = session.segments().history(SegmentScheme.RFM, 24, CONTEXT);
    YearMonth last = cells.months().getLast();
    LocalDate from = last.minusMonths(2).atEndOfMonth();
    SegmentMoves moves = session.segments().moves(from, last.atEndOfMonth(), CONTEXT);
    assertThat(moves.counts().stream().flatMap(List::stream).mapToLong(Long::longValue).sum())
        .isEqualTo(CUSTOMERS);
    SegmentMoves none = session.segments().moves(from, from, CONTEXT);
    for (int a = 0; a < none.cells().size(); a++) {
      for (int b = 0; b < none.cells().size(); b++) {
        assertThat(a == b || none.counts().get(a).get(b) == 0).isTrue();
      }
    }
  }

  @Test
  void whatIsCancelledStopsAndIsMadeWhenAskedForAgain() {
    JobContext cancelled = new JobContext(progress -> {}, () -> true);
    assertThatThrownBy(() -> session.segments().history(SegmentScheme.RFM, 5, cancelled))
        .isInstanceOf(CancelledException.class);
    assertThat(session.segments().history(SegmentScheme.RFM, 5, CONTEXT).months()).isNotEmpty();
  }

  private static double revenue(SegmentHistory history, int month) {
    return history.bySegment().stream()
        .map(months -> months.get(month))
        .mapToDouble(SegmentMonth::revenue)
        .sum();
  }
}
