package org.tiersmith.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiersmith.data.TableKind;
import org.tiersmith.service.DataTable;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.data.DataViewModel.State;
import org.tiersmith.ui.data.ImportDraft.Why;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

class DataViewModelTest {
  private static final Path EVENTS = Path.of("orders.csv");
  private static final Path CUSTOMERS = Path.of("customers.csv");

  private final FakeDesk desk = new FakeDesk();
  private final Notices notices = new Notices();
  private final HeldRunner held = new HeldRunner();

  private DataViewModel model() {
    return new DataViewModel(
        desk,
        new Tasks(new SameThreadJobRunner((job, thrown) -> {}), FxDispatcher.direct(), notices),
        notices);
  }

  private DataViewModel heldModel() {
    return new DataViewModel(desk, new Tasks(held, FxDispatcher.direct(), notices), notices);
  }

  @Test
  void beginsEmpty() {
    assertThat(model().stateProperty().get()).isEqualTo(State.EMPTY);
  }

  @Test
  void looksAtFilesInTheBackground() {
    DataViewModel model = heldModel();
    held.release();
    model.choose(List.of(EVENTS));
    assertThat(model.stateProperty().get()).isEqualTo(State.LOOKING);
    held.release();
    assertThat(model.stateProperty().get()).isEqualTo(State.MAPPING);
  }

  @Test
  void takesASingleFileForEvents() {
    DataViewModel model = model();
    model.choose(List.of(CUSTOMERS));
    assertThat(model.draft().files())
        .extracting(ChosenFile::kind)
        .containsExactly(TableKind.EVENTS);
  }

  @Test
  void guessesKindsByNameAndNeverTheSameTwice() {
    DataViewModel model = model();
    model.choose(List.of(Path.of("products.csv"), Path.of("customers.csv"), Path.of("items.csv")));
    assertThat(model.draft().files())
        .extracting(ChosenFile::kind)
        .containsExactly(TableKind.PRODUCTS, TableKind.CUSTOMERS, TableKind.EVENTS);
  }

  @Test
  void comesBackWhenFilesCannotBeRead() {
    DataViewModel model = model();
    desk.damage();
    model.choose(List.of(EVENTS));
    assertThat(model.stateProperty().get()).isEqualTo(State.EMPTY);
    assertThat(notices.open()).hasSize(1);
  }

  @Test
  void saysWhatKeepsFilesFromBeingImported() {
    DataViewModel model = model();
    model.choose(List.of(EVENTS));
    assertThat(model.draft().obstacle()).isEmpty();
    model.draft().bind("timestamp", null);
    assertThat(model.draft().obstacle())
        .get()
        .extracting(ImportDraft.Obstacle::why)
        .isEqualTo(Why.ROLE_MISSING);
    model.assign(model.draft().files().getFirst(), TableKind.CUSTOMERS);
    assertThat(model.draft().obstacle())
        .get()
        .extracting(ImportDraft.Obstacle::why)
        .isEqualTo(Why.NO_EVENTS);
  }

  @Test
  void refusesTwoFilesOfOneKind() {
    DataViewModel model = model();
    model.choose(List.of(EVENTS, CUSTOMERS));
    model.assign(model.draft().files().getLast(), TableKind.EVENTS);
    assertThat(model.draft().obstacle())
        .get()
        .extracting(ImportDraft.Obstacle::why)
        .isEqualTo(Why.TWICE);
    model.startImport();
    assertThat(model.stateProperty().get()).isEqualTo(State.MAPPING);
  }

  @Test
  void importsInTheBackgroundAndShowsTheData() {
    DataViewModel model = heldModel();
    model.choose(List.of(EVENTS));
    held.release();
    model.startImport();
    assertThat(model.stateProperty().get()).isEqualTo(State.IMPORTING);
    held.release();
    assertThat(model.stateProperty().get()).isEqualTo(State.READY);
    assertThat(model.datasetProperty().get().counts().events()).isEqualTo(128_400);
    assertThat(model.draft().files()).isEmpty();
  }

  @Test
  void keepsTheFilesWhenTheImportFails() {
    DataViewModel model = model();
    model.choose(List.of(EVENTS));
    desk.damage();
    model.startImport();
    assertThat(model.stateProperty().get()).isEqualTo(State.MAPPING);
    assertThat(model.draft().files()).hasSize(1);
    assertThat(notices.open()).hasSize(1);
  }

  @Test
  void returnsToTheDataWhenOtherFilesAreForgotten() {
    DataViewModel model = new DataViewModel(FakeDesk.filled(), tasksAtOnce(), notices);
    model.choose(List.of(EVENTS));
    assertThat(model.stateProperty().get()).isEqualTo(State.MAPPING);
    model.cancel();
    assertThat(model.stateProperty().get()).isEqualTo(State.READY);
  }

  @Test
  void readsTheColumnsOfTheTableThatIsLookedAt() {
    DataViewModel model = new DataViewModel(FakeDesk.filled(), tasksAtOnce(), notices);
    model.table().tableProperty().set(DataTable.PRODUCTS);
    assertThat(model.table().headProperty().get().columns()).contains("list_price");
    model.table().showColumn("type");
    assertThat(model.table().distributionProperty().get().bins()).hasSize(3);
  }

  @Test
  void showsOnlyTheDistributionAskedForLast() {
    DataViewModel model = heldModel();
    held.release();
    model.table().showColumn("type");
    model.table().showColumn("list_price");
    held.release();
    assertThat(model.table().distributionProperty().get().column()).isEqualTo("list_price");
  }

  @Test
  void stopsListeningWhenClosed() {
    DataViewModel model = model();
    assertThat(desk.listeners()).isEqualTo(1);
    model.close();
    assertThat(desk.listeners()).isZero();
  }

  private Tasks tasksAtOnce() {
    return new Tasks(new SameThreadJobRunner((job, thrown) -> {}), FxDispatcher.direct(), notices);
  }
}
