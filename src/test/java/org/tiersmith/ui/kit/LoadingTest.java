package org.tiersmith.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.ui.TestUi.HeldRunner;

/** Reading in the background: states, latest wins, failures. */
class LoadingTest {
  private static final Text TITLE = Text.of("test.read", "Reading");
  private final HeldRunner held = new HeldRunner();
  private final Notices notices = new Notices();
  private final Tasks tasks = new Tasks(held, FxDispatcher.direct(), notices);
  private Optional<String> stored = Optional.empty();
  private boolean damaged;

  @Test
  void eachStateIsReached() {
    Loading<Optional<String>> loading = loading();
    loading.load();
    assertThat(loading.stateProperty().get()).isEqualTo(LoadState.LOADING);
    held.release();
    assertThat(loading.stateProperty().get()).isEqualTo(LoadState.NOTHING);
    stored = Optional.of("rows");
    loading.load();
    assertThat(loading.stateProperty().get()).isEqualTo(LoadState.LOADING);
    held.release();
    assertThat(loading.stateProperty().get()).isEqualTo(LoadState.READY);
    damaged = true;
    loading.load();
    assertThat(loading.stateProperty().get()).isEqualTo(LoadState.READY);
    held.release();
    assertThat(loading.stateProperty().get()).isEqualTo(LoadState.FAILED);
    assertThat(notices.open()).hasSize(1);
  }

  @Test
  void onlyTheLatestIsDelivered() {
    List<String> delivered = new ArrayList<>();
    LatestReading<String> reading = new LatestReading<>(tasks, notices, TITLE, delivered::add);
    reading.ask(context -> "first");
    reading.ask(context -> "second");
    held.release();
    assertThat(delivered).containsExactly("second");
  }

  @Test
  void anotherQuestionCancelsTheReadingBefore() {
    List<String> delivered = new ArrayList<>();
    LatestReading<String> reading = new LatestReading<>(tasks, notices, TITLE, delivered::add);
    boolean[] ran = new boolean[1];
    reading.ask(
        context -> {
          ran[0] = true;
          throw Problem.of("test.lapsed", "Nobody wants to know.");
        });
    reading.ask(context -> "second");
    held.release();
    assertThat(ran[0]).isFalse();
    assertThat(delivered).containsExactly("second");
    assertThat(notices.open()).isEmpty();
  }

  @Test
  void nothingIsDeliveredAfterTheClose() {
    damaged = true;
    Loading<Optional<String>> loading = loading();
    loading.load();
    loading.close();
    held.release();
    assertThat(loading.stateProperty().get()).isEqualTo(LoadState.LOADING);
    assertThat(notices.open()).isEmpty();
  }

  private Loading<Optional<String>> loading() {
    return new Loading<>(
        tasks,
        notices,
        TITLE,
        context -> {
          if (damaged) {
            throw Problem.of("test.damaged", "The rows are damaged.");
          }
          return stored;
        },
        Optional::isPresent);
  }
}
