package org.tiersmith.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.Mouse;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Theme.Mode;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.LadderTrack.Ladder;

class LadderTrackTest {
  private static final double NONE = Double.NEGATIVE_INFINITY;
  private static final double[] VALUES = {0, 0.05, 0.1, 0.2};

  private record Move(String gesture, double[] boundaries) {}

  private final List<Move> moves = new ArrayList<>();
  private LadderTrack track;
  private Ui ui;
  private Stage stage;
  private int resets;

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          ui = TestUi.of(Tongue.ENGLISH, Mode.LIGHT);
          track = new LadderTrack(ui, this::moved, () -> resets++);
          stage = new Stage();
          stage.setScene(new Scene(track, 300, 90));
          ui.theme().dress(stage.getScene());
          track.show(new Ladder(VALUES, new double[] {NONE, 0.05, 0.1, 0.2}, false));
          stage.show();
        });
    Fx.settle();
    Fx.run(() -> stage.getScene().getRoot().layout());
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  private void moved(String gesture, double[] boundaries) {
    moves.add(new Move(gesture, boundaries));
    track.show(new Ladder(VALUES, boundaries, true));
  }

  @Test
  void aDragMovesOneBoundaryAndIsOneGesture() {
    drag(mark(1), 10, 20);
    drag(mark(1), -5);
    assertThat(moves).hasSize(3);
    double[] first = moves.get(0).boundaries();
    assertThat(first[0]).isEqualTo(NONE);
    assertThat(first[1]).isEqualTo(0.05);
    assertThat(first[2]).isBetween(0.101, 0.12);
    assertThat(first[3]).isEqualTo(0.2);
    assertThat(moves.get(1).boundaries()[2]).isGreaterThan(first[2]);
    assertThat(moves.get(0).gesture()).isNotEmpty().isEqualTo(moves.get(1).gesture());
    assertThat(moves.get(2).gesture()).isNotEqualTo(moves.get(0).gesture());
  }

  @Test
  void neverMovesToOrOverANeighbour() {
    drag(mark(1), 500);
    assertThat(moves.getLast().boundaries()[2]).isEqualTo(0.199);
    drag(mark(1), -500);
    assertThat(moves.getLast().boundaries()[2]).isEqualTo(0.051);
    drag(mark(0), -500);
    assertThat(moves.getLast().boundaries()[1]).isZero();
  }

  @Test
  void keysMoveEachForThemselves() {
    press(mark(2), KeyCode.RIGHT);
    press(mark(2), KeyCode.PAGE_UP);
    press(mark(2), KeyCode.LEFT);
    press(mark(2), KeyCode.HOME);
    press(mark(2), KeyCode.END);
    assertThat(moves)
        .extracting(move -> move.boundaries()[3])
        .containsExactly(0.205, 0.255, 0.25, 0.101, 0.999);
    assertThat(moves).allMatch(move -> move.gesture().isEmpty());
  }

  @Test
  void offersTheWayBackOnlyOnceMoved() {
    Button reset = (Button) track.lookup("#ladder-reset");
    assertThat(reset.isVisible()).isFalse();
    press(mark(0), KeyCode.RIGHT);
    assertThat(reset.isVisible()).isTrue();
    Fx.run(reset::fire);
    assertThat(resets).isEqualTo(1);
  }

  @Test
  void saysWhereATierBeginsInThePersonsLanguage() {
    assertThat(mark(1).getAccessibleText())
        .isEqualTo("The tier of 10 % begins at a raw rate of 10 %");
    Fx.run(() -> ui.language().speak(Tongue.CHINESE));
    assertThat(mark(1).getAccessibleText()).isEqualTo("10 % 档位从原始折扣率 10 % 开始");
  }

  @Test
  void takesAsManyMarksAsThereAreTiers() {
    Fx.run(() -> track.show(Samples.ladder(32)));
    Fx.settle();
    assertThat(marks()).hasSize(31);
    Fx.run(() -> track.show(Samples.ladder(2)));
    Fx.settle();
    assertThat(marks()).hasSize(1);
    Fx.run(() -> track.show(Samples.ladder(1)));
    Fx.settle();
    assertThat(marks()).isEmpty();
  }

  @Test
  void refusesALadderWithoutAMatchingBoundary() {
    assertThatThrownBy(() -> new Ladder(VALUES, new double[] {NONE}, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<Node> marks() {
    return Fx.call(() -> List.copyOf(track.lookupAll(".ts-ladder-mark")));
  }

  private Node mark(int index) {
    return marks().get(index);
  }

  private void drag(Node mark, double... by) {
    Fx.run(
        () -> {
          Point2D start = mark.localToScene(5, 5);
          fire(MouseEvent.MOUSE_PRESSED, mark, start);
          for (double distance : by) {
            fire(MouseEvent.MOUSE_DRAGGED, mark, start.add(distance, 0));
          }
          fire(MouseEvent.MOUSE_RELEASED, mark, start);
        });
    Fx.settle();
  }

  private static void fire(EventType<MouseEvent> type, Node mark, Point2D at) {
    Mouse.fire(mark, type, at, at, 1);
  }

  private static void press(Node mark, KeyCode code) {
    Fx.run(
        () ->
            Event.fireEvent(
                mark,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    Fx.settle();
  }
}
