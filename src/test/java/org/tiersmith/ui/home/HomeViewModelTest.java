package org.tiersmith.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiersmith.task.JobRunner;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.home.HomeViewModel.State;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

class HomeViewModelTest {
  private final FakeProjects projects = new FakeProjects().with("b.tiersmith", "a.tiersmith");
  private final Notices notices = new Notices();
  private final List<String> opened = new ArrayList<>();
  private final HeldRunner held = new HeldRunner();

  private HomeViewModel<String> model(JobRunner runner) {
    return new HomeViewModel<>(
        projects,
        new Tasks(runner, FxDispatcher.direct(), notices),
        notices,
        (project, language) -> opened.add(project + (language == null ? "" : " " + language)));
  }

  private HomeViewModel<String> model() {
    return model(new SameThreadJobRunner((job, thrown) -> {}));
  }

  @Test
  void listsRecentProjects() {
    assertThat(model().recent()).containsExactly(Path.of("b.tiersmith"), Path.of("a.tiersmith"));
  }

  @Test
  void opensAProjectInTheBackgroundAndOnlyOne() {
    HomeViewModel<String> model = model(held);
    model.open(Path.of("a.tiersmith"));
    assertThat(model.stateProperty().get()).isEqualTo(State.OPENING);
    model.open(Path.of("b.tiersmith"));
    held.release();
    assertThat(opened).containsExactly("a.tiersmith");
    assertThat(model.stateProperty().get()).isEqualTo(State.READY);
    assertThat(model.recent().getFirst()).isEqualTo(Path.of("a.tiersmith"));
  }

  @Test
  void addsTheExtensionToANewProject() {
    model().create(Path.of("shop"));
    assertThat(opened).containsExactly("shop.tiersmith");
  }

  @Test
  void opensTheSampleOfALanguage() {
    HomeViewModel<String> model = model();
    model.openSample("zh");
    assertThat(opened).containsExactly("Sample shop (zh).tiersmith zh");
    assertThat(model.currentProperty().get()).isEqualTo(Path.of("Sample shop (zh).tiersmith"));
  }

  @Test
  void saysWhyAProjectCannotBeOpened() {
    HomeViewModel<String> model = model();
    model.open(Path.of("damaged.tiersmith"));
    assertThat(opened).isEmpty();
    assertThat(model.stateProperty().get()).isEqualTo(State.READY);
    assertThat(notices.open()).hasSize(1);
  }

  @Test
  void forgetsAProject() {
    HomeViewModel<String> model = model();
    model.forget(Path.of("b.tiersmith"));
    assertThat(model.recent()).containsExactly(Path.of("a.tiersmith"));
  }
}
