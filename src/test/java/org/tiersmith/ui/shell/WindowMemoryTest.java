package org.tiersmith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.service.Preferences;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Theme.Mode;
import org.tiersmith.ui.kit.Ui;

class WindowMemoryTest {
  @TempDir private Path folder;

  private WindowMemory memory() {
    return new WindowMemory(new Preferences(folder.resolve("preferences.properties")));
  }

  @Test
  void remembersThemeAndLanguage() {
    Fx.run(
        () -> {
          Ui ui = TestUi.of(Tongue.ENGLISH, Mode.LIGHT);
          memory().follow(ui.theme(), ui.language());
          ui.theme().wear(Mode.DARK);
          ui.language().speak(Tongue.CHINESE);
        });
    assertThat(memory().mode()).isEqualTo(Mode.DARK);
    assertThat(memory().tongue()).isEqualTo(Tongue.CHINESE);
  }

  @Test
  void bringsAWindowBackAsItWasLeft() {
    Fx.run(
        () -> {
          Stage stage = new Stage();
          stage.setX(40);
          stage.setY(30);
          stage.setWidth(900);
          stage.setHeight(640);
          memory().keep(stage);
        });
    double[] size =
        Fx.call(
            () -> {
              Stage other = new Stage();
              memory().restore(other);
              return new double[] {other.getX(), other.getY(), other.getWidth(), other.getHeight()};
            });
    assertThat(size).containsExactly(40, 30, 900, 640);
  }

  @Test
  void doesNotPlaceAWindowWhereNoScreenIs() {
    Preferences preferences = new Preferences(folder.resolve("preferences.properties"));
    preferences.set("window.x", "9000");
    preferences.set("window.y", "30");
    double x =
        Fx.call(
            () -> {
              Stage stage = new Stage();
              new WindowMemory(preferences).restore(stage);
              return stage.getX();
            });
    assertThat(x).isNaN();
  }

  @Test
  void passesOverDamagedSizes() {
    Preferences preferences = new Preferences(folder.resolve("preferences.properties"));
    preferences.set("window.width", "wide");
    double width =
        Fx.call(
            () -> {
              Stage stage = new Stage();
              new WindowMemory(preferences).restore(stage);
              return stage.getWidth();
            });
    assertThat(width).isGreaterThanOrEqualTo(800);
  }
}
