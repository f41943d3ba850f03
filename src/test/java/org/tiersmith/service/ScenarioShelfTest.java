package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.ScenarioDefaults;

class ScenarioShelfTest {
  private final MemoryStore store = new MemoryStore();
  private final ProjectEvents events = new ProjectEvents();
  private ScenarioShelf shelf = new ScenarioShelf(store, events);

  @BeforeEach
  void twoScenarios() {
    shelf.fill(List.of(classic("Spring", 0.3), classic("Summer", 0.5)));
  }

  @Test
  void theFirstIsCurrentUntilAnotherIsChosen() {
    assertThat(currentName()).isEqualTo("Spring");
    shelf.select(2);
    assertThat(currentName()).isEqualTo("Summer");
  }

  @Test
  void comparesWithTheBaselineUntilToldOtherwise() {
    assertThat(shelf.board().compared()).isEmpty();
    shelf.compareWith(2);
    assertThat(shelf.board().compared().orElseThrow().id()).isEqualTo(2);
  }

  @Test
  void fillingCannotBeUndone() {
    assertThat(shelf.undoable()).isEmpty();
    shelf.undo();
    assertThat(shelf.board().entries()).hasSize(2);
  }

  @Test
  void undoTakesBackAWholeGesture() {
    for (double alpha = 0.31; alpha < 0.4; alpha += 0.01) {
      setAlpha(1, "drag-1", alpha);
    }
    setAlpha(1, "drag-2", 0.9);

    shelf.undo();
    assertThat(alpha(1)).isCloseTo(0.39, org.assertj.core.data.Offset.offset(1e-9));
    shelf.undo();
    assertThat(alpha(1)).isEqualTo(0.3);
    shelf.redo();
    shelf.redo();
    assertThat(alpha(1)).isEqualTo(0.9);
  }

  @Test
  void aNewChangeForgetsWhatWasUndone() {
    setAlpha(1, "", 0.4);
    shelf.undo();
    setAlpha(1, "", 0.7);
    assertThat(shelf.redoable()).isEmpty();
    shelf.redo();
    assertThat(alpha(1)).isEqualTo(0.7);
  }

  @Test
  void aChangeThatChangesNothingIsNotRemembered() {
    setAlpha(1, "", 0.3);
    assertThat(shelf.undoable()).isEmpty();
  }

  @Test
  void undoBringsARemovedScenarioBackAsItWas() {
    setAlpha(2, "", 0.77);
    shelf.remove(2);
    assertThat(shelf.board().entries()).extracting(ScenarioEntry::id).containsExactly(1L);
    shelf.undo();
    assertThat(alpha(2)).isEqualTo(0.77);
    shelf.undo();
    assertThat(alpha(2)).isEqualTo(0.5);
  }

  @Test
  void undoAndRedoLeaveWhatOneComparesWith() {
    shelf.add(classic("Autumn", 0.7));
    shelf.compareWith(2);
    setAlpha(1, "", 0.9);
    shelf.compareWith(3);
    shelf.undo();
    assertThat(shelf.board().compared().orElseThrow().id()).isEqualTo(3);
    shelf.redo();
    assertThat(shelf.board().compared().orElseThrow().id()).isEqualTo(3);
    shelf.compareWith(ScenarioBoard.BASELINE);
    shelf.undo();
    assertThat(shelf.board().compared()).isEmpty();
  }

  @Test
  void aNewScenarioIsNotTakenForTheRemovedOneThatWasComparedWith() {
    shelf.compareWith(2);
    shelf.remove(2);
    shelf.duplicate(1);
    shelf.select(1);
    assertThat(shelf.board().compared()).isEmpty();
  }

  @Test
  void undoNamesWhatItTakesBack() {
    shelf.duplicate(1);
    assertThat(shelf.undoable().map(Text::english)).contains("Add Spring 2");
  }

  @Test
  void aCopyGetsAFreeNameAndIsCurrent() {
    shelf.duplicate(1);
    shelf.duplicate(1);
    assertThat(shelf.board().entries())
        .extracting(entry -> entry.scenario().name())
        .containsExactly("Spring", "Summer", "Spring 2", "Spring 3");
    assertThat(currentName()).isEqualTo("Spring 3");
  }

  @Test
  void theLastScenarioStays() {
    shelf.remove(1);
    assertThatThrownBy(() -> shelf.remove(2))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("last");
    assertThat(shelf.board().entries()).hasSize(1);
  }

  @Test
  void aNameIsNeeded() {
    assertThatThrownBy(() -> shelf.rename(1, "  ")).isInstanceOf(Problem.class);
    assertThat(currentName()).isEqualTo("Spring");
  }

  @Test
  void everyChangeIsSavedAndTold() {
    List<ProjectChange> told = new ArrayList<>();
    Runnable stop = events.listen(told::add);
    setAlpha(1, "", 0.4);
    shelf.undo();
    stop.run();
    shelf.redo();

    assertThat(told)
        .containsExactly(ProjectChange.SCENARIOS_CHANGED, ProjectChange.SCENARIOS_CHANGED);
    assertThat(store.saved).isEqualTo(shelf.board());
  }

  @Test
  void aNewShelfShowsWhatTheOldOneShowed() {
    shelf.select(2);
    shelf.compareWith(1);
    setAlpha(2, "", 0.66);
    ScenarioBoard before = shelf.board();
    shelf.close();
    shelf = new ScenarioShelf(store, events);
    assertThat(shelf.board()).isEqualTo(before);
  }

  private void setAlpha(long id, String gesture, double alpha) {
    shelf.edit(id, gesture, scenario -> classic(scenario.name(), alpha));
  }

  private double alpha(long id) {
    Scenario scenario = shelf.board().find(id).orElseThrow().scenario();
    return ((Policy.Classic) scenario.policy()).alpha().all();
  }

  private String currentName() {
    return shelf.board().current().orElseThrow().scenario().name();
  }

  private static Scenario classic(String name, double alpha) {
    return ScenarioDefaults.of(name, new Policy.Classic(new Alpha(alpha, Map.of("gold", 0.2))));
  }

  private static final class MemoryStore implements ScenarioStore {
    private ScenarioBoard saved =
        new ScenarioBoard(List.of(), ScenarioBoard.BASELINE, ScenarioBoard.BASELINE);

    @Override
    public ScenarioBoard load() {
      return saved;
    }

    @Override
    public void save(ScenarioBoard board) {
      saved = board;
    }

    @Override
    public void close() {}
  }
}
