package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiersmith.service.DataTable;
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

  @Test
  void looksRightWithAFolderToBringTheDataUpToDate() {
    Pictures.take(
        "data-found",
        ui -> {
          DataViewModel model = model(FakeDesk.filled(), ui);
          model.choose(
              List.of(
                  Path.of("customers.csv"),
                  Path.of("orders-2026-01.csv"),
                  Path.of("orders-2026-02.csv"),
                  Path.of("orders-2026-03.csv"),
                  Path.of("stores.csv"),
                  Path.of("broken.csv")));
          model.draft().updateProperty().set(true);
          return new DataScreen(model, ui);
        });
  }

  @Test
  void looksRightWithRejects() {
    Pictures.take(
        "data-rejects",
        ui -> {
          DataViewModel model = model(FakeDesk.filled(), ui);
          model.table().tableProperty().set(DataTable.REJECTS);
          return new DataScreen(model, ui);
        });
  }

  @Test
  void foundFilesAndTheUpdateAreReachedByKeyboard() {
    Keyboard.reachesAll(
        ui -> {
          DataViewModel model = model(FakeDesk.filled(), ui);
          model.choose(List.of(Path.of("orders.csv"), Path.of("stores.csv")));
          return new DataScreen(model, ui);
        });
  }

  @Test
  void looksRightWithWhatAnImportChangedAndTheColumnsFacts() {
    Pictures.take(
        "data-changes",
        ui -> {
          DataViewModel model = model(FakeDesk.filled(), ui);
          model.reportProperty().set(DataViewModel.Report.CHANGES);
          model.table().factsProperty().set(true);
          return new DataScreen(model, ui);
        });
  }

  private static DataViewModel model(FakeDesk desk, Ui ui) {
    return new DataViewModel(desk, ui.tasks(), ui.notices());
  }
}
