package org.tiersmith.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tiersmith.ui.home.HomeViewModel.State;

class HomeViewModelTest {
  private final FakeProjects projects = new FakeProjects();

  @Test
  void knowsThatNothingWasEverOpened() {
    assertThat(new HomeViewModel(projects).stateProperty().get()).isEqualTo(State.FIRST);
  }

  @Test
  void listsProjectsFromBefore() {
    HomeViewModel model = new HomeViewModel(projects.with("b.tiersmith", "a.tiersmith"));
    assertThat(model.stateProperty().get()).isEqualTo(State.CLOSED);
    assertThat(model.recent()).containsExactly(Path.of("b.tiersmith"), Path.of("a.tiersmith"));
  }

  @Test
  void goesOnWithTheOpenProject() {
    HomeViewModel model = new HomeViewModel(projects.with("a.tiersmith"));
    projects.opened("a.tiersmith");
    model.refresh();
    assertThat(model.stateProperty().get()).isEqualTo(State.OPEN);
    model.goOn();
    assertThat(projects.asked()).containsExactly("show data");
  }

  @Test
  void addsTheExtensionToANewProjectOnce() {
    HomeViewModel model = new HomeViewModel(projects);
    model.create(Path.of("shop"));
    model.create(Path.of("other.tiersmith"));
    assertThat(projects.asked()).containsExactly("create shop.tiersmith", "create other.tiersmith");
  }

  @Test
  void forgetsAProject() {
    HomeViewModel model = new HomeViewModel(projects.with("a.tiersmith"));
    model.forget(Path.of("a.tiersmith"));
    assertThat(model.recent()).isEmpty();
    assertThat(model.stateProperty().get()).isEqualTo(State.FIRST);
  }

  @Test
  void namesAProjectWithoutItsExtension() {
    assertThat(HomeViewModel.name(Path.of("x", "My shop.tiersmith"))).isEqualTo("My shop");
  }
}
