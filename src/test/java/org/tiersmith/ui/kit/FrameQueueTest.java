package org.tiersmith.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.tiersmith.ui.Fx;

/** What the frames bring, and that scrolled parts are painted piece by piece. */
class FrameQueueTest {
  private static final int MANY = 2_000;

  @Test
  void allComesInOrderOnTheWindowsThread() throws InterruptedException {
    FrameQueue frames = Fx.call(() -> new FrameQueue(Platform::runLater));
    List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch all = new CountDownLatch(MANY);
    for (int i = 0; i < MANY; i++) {
      int number = i;
      if (i % 100 == 0) {
        Fx.run(frames::expect);
      }
      frames.execute(
          () -> {
            assertThat(Platform.isFxApplicationThread()).isTrue();
            seen.add(number);
            all.countDown();
          });
    }
    assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
  }

  @Test
  void whatFollowsAFailureStillComes() throws InterruptedException {
    FrameQueue frames = Fx.call(() -> new FrameQueue(Platform::runLater));
    CountDownLatch after = new CountDownLatch(1);
    Fx.run(
        () -> {
          frames.execute(
              () -> {
                Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {});
                throw new IllegalStateException("as a listener may");
              });
          frames.execute(after::countDown);
        });
    assertThat(after.await(30, TimeUnit.SECONDS)).isTrue();
    Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
  }

  @Test
  void aFrameThatExpectsInVainGoesOn() throws InterruptedException {
    FrameQueue frames = Fx.call(() -> new FrameQueue(Platform::runLater));
    Fx.run(frames::expect);
    CountDownLatch later = new CountDownLatch(1);
    frames.execute(later::countDown);
    assertThat(later.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void noPartOfAScrollerIsKeptAsAPicture() {
    assertThat(
            Fx.call(
                () -> {
                  Scroller scroller = new Scroller(new Label("content"));
                  StackPane root = new StackPane(scroller);
                  new Scene(root, 100, 100);
                  root.applyCss();
                  root.layout();
                  return scroller.lookupAll("*").stream().filter(Node::isCache).count();
                }))
        .isZero();
  }
}
