package org.tiersmith.ui.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.profile.CustomerTraits;
import org.tiersmith.profile.SegmentPortrait;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.profile.SegmentRule.Comparison;
import org.tiersmith.profile.SegmentRule.NumberIs;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.service.CustomerPages;
import org.tiersmith.service.CustomerPages.Entry;
import org.tiersmith.service.CustomerQuery;
import org.tiersmith.service.CustomerQuery.Sort;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RuleCount;
import org.tiersmith.service.TextPreview;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.Pictures;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** The screen on the sample data, through the services of an open project. */
class SampleProjectTest {
  private static final JobContext CONTEXT = JobContext.detached();

  @TempDir private static Path folder;
  private static ProjectSession session;

  @BeforeAll
  static void open() {
    session = ProjectSession.make(folder.resolve("sample.tiersmith"));
    session.sample().importFrom(Path.of("sample-data"), CONTEXT);
    session.setCurrency("$");
  }

  @AfterAll
  static void close() {
    session.close();
  }

  @Test
  void describesEverySegmentByRecencyFrequencyAndMoney() {
    SegmentDesk desk = CustomerDesk.of(session).segments();
    desk.choose(SegmentScheme.RFM);
    long all = session.customers().segmentation(CONTEXT).segmentOf().size();
    List<SegmentSummary> segments = desk.summaries(CONTEXT);
    assertThat(segments.stream().mapToLong(SegmentSummary::customers).sum()).isEqualTo(all);
    SegmentPortrait champions = desk.portrait(SegmentScheme.RFM, "Champions", CONTEXT);
    assertThat(champions.customers()).isEqualTo(segments.getFirst().customers());
    assertThat(champions.rfm().get(4).get(4)).isPositive();
    assertThat(desk.everyone(CONTEXT).customers()).isEqualTo(all);
  }

  @Test
  void listsAsManyCustomersAsASegmentHasInAnyOrder() {
    PersonDesk desk = CustomerDesk.of(session).person();
    session.customers().choose(SegmentScheme.RFM);
    SegmentSummary segment = session.customers().summaries(CONTEXT).getFirst();
    CustomerQuery byId = new CustomerQuery(SegmentScheme.RFM, segment.name(), "", Sort.ID, true);
    CustomerPages.Page some = desk.customers(byId, 0, 5, CONTEXT);
    assertThat(some.total()).isEqualTo(segment.customers());
    assertThat(some.entries())
        .hasSize(5)
        .isSortedAccordingTo(Comparator.comparing(Entry::customerId))
        .allMatch(entry -> entry.segment().equals(segment.name()));
    assertThat(desk.customers(byId, 2, 3, CONTEXT).entries())
        .isEqualTo(some.entries().subList(2, 5));
    List<Entry> best =
        desk.customers(byId.sorted(Sort.REVENUE, false), 0, (int) some.total(), CONTEXT).entries();
    assertThat(best).isSortedAccordingTo(Comparator.comparing(Entry::revenue).reversed());
    assertThat(best.stream().mapToDouble(Entry::revenue).sum())
        .isCloseTo(segment.revenue(), within(0.01));
    String id = some.entries().getFirst().customerId();
    CustomerQuery search =
        new CustomerQuery(SegmentScheme.RFM, null, id.toLowerCase(Locale.ROOT), Sort.ID, true);
    desk.prepare(search, CONTEXT);
    assertThat(desk.customers(search, 0, 5, CONTEXT).entries())
        .extracting(Entry::customerId)
        .contains(id);
  }

  @Test
  void overlapsASchemeWithItselfOnlyOnTheDiagonal() {
    var overlap =
        CustomerDesk.of(session).segments().overlap(SegmentScheme.RFM, SegmentScheme.RFM, CONTEXT);
    for (int i = 0; i < overlap.rows().size(); i++) {
      assertThat(overlap.shared().get(i).get(i)).isEqualTo(overlap.rowSizes().get(i));
    }
  }

  @Test
  void countsARuleWithinAGlanceOnceTheTableIsOpen() {
    RuleDesk desk = CustomerDesk.of(session).rules();
    SegmentRule rule = new NumberIs("orders", Comparison.AT_LEAST, 1);
    RuleCount count = desk.count(rule, CONTEXT);
    assertThat(count.applies()).isTrue();
    assertThat(count.customers()).isBetween(1L, count.of());
    assertThat(desk.columns(CONTEXT)).anyMatch(column -> column.name().equals("orders"));
  }

  @Test
  void tellsOneCustomer() throws IOException {
    PersonDesk desk = CustomerDesk.of(session).person();
    String id = CustomerDesk.of(session).texts().someIds(TextSide.CUSTOMER, 1, CONTEXT).getFirst();
    CustomerTraits traits = desk.traits(id, CONTEXT);
    assertThat(traits.keywords()).isNotEmpty();
    assertThat(desk.likely(id, 5, CONTEXT)).isEmpty();
    TextPreview reads = desk.reads(id, CONTEXT);
    assertThat(reads.text()).isNotBlank();
    assertThat(reads.pieces()).isPositive();
  }

  @Test
  void worksThroughEveryPageWithoutAProblem() {
    Notices notices = new Notices();
    Tasks tasks =
        new Tasks(new SameThreadJobRunner((job, thrown) -> {}), FxDispatcher.direct(), notices);
    CustomersViewModel model = new CustomersViewModel(CustomerDesk.of(session), tasks, notices);
    model.segments().look();
    for (ComparisonsViewModel.Page page : ComparisonsViewModel.Page.values()) {
      model.segments().comparisons().pageProperty().set(page);
    }
    model.rules().look();
    model.people().look();
    model.seasons().look();
    model.texts().look();
    assertThat(notices.open()).isEmpty();
    assertThat(model.segments().portrait().valueProperty().get()).isNotNull();
    assertThat(model.rules().own().savedProperty().get()).isNotNull();
    assertThat(model.people().traits().valueProperty().get()).isNotNull();
    assertThat(model.seasons().selectedProperty().get()).isNotNull();
    assertThat(model.texts().trial().triedProperty().get().preview()).isNotNull();
    model.close();
  }

  @Test
  void looksRightOnTheSampleData() {
    for (CustomersViewModel.Page page : CustomersViewModel.Page.values()) {
      Pictures.take(
          "customers-sample-" + page,
          ui -> {
            CustomersViewModel model =
                new CustomersViewModel(CustomerDesk.of(session), ui.tasks(), ui.notices());
            model.pageProperty().set(page);
            return new CustomersScreen(model, ui, () -> {});
          });
    }
  }
}
