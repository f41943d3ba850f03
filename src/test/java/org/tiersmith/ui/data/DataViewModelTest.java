package org.tiersmith.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tiersmith.data.Action;
import org.tiersmith.data.ColumnFilter;
import org.tiersmith.data.ImportRule;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.TableKind;
import org.tiersmith.data.TableQuery;
import org.tiersmith.service.DataTable;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.data.DataViewModel.State;
import org.tiersmith.ui.data.DraftState.Why;
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
  void takesTheKindsThatAreGuessedAndShowsTheEvents() {
    DataViewModel model = model();
    model.choose(List.of(Path.of("customers.csv"), Path.of("orders-1.csv")));
    assertThat(model.draft().files())
        .extracting(ChosenFile::kind)
        .containsExactly(TableKind.CUSTOMERS, TableKind.EVENTS);
    assertThat(model.draft().selectedProperty().get().kind()).isEqualTo(TableKind.EVENTS);
  }

  @Test
  void showsTheFirstRowsAsTheyWillBeImported() {
    DataViewModel model = heldModel();
    model.choose(List.of(EVENTS));
    held.release();
    held.release();
    assertThat(model.mapping().previewProperty().get().taken()).isEqualTo(44);
    model.cancel();
    assertThat(model.mapping().previewProperty().get()).isNull();
  }

  @Test
  void takesBackWhatWasChangedInTheMapping() {
    DataViewModel model = model();
    model.choose(List.of(EVENTS));
    ImportDraft draft = model.draft();
    draft.bind("timestamp", "= when");
    draft.act(ImportRule.MISSING_CUSTOMER, Action.REPAIR);
    draft.undo();
    assertThat(draft.state().rules()).isEqualTo(ImportRules.DEFAULT);
    draft.undo();
    assertThat(draft.selectedProperty().get().mapping().columns())
        .containsEntry("timestamp", "when");
    draft.redo();
    assertThat(draft.selectedProperty().get().mapping().columns())
        .containsEntry("timestamp", "= when");
  }

  @Test
  void explainsOnlyWhatWasGuessed() {
    DataViewModel model = model();
    model.choose(List.of(EVENTS));
    assertThat(model.draft().selectedProperty().get().why("timestamp")).isPresent();
    model.draft().bind("timestamp", "price");
    assertThat(model.draft().selectedProperty().get().why("timestamp")).isEmpty();
  }

  @Test
  void importsAgainByOtherRules() {
    FakeDesk filled = FakeDesk.filled();
    DataViewModel model = new DataViewModel(filled, tasksAtOnce(), notices);
    ImportRules rules = ImportRules.DEFAULT.with(ImportRule.QUANTITY, Action.REPAIR);
    model.importAgain(rules);
    assertThat(filled.imported().rules()).isEqualTo(rules);
    assertThat(model.stateProperty().get()).isEqualTo(State.READY);
  }

  @Test
  void followsTheFilterWithTheDistribution() {
    FakeDesk filled = FakeDesk.filled();
    DataViewModel model = new DataViewModel(filled, tasksAtOnce(), notices);
    model.table().filter().write("type", "=view");
    assertThat(filled.lastQuery().filters())
        .containsExactly(new ColumnFilter("type", ColumnFilter.Kind.EQUALS, "view", null));
    model.table().tableProperty().set(DataTable.PRODUCTS);
    assertThat(filled.lastQuery()).isEqualTo(TableQuery.ALL);
  }

  @Test
  void takesWhatItCanOfAFolderAndTellsTheRest() {
    DataViewModel model = model();
    model.choose(
        List.of(
            Path.of("broken.csv"),
            CUSTOMERS,
            Path.of("orders-01.csv"),
            Path.of("orders-02.csv"),
            Path.of("stores.csv")));
    assertThat(model.stateProperty().get()).isEqualTo(State.MAPPING);
    assertThat(model.draft().files())
        .extracting(ChosenFile::kind)
        .containsExactly(TableKind.CUSTOMERS, TableKind.EVENTS);
    assertThat(model.draft().state().mapping().events().more())
        .containsExactly(Path.of("orders-02.csv"));
    assertThat(model.look().takenProperty().get()).isEqualTo(3);
    assertThat(model.look().passedOver())
        .extracting(LookViewModel.PassedOver::file)
        .containsExactly(Path.of("stores.csv"), Path.of("broken.csv"));
    assertThat(notices.open()).isEmpty();
  }

  @Test
  void takesAFileThatWasPassedOverWhenAsked() {
    DataViewModel model = model();
    model.choose(List.of(CUSTOMERS, EVENTS, Path.of("stores.csv")));
    model.use(model.look().passedOver().getFirst());
    assertThat(model.look().passedOver()).isEmpty();
    assertThat(model.draft().files())
        .extracting(ChosenFile::kind)
        .containsExactly(TableKind.CUSTOMERS, TableKind.EVENTS, TableKind.PRODUCTS);
  }

  @Test
  void keepsWhatWasCorrectedWhenFilesAreAdded() {
    DataViewModel model = model();
    model.choose(List.of(Path.of("orders-02.csv"), Path.of("orders-03.csv")));
    model.draft().bind("timestamp", "= day");
    model.choose(List.of(Path.of("orders-04.csv")));
    assertThat(model.draft().files()).hasSize(1);
    assertThat(model.draft().state().mapping().events().columns())
        .containsEntry("timestamp", "= day");
    assertThat(model.draft().state().mapping().events().more())
        .containsExactly(Path.of("orders-03.csv"), Path.of("orders-04.csv"));
  }

  @Test
  void stopsLookingWhenAsked() {
    DataViewModel model = heldModel();
    held.release();
    model.choose(List.of(EVENTS));
    model.look().cancel();
    held.release();
    assertThat(model.stateProperty().get()).isEqualTo(State.EMPTY);
    assertThat(model.look().runningProperty().get()).isNull();
    assertThat(notices.open()).isEmpty();
  }

  @Test
  void bringsTheDataUpToDateOnlyWhereAsked() {
    DataViewModel model = new DataViewModel(FakeDesk.filled(), tasksAtOnce(), notices);
    model.choose(List.of(EVENTS));
    model.draft().updateProperty().set(true);
    model.startImport();
    assertThat(model.datasetProperty().get().changes().update()).isTrue();
    assertThat(model.reportProperty().get()).isEqualTo(DataViewModel.Report.CHANGES);
    model.choose(List.of(EVENTS));
    model.startImport();
    assertThat(model.datasetProperty().get().changes().update()).isFalse();
  }

  @Test
  void narrowsTheRejectsByRuleAndFile() {
    FakeDesk filled = FakeDesk.filled();
    DataViewModel model = new DataViewModel(filled, tasksAtOnce(), notices);
    model.table().tableProperty().set(DataTable.REJECTS);
    RejectsViewModel rejects = model.rejects();
    assertThat(rejects.reasons())
        .extracting(RejectsViewModel.Choice::rows)
        .containsExactly(37L, 32L, 5L);
    assertThat(rejects.files())
        .extracting(RejectsViewModel.Choice::value)
        .containsExactly(null, "orders-2026.csv", "orders-2025.csv");
    rejects.narrow("reason", rejects.reasons().get(1));
    rejects.narrow("file", rejects.files().get(2));
    assertThat(model.table().filter().queryProperty().get().filters())
        .containsExactly(
            new ColumnFilter(
                "reason", ColumnFilter.Kind.EQUALS, ImportRule.MISSING_CUSTOMER.reason(), null),
            new ColumnFilter("file", ColumnFilter.Kind.EQUALS, "orders-2025.csv", null));
    assertThat(rejects.chosen("file", rejects.files())).isEqualTo(rejects.files().get(2));
    rejects.narrow("reason", rejects.reasons().getFirst());
    assertThat(model.table().filter().queryProperty().get().filters()).hasSize(1);
  }

  @Test
  void showsTheRowsOfAFindingAlone() {
    DataViewModel model = new DataViewModel(FakeDesk.filled(), tasksAtOnce(), notices);
    model.table().factsProperty().set(true);
    model.rejects().showOnly(ImportRule.MISSING_CUSTOMER.reason());
    assertThat(model.table().tableProperty().get()).isEqualTo(DataTable.REJECTS);
    assertThat(model.table().factsProperty().get()).isFalse();
    assertThat(model.table().filter().written("reason"))
        .isEqualTo("=" + ImportRule.MISSING_CUSTOMER.reason());
    model.rejects().showOnly("import.earlier");
    assertThat(model.table().filter().written("reason")).isEmpty();
  }

  @Test
  void showsARejectedRowsOwnCells() {
    DataViewModel model = new DataViewModel(FakeDesk.filled(), tasksAtOnce(), notices);
    assertThat(model.rejects().cells("orders-2026.csv", "[null,\"P-1\"]"))
        .containsExactly(Map.entry("user", ""), Map.entry("sku", "P-1"));
    assertThat(model.rejects().cells("orders-2026.csv", "")).isEmpty();
    model.rejects().export(Path.of("mend.csv"));
    assertThat(notices.open()).hasSize(1);
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
    assertThat(model.draft().state().obstacle()).isEmpty();
    model.draft().bind("timestamp", null);
    assertThat(model.draft().state().obstacle())
        .get()
        .extracting(DraftState.Obstacle::why)
        .isEqualTo(Why.ROLE_MISSING);
    model.mapping().assign(model.draft().files().getFirst(), TableKind.CUSTOMERS);
    assertThat(model.draft().state().obstacle())
        .get()
        .extracting(DraftState.Obstacle::why)
        .isEqualTo(Why.NO_EVENTS);
  }

  @Test
  void refusesTwoFilesOfOneKind() {
    DataViewModel model = model();
    model.choose(List.of(EVENTS, CUSTOMERS));
    model.mapping().assign(model.draft().files().getLast(), TableKind.EVENTS);
    assertThat(model.draft().state().obstacle())
        .get()
        .extracting(DraftState.Obstacle::why)
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
