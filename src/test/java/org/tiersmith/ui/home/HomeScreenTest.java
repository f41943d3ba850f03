package org.tiersmith.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.Pictures;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Tasks;
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
  void saysWhatIsBeingOpened() {
    Pictures.take(
        "home-opening",
        ui -> {
          HeldRunner held = new HeldRunner();
          HomeViewModel<String> model =
              new HomeViewModel<>(
                  new FakeProjects().with("/home/lin/Tiersmith/Spring campaign.tiersmith"),
                  new Tasks(held, FxDispatcher.direct(), ui.notices()),
                  ui.notices(),
                  (project, language) -> opened.add(project));
          HomeScreen screen = new HomeScreen(model, ui);
          Node line = Objects.requireNonNull(screen.content().lookup("#home-opening"));
          assertThat(line.isVisible()).isFalse();
          model.open(model.recent().getFirst());
          assertThat(line.isVisible()).isTrue();
          assertThat(((Label) line.lookup(".label")).getText())
              .isEqualTo("Opening Spring campaign…");
          return screen;
        });
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
