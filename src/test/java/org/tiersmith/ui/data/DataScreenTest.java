package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiersmith.ui.Keyboard;
import org.tiersmith.ui.Pictures;
import org.tiersmith.ui.kit.Ui;

class DataScreenTest {
  @Test
  void looksRightWhenEmpty() {
    Pictures.take("data-empty", ui -> new DataScreen(model(new FakeDesk(), ui), ui));
  }

  @Test
  void looksRightWhileColumnsAreMapped() {
    Pictures.take(
        "data-mapping",
        ui -> {
          DataViewModel model = model(new FakeDesk(), ui);
          model.choose(List.of(Path.of("customers.csv"), Path.of("orders-2026.csv")));
          model.draft().bind("timestamp", null);
          return new DataScreen(model, ui);
        });
  }

  @Test
  void canBeUsedByKeyboard() {
    Keyboard.reachesAll(ui -> new DataScreen(model(FakeDesk.filled(), ui), ui));
  }

  @Test
  void columnsAreMappedByKeyboard() {
    Keyboard.reachesAll(
        ui -> {
          DataViewModel model = model(new FakeDesk(), ui);
          model.choose(List.of(Path.of("customers.csv"), Path.of("orders-2026.csv")));
          return new DataScreen(model, ui);
        });
  }

  @Test
  void looksRightWithData() {
    Pictures.take("data-ready", ui -> new DataScreen(model(FakeDesk.filled(), ui), ui));
  }

  private static DataViewModel model(FakeDesk desk, Ui ui) {
    return new DataViewModel(desk, ui.tasks(), ui.notices());
  }
}
