package org.tiersmith.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tiersmith.data.Action;
import org.tiersmith.data.ContactColumn;
import org.tiersmith.data.FileFormat;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.ImportGuess;
import org.tiersmith.data.ImportRule;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.Join;
import org.tiersmith.data.Privacy;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;
import org.tiersmith.model.Text;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.data.DraftState.Why;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

class MappingViewModelTest {
  private static final Path ORDERS = Path.of("orders.csv");
  private static final Join PEOPLE = new Join(Path.of("people.csv"), Map.of("user", "user"));
  private static final Join OLD = new Join(Path.of("/old/coupons.csv"), Map.of("sku", "sku"));
  private static final ImportRules RULES =
      ImportRules.DEFAULT.with(ImportRule.QUANTITY, Action.REPAIR);
  private static final Privacy HIDDEN = new Privacy(true, true, List.of());

  private final FakeDesk desk = new FakeDesk();
  private final Notices notices = new Notices();
  private final DataViewModel data =
      new DataViewModel(
          desk,
          new Tasks(new SameThreadJobRunner((job, thrown) -> {}), FxDispatcher.direct(), notices),
          notices);
  private final MappingViewModel model = data.mapping();
  private final ImportDraft draft = model.draft();

  @Test
  void carriesRulesAndPrivacyThatAreRemembered() {
    remembered();
    data.choose(List.of(ORDERS, PEOPLE.file()));
    assertThat(desk.asked().getLast().privacy()).isEqualTo(HIDDEN);
    model.answer(selected(), OLD, false);
    data.startImport();
    assertThat(desk.imported().rules()).isEqualTo(RULES);
    assertThat(desk.imported().privacy()).isEqualTo(HIDDEN);
  }

  @Test
  void keepsChosenPrivacyWhenFilesAreAdded() {
    data.choose(List.of(ORDERS));
    draft.change(now -> now.with(new Privacy(true, false, List.of("email"))));
    remembered();
    data.choose(List.of(PEOPLE.file()));
    assertThat(draft.state().privacy()).isEqualTo(new Privacy(true, false, List.of("email")));
    assertThat(draft.state().rules()).isEqualTo(RULES);
  }

  @Test
  void asksBeforeItJoinsAFileThatNobodyChose() {
    remembered();
    data.choose(List.of(ORDERS, PEOPLE.file()));
    assertThat(desk.asked().getLast().part().joins()).containsExactly(PEOPLE);
    assertThat(draft.state().obstacle().orElseThrow().why()).isEqualTo(Why.JOIN_ASKED);
    model.answer(selected(), OLD, true);
    assertThat(draft.state().obstacle()).isEmpty();
    assertThat(draft.state().mapping().events().joins()).containsExactly(OLD, PEOPLE);
    draft.undo();
    assertThat(selected().asked()).containsExactly(OLD);
    model.answer(selected(), OLD, false);
    assertThat(draft.state().mapping().events().joins()).containsExactly(PEOPLE);
  }

  @Test
  void forgetsWhatIsRememberedOfAFileButHidesCustomersStill() {
    remembered();
    data.choose(List.of(ORDERS, PEOPLE.file()));
    model.forget(selected());
    assertThat(selected().guess().isRemembered()).isFalse();
    assertThat(draft.state().rules()).isEqualTo(ImportRules.DEFAULT);
    assertThat(draft.state().privacy()).isEqualTo(HIDDEN);
    assertThat(draft.state().obstacle()).isEmpty();
  }

  @Test
  void savesTheMappingAndTakesItInAgain() {
    data.choose(List.of(ORDERS));
    draft.fix("type", "purchase");
    draft.change(now -> now.with(HIDDEN));
    RoleMapping made = draft.state().mapping();
    model.save(Path.of("mine.json"));
    assertThat(desk.saved()).isEqualTo(made);
    draft.bind("type", "bought");
    draft.change(now -> now.with(Privacy.NONE));
    RoleMapping other = draft.state().mapping();
    model.load(Path.of("mine.json"));
    assertThat(draft.state().mapping()).isEqualTo(made);
    draft.undo();
    assertThat(draft.state().mapping()).isEqualTo(other);
  }

