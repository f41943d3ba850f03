package org.tiersmith.ui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tiersmith.profile.CustomerHistory.Happening;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.season.Measure;
import org.tiersmith.service.CustomerPages.Entry;
import org.tiersmith.task.JobRunner;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.RowSource;
import org.tiersmith.ui.kit.RowSource.Page;
import org.tiersmith.ui.kit.RowSource.Request;
import org.tiersmith.ui.kit.Tasks;

class CustomersViewModelTest {
  private final Notices notices = new Notices();
  private final HeldRunner held = new HeldRunner();

  private CustomersViewModel model(FakeDesk desk, JobRunner runner) {
    return new CustomersViewModel(desk, new Tasks(runner, FxDispatcher.direct(), notices), notices);
  }

  private CustomersViewModel model(FakeDesk desk) {
    return model(desk, new SameThreadJobRunner((job, thrown) -> {}));
  }

  @Test
  void isEmptyWithoutData() {
    assertThat(model(new FakeDesk().withoutData()).stateProperty().get())
        .isEqualTo(LoadState.NOTHING);
  }

  @Test
  void loadsInTheBackground() {
    CustomersViewModel model = model(new FakeDesk(), held);
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.LOADING);
    held.release();
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.READY);
    assertThat(model.segments().divided().valueProperty().get().segments()).hasSize(6);
  }

  @Test
  void describesASegmentOnlyWhenLookedAt() {
    CustomersViewModel model = model(new FakeDesk());
    assertThat(model.segments().portrait().stateProperty().get()).isEqualTo(LoadState.NOTHING);
    model.segments().look();
    assertThat(model.segments().portrait().valueProperty().get().own().customers()).isEqualTo(200);
  }

  @Test
  void saysWhyTheCustomersCannotBeDivided() {
    CustomersViewModel model = model(new FakeDesk().damaged());
    assertThat(model.segments().divided().stateProperty().get()).isEqualTo(LoadState.FAILED);
    assertThat(notices.open()).hasSize(1);
  }

  @Test
  void fillsAsSoonAsDataArrive() {
    FakeDesk desk = new FakeDesk().withoutData();
    CustomersViewModel model = model(desk);
    desk.bringData();
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.READY);
    assertThat(model.segments().divided().valueProperty().get()).isNotNull();
  }

  @Test
  void dividesAnotherWayAndSelectsItsFirstSegment() {
    CustomersViewModel model = model(new FakeDesk());
    model.segments().selectedProperty().set("At Risk");
    model.segments().choose(SegmentScheme.byColumn("membership"));
    assertThat(model.segments().divided().valueProperty().get().segments()).hasSize(2);
    assertThat(model.segments().selectedProperty().get()).isEqualTo("gold");
  }

  @Test
  void comparesSegmentsOnlyWhenLookedAtAndAnewUnderAnotherScheme() {
    CustomersViewModel model = model(new FakeDesk());
    ComparisonsViewModel comparisons = model.segments().comparisons();
    assertThat(comparisons.overlap().isIdle()).isTrue();
    comparisons.pageProperty().set(ComparisonsViewModel.Page.OVERLAP);
    assertThat(comparisons.overlap().valueProperty().get().rows()).hasSize(6);
    model.segments().choose(SegmentScheme.byColumn("membership"));
    assertThat(comparisons.overlap().valueProperty().get().rows())
        .containsExactly("gold", "silver");
  }

  @Test
  void followsCustomersBetweenCellsOverTheChosenMonths() {
    CustomersViewModel model = model(new FakeDesk());
    ComparisonsViewModel comparisons = model.segments().comparisons();
    comparisons.pageProperty().set(ComparisonsViewModel.Page.MOVEMENT);
    comparisons.spanProperty().set(12);
    assertThat(comparisons.moves().valueProperty().get().to().toString()).isEqualTo("2026-03-31");
    assertThat(comparisons.moves().valueProperty().get().from().toString()).isEqualTo("2025-03-31");
  }

  @Test
  void leavesThePageOnGroupsWithItsScheme() {
    FakeDesk desk = new FakeDesk();
    desk.segments().choose(SegmentScheme.CLUSTER);
    CustomersViewModel model = model(desk);
    ComparisonsViewModel comparisons = model.segments().comparisons();
    comparisons.pageProperty().set(ComparisonsViewModel.Page.GROUPS);
    model.segments().useClusters(7);
    assertThat(comparisons.groups().valueProperty().get().wanted()).isEqualTo(7);
    model.segments().choose(SegmentScheme.RFM);
    assertThat(comparisons.pageProperty().get()).isEqualTo(ComparisonsViewModel.Page.PORTRAIT);
  }

  private static Page<Entry> list(CustomersViewModel model, int limit) {
    return read(model.people().list().rowsProperty().get(), limit);
  }

  private static <R> Page<R> read(RowSource<R> rows, int limit) {
    return rows.read(new Request(0, limit, null, true)).toCompletableFuture().join();
  }

  @Test
  void listsTheCustomersOfASegmentAndFindsOneById() {
    CustomersViewModel model = model(new FakeDesk());
    assertThat(list(model, 25).rows()).hasSize(25);
    assertThat(list(model, 25).total()).isEqualTo(1_200);
    model.segments().selectedProperty().set("Loyal Customers");
    model.showPeople();
    assertThat(model.pageProperty().get()).isEqualTo(CustomersViewModel.Page.PEOPLE);
    assertThat(list(model, 1_000).rows())
        .hasSize(200)
        .allMatch(entry -> entry.segment().equals("Loyal Customers"));
    model.people().list().searchProperty().set("00007");
    assertThat(list(model, 25).rows()).extracting(Entry::customerId).containsExactly("C-00007");
  }

  @Test
  void opensACustomerOfTheSegmentThatIsListed() {
    CustomersViewModel model = model(new FakeDesk());
    model.people().look();
    assertThat(model.people().openedProperty().get()).isEqualTo("C-00000");
    model.people().list().segmentProperty().set("Loyal Customers");
    assertThat(model.people().openedProperty().get())
        .isEqualTo(list(model, 1).rows().getFirst().customerId());
    String opened = model.people().openedProperty().get();
    model.people().list().segmentProperty().set(null);
    assertThat(model.people().openedProperty().get()).isEqualTo(opened);
  }

  @Test
  void showsOnlyTheCustomerAskedForLast() {
    CustomersViewModel model = model(new FakeDesk(), held);
    held.release();
    model.people().open("C-00001");
    model.people().open("C-00002");
    held.release();
    assertThat(model.people().personProperty().get().portrait().customerId()).isEqualTo("C-00002");
    assertThat(model.people().readsProperty().get().pieces()).isEqualTo(24);
  }

  @Test
  void readsOnlyTheEventsOfAKindThatAreSeen() {
    CustomersViewModel model = model(new FakeDesk());
    model.people().look();
    Timeline timeline = model.people().timeline();
    assertThat(timeline.kindsProperty().get()).containsEntry("purchase", 80L).hasSize(2);
    assertThat(read(timeline.rowsProperty().get(), 8).rows()).hasSize(8);
    assertThat(read(timeline.rowsProperty().get(), 8).total()).isEqualTo(240);
    timeline.kindProperty().set("purchase");
    Page<Happening> purchases = read(timeline.rowsProperty().get(), 8);
    assertThat(purchases.total()).isEqualTo(80);
    assertThat(purchases.rows()).allMatch(each -> each.type().equals("purchase"));
  }

  @Test
  void worksSeasonsOutWhenLookedAtAndKeepsTheCategoryWhenTheMeasureChanges() {
    SeasonViewModel model = model(new FakeDesk()).seasons();
    assertThat(model.shown().isIdle()).isTrue();
    model.look();
    model.select(model.shown().valueProperty().get().entries().get(1));
    model.measureProperty().set(Measure.REVENUE);
    assertThat(model.selectedProperty().get().season().category()).isEqualTo("Coffee");
    assertThat(model.selectedProperty().get().season().measure()).isEqualTo(Measure.REVENUE);
  }

  @Test
  void saysWhyThereAreNoSeasons() {
    FakeDesk desk = new FakeDesk();
    desk.seasons().damage();
    SeasonViewModel model = model(desk).seasons();
    model.look();
    assertThat(model.shown().stateProperty().get()).isEqualTo(LoadState.FAILED);
    assertThat(notices.open()).hasSize(1);
  }

  @Test
  void stopsListeningWhenClosed() {
    FakeDesk desk = new FakeDesk();
    CustomersViewModel model = model(desk);
    model.close();
    assertThat(desk.listeners()).isZero();
  }
}
