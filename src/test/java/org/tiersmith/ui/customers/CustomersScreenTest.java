package org.tiersmith.ui.customers;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.ui.Keyboard;
import org.tiersmith.ui.Pictures;
import org.tiersmith.ui.kit.Ui;

class CustomersScreenTest {
  @ParameterizedTest
  @EnumSource(CustomersViewModel.Page.class)
  void looksRight(CustomersViewModel.Page page) {
    Pictures.take(
        "customers-" + page.name().toLowerCase(Locale.ROOT), ui -> screen(filled(), ui, page));
  }

  @ParameterizedTest
  @EnumSource(
      value = ComparisonsViewModel.Page.class,
      names = "PORTRAIT",
      mode = EnumSource.Mode.EXCLUDE)
  void looksRightWhenSegmentsAreCompared(ComparisonsViewModel.Page page) {
    Pictures.take(
        "customers-segments-" + page.name().toLowerCase(Locale.ROOT),
        ui -> {
          FakeDesk desk = filled();
          if (page == ComparisonsViewModel.Page.GROUPS) {
            desk.segments().choose(SegmentScheme.CLUSTER);
          }
          CustomersScreen screen = screen(desk, ui, CustomersViewModel.Page.SEGMENTS);
          screen.model().segments().comparisons().pageProperty().set(page);
          return screen;
        });
  }

  @ParameterizedTest
  @EnumSource(CustomersViewModel.Page.class)
  void canBeUsedByKeyboard(CustomersViewModel.Page page) {
    Keyboard.reachesAll(ui -> screen(filled(), ui, page));
  }

  @Test
  void looksRightWhenEmpty() {
    Pictures.take(
        "customers-empty",
        ui -> screen(new FakeDesk().withoutData(), ui, CustomersViewModel.Page.SEGMENTS));
  }

  @Test
  void looksRightWhenCustomersCannotBeDivided() {
    Pictures.take(
        "customers-failed",
        ui -> screen(new FakeDesk().damaged(), ui, CustomersViewModel.Page.SEGMENTS));
  }

  @Test
  void looksRightWithoutOwnSegments() {
    Pictures.take(
        "customers-rules-empty", ui -> screen(new FakeDesk(), ui, CustomersViewModel.Page.RULES));
  }

  private static FakeDesk filled() {
    FakeDesk desk = new FakeDesk();
    desk.rules().filled();
    return desk;
  }

  private static CustomersScreen screen(FakeDesk desk, Ui ui, CustomersViewModel.Page page) {
    CustomersViewModel model = new CustomersViewModel(desk, ui.tasks(), ui.notices());
    model.pageProperty().set(page);
    return new CustomersScreen(model, ui, () -> {});
  }
}