  @Test
  void readsAFileAsTwoTables() {
    data.choose(List.of(ORDERS));
    model.use(selected().preview(), TableKind.CUSTOMERS);
    assertThat(draft.state().obstacle()).isEmpty();
    assertThat(draft.state().mapping().customers().file()).isEqualTo(ORDERS);
    assertThat(draft.state().mapping().events().file()).isEqualTo(ORDERS);
  }

  @Test
  void aColumnAndAValueForAllRowsExcludeEachOther() {
    data.choose(List.of(ORDERS));
    draft.fix("timestamp", "2026-01-01");
    assertThat(selected().mapping().columns()).doesNotContainKey("timestamp");
    assertThat(selected().missingRoles()).isEmpty();
    draft.bind("timestamp", "when");
    assertThat(selected().mapping().constants()).isEmpty();
  }

  @Test
  void waitsForTheColumnsOfAJoinThatNothingTells() {
    data.choose(List.of(ORDERS));
    desk.joinNothing();
    model.join(PEOPLE.file());
    assertThat(draft.state().obstacle().orElseThrow().why()).isEqualTo(Why.JOIN_WITHOUT_COLUMNS);
    assertThat(desk.asked().getLast().part().joins()).isEmpty();
    draft.edit(part -> part.withJoins(List.of(PEOPLE)));
    assertThat(draft.state().obstacle()).isEmpty();
    assertThat(desk.asked().getLast().part().joins()).containsExactly(PEOPLE);
  }

  @Test
  void takesBackThatAFileWasReadAnotherWay() {
    data.choose(List.of(ORDERS));
    FileFormat latin = FileFormat.GUESSED.withEncoding("ISO-8859-1");
    model.write(latin);
    assertThat(draft.state().mapping().events().format()).isEqualTo(latin);
    draft.undo();
    assertThat(draft.state().mapping().events().format()).isEqualTo(FileFormat.GUESSED);
  }

  @Test
  void bringsAFileBackThatWasTakenAway() {
    data.choose(List.of(ORDERS));
    draft.remove(selected());
    assertThat(data.stateProperty().get()).isEqualTo(DataViewModel.State.EMPTY);
    draft.undo();
    assertThat(data.stateProperty().get()).isEqualTo(DataViewModel.State.MAPPING);
    assertThat(selected().file()).isEqualTo(ORDERS);
  }

  @Test
  void keepsOneContactColumnAndNamesTheOthers() {
    data.choose(List.of(ORDERS));
    model.findContacts();
    assertThat(model.contacts().allProperty().get())
        .extracting(ContactColumn::column)
        .containsExactly("rebate", "bought");
    Privacy kept = model.contacts().with(HIDDEN, "rebate", false);
    assertThat(kept).isEqualTo(new Privacy(true, false, List.of("bought")));
    assertThat(model.contacts().with(kept, "rebate", true).dropColumns())
        .containsExactly("bought", "rebate");
  }

  @Test
  void theCustomerIdIsHiddenAndNeverNamedAmongColumnsToLeaveOut() {
    data.choose(List.of(ORDERS));
    draft.bind("customer_id", "bought");
    List<ContactColumn> all = model.contacts().allProperty().get();
    assertThat(all.stream().filter(model.contacts()::isId))
        .extracting(ContactColumn::column)
        .containsExactly("bought");
    assertThat(model.contacts().with(HIDDEN, "rebate", false).dropColumns()).isEmpty();
  }

  private ChosenFile selected() {
    return draft.selectedProperty().get();
  }

  /** The orders are remembered with two files beside them. */
  private void remembered() {
    Text reason = Text.of(FileGuess.REMEMBERED, "Remembered: {0}, {1}", "a.csv", "2026-04-02");
    FileMapping part =
        FileMapping.of(ORDERS, Map.of("customer_id", "user", "timestamp", "when"))
            .withJoins(List.of(OLD, PEOPLE));
    desk.remember(
        new ImportGuess(
            List.of(
                new FileGuess(TableKind.EVENTS, 1, reason, part, List.of(), List.of(), List.of())),
            List.of(),
            RULES,
            HIDDEN));
  }
}
