package org.tiersmith.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import org.junit.jupiter.api.Test;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.strategy.StrategyScreen;

class ScreenClassesTest {
  @Test
  void namesTheClassesOfEveryScreen() throws IOException, URISyntaxException {
    assertThat(ScreenClasses.names())
        .contains(StrategyScreen.class.getName(), Card.class.getName(), LoadState.class.getName())
        .allMatch(name -> name.startsWith("org.tiersmith.ui."))
        .doesNotHaveDuplicates();
  }

  @Test
  void allOfThemLoad() throws IOException, URISyntaxException, ClassNotFoundException {
    Fx.run(() -> {}); // Controls need a running toolkit.
    ScreenClasses.load();
  }
}
