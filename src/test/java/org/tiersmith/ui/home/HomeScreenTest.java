package org.tiersmith.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.Pictures;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Desktop;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Theme.Mode;
import org.tiersmith.ui.kit.Ui;

class HomeScreenTest {
  private final FakeProjects projects = new FakeProjects();

  @Test
  void looksRightWithRecentProjects() {
    String chinese = "/home/lin/Tiersmith/陶瓷店.tiersmith";
    projects.with("/home/lin/Tiersmith/Spring campaign.tiersmith", chinese).opened(chinese);
    Pictures.take("home", ui -> new HomeScreen(projects, ui));
  }

  @Test
  void looksRightAtFirst() {
    Pictures.take("home-first", ui -> new HomeScreen(projects, ui));
  }

  @Test
  void opensTheSampleOfTheWindowsLanguageWithOneClick() {
    Fx.run(
        () -> {
          Parent content = new HomeScreen(projects, ui(new TestUi.Answers())).content();
          ((Button) content.lookup("#home-sample")).fire();
        });
    assertThat(projects.asked()).containsExactly("sample zh");
  }

  @Test
  void createsAndOpensProjectsWhereThePersonSays() {
    Fx.run(
        () -> {
          Desktop desktop = new TestUi.Answers().choosing(Path.of("mine"), Path.of("b.tiersmith"));
          HomeScreen screen = new HomeScreen(projects, ui(desktop));
          screen.createProject();
          screen.openProject();
          screen.openProject();
        });
    assertThat(projects.asked()).containsExactly("create mine.tiersmith", "open b.tiersmith");
  }

  private static Ui ui(Desktop desktop) {
    return TestUi.of(
        Tongue.CHINESE, Mode.LIGHT, new SameThreadJobRunner((job, thrown) -> {}), desktop);
  }
}
