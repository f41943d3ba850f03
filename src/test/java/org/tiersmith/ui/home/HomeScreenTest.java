package org.tiersmith.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.Pictures;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Theme.Mode;
import org.tiersmith.ui.kit.Ui;

class HomeScreenTest {
  private final List<String> opened = new ArrayList<>();

  private HomeScreen screen(FakeProjects projects, Ui ui) {
    return new HomeScreen(
        new HomeViewModel<>(
            projects, ui.tasks(), ui.notices(), (project, language) -> opened.add(project)),
        ui);
  }

  @Test
  void looksRightWithRecentProjects() {
    Pictures.take(
        "home",
        ui ->
            screen(
                new FakeProjects()
                    .with(
                        "/home/lin/Tiersmith/Spring campaign.tiersmith",
                        "/home/lin/Tiersmith/陶瓷店.tiersmith"),
                ui));
  }

  @Test
  void looksRightAtFirst() {
    Pictures.take("home-first", ui -> screen(new FakeProjects(), ui));
  }

  @Test
  void opensTheSampleWithOneClick() {
    Fx.run(
        () -> {
          Ui ui = TestUi.of(Tongue.CHINESE, Mode.LIGHT);
          Parent content = screen(new FakeProjects(), ui).content();
          ((Button) content.lookup("#home-sample")).fire();
        });
    assertThat(opened).containsExactly("Sample shop (zh).tiersmith");
  }

  @Test
  void createsAProjectWhereThePersonSays() {
    Fx.run(
        () -> {
          Ui ui =
              TestUi.of(
                  Tongue.ENGLISH,
                  Mode.LIGHT,
                  new SameThreadJobRunner((job, thrown) -> {}),
                  new TestUi.Answers().choosing(Path.of("mine")));
          screen(new FakeProjects(), ui).createProject();
        });
    assertThat(opened).containsExactly("mine.tiersmith");
  }
}
