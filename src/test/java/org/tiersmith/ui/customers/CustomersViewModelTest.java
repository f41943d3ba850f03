package org.tiersmith.ui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.task.JobRunner;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.customers.CustomersViewModel.Member;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Notices;
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
    assertThat(model.shownProperty().get().segments()).hasSize(6);
  }

  @Test
  void saysWhyTheCustomersCannotBeDivided() {
    CustomersViewModel model = model(new FakeDesk().damaged());
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.FAILED);
    assertThat(notices.open()).hasSize(1);
  }

  @Test
  void fillsAsSoonAsDataArrive() {
    FakeDesk desk = new FakeDesk().withoutData();
    CustomersViewModel model = model(desk);
    desk.bringData();
    assertThat(model.stateProperty().get()).isEqualTo(LoadState.READY);
  }

  @Test
  void dividesAnotherWay() {
    CustomersViewModel model = model(new FakeDesk());
    model.choose(SegmentScheme.byColumn("membership"));
    assertThat(model.shownProperty().get().segments()).hasSize(2);
  }

  @Test
  void listsTheCustomersOfASegmentAndFindsOneById() {
    CustomersViewModel model = model(new FakeDesk());
    assertThat(model.membersProperty().get()).hasSize(1_200);
    model.segmentProperty().set("Loyal");
    assertThat(model.membersProperty().get())
        .hasSize(200)
        .allMatch(member -> member.segment().equals("Loyal"));
    model.searchProperty().set("00007");
    assertThat(model.membersProperty().get())
        .extracting(Member::customerId)
        .containsExactly("C-00007");
  }

  @Test
  void showsOnlyThePortraitAskedForLast() {
    CustomersViewModel model = model(new FakeDesk(), held);
    held.release();
    model.open("C-00001");
    model.open("C-00002");
    held.release();
    assertThat(model.portraitProperty().get().customerId()).isEqualTo("C-00002");
  }

  @Test
  void stopsListeningWhenClosed() {
    FakeDesk desk = new FakeDesk();
    CustomersViewModel model = model(desk);
    model.close();
    assertThat(desk.listeners()).isZero();
  }
}
