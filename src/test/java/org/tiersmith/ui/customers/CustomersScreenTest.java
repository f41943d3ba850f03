package org.tiersmith.ui.customers;

import org.junit.jupiter.api.Test;
import org.tiersmith.ui.Keyboard;
import org.tiersmith.ui.Pictures;
import org.tiersmith.ui.kit.Ui;

class CustomersScreenTest {
  @Test
  void looksRightWithCustomers() {
    Pictures.take("customers-ready", ui -> screen(new FakeDesk(), ui));
  }

  @Test
  void canBeUsedByKeyboard() {
    Keyboard.reachesAll(ui -> screen(new FakeDesk(), ui));
  }

  @Test
  void looksRightWhenEmpty() {
    Pictures.take("customers-empty", ui -> screen(new FakeDesk().withoutData(), ui));
  }

  private static CustomersScreen screen(FakeDesk desk, Ui ui) {
    CustomersViewModel model = new CustomersViewModel(desk, ui.tasks(), ui.notices());
    return new CustomersScreen(model, ui, () -> {});
  }
}
