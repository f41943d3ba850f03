package org.tiersmith.ui.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tiersmith.strategy.Exclusion;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.Scope;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.Keyboard;
import org.tiersmith.ui.Mouse;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.FrontierChart;

/** What a hand does on the strategy screen: drags, types, pastes and saves. */
class StrategyGesturesTest {
  private static final int PAIRS = 2000;

  @TempDir Path folder;

  private final TestUi.Answers desktop = new TestUi.Answers();
  private StrategyScreen screen;
  private Stage stage;

  @BeforeEach
  void open() {
    Ui ui = TestUi.of(desktop);
    FakeStrategyDesk desk = Fx.call(() -> new FakeStrategyDesk(folder, PAIRS, true, true));
    screen = Fx.call(() -> new StrategyScreen(ui, desk, id -> {}, Pace.DIRECT, () -> {}));
    stage = Fx.call(() -> Keyboard.open(ui, screen));
    Fx.settle();
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  @Test
  void draggingWhereATierBeginsMovesTheFiguresAndIsUndoneAsOne() {
    Fx.run(() -> screen.model().choose(PolicyKind.CLASSIC));
    Fx.settle();
    Scenario before = scenario();
    double cost = cost();
    Node mark = find(".ts-ladder-mark");
    drag(mark, new Point2D(3, 3), 8, 16, 24);
    List<Double> boundaries = scenario().boundaries();
    assertThat(boundaries).isNotNull();
    assertThat(boundaries.getFirst()).isGreaterThan(before.thresholds()[1]);
    assertThat(cost()).isLessThan(cost);
    Fx.run(screen::undo);
    assertThat(scenario()).isEqualTo(before);
    assertThat(cost()).isEqualTo(cost);
  }

  @Test
  void draggingTheBudgetOnTheFrontierMovesThePlanAndIsUndoneAsOne() {
    Fx.run(() -> screen.model().choose(PolicyKind.BUDGET));
    Fx.settle();
    FrontierChart chart = (FrontierChart) find("#frontier");
    double budget = budget();
    drag(chart, new Point2D(takenHoldOf(chart), 60), -20, -40);
    assertThat(budget()).isLessThan(budget);
    assertThat(cost()).isLessThanOrEqualTo(budget());
    Fx.run(screen::undo);
    assertThat(budget()).isEqualTo(budget);
  }

  @Test
  void aTypedNameIsProposedTakenWithEnterAndRemovedWithDelete() {
    TextField field = (TextField) find("#exclusions-name");
    chooseScope("#exclusions", Scope.CATEGORY);
    Fx.run(
        () -> {
          field.requestFocus();
          field.setText("itch");
        });
    Fx.settle();
    assertThat(proposals()).containsExactly("Kitchen");
    press(field, KeyCode.ENTER);
    assertThat(excluded()).containsExactly(new Exclusion(Scope.CATEGORY, "Kitchen"));
    assertThat(text(field)).isEmpty();
    assertThat(proposals()).isEmpty();
    pressOnFirst("#exclusions", KeyCode.DELETE);
    assertThat(excluded()).isEmpty();
    Fx.run(screen::undo);
    assertThat(excluded()).hasSize(1);
  }

  @Test
  void aPastedListIsTakenWhole() {
    TextField field = (TextField) find("#exclusions-name");
    chooseScope("#exclusions", Scope.CUSTOMER);
    List<String> customers = List.of("C-1", "C-2", "C-3");
    Fx.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString("C-1\r\nC-2\tC-3\n\nC-1");
          Clipboard.getSystemClipboard().setContent(content);
          field.requestFocus();
          field.paste();
        });
    assertThat(excluded())
        .extracting(Exclusion::name)
        .containsExactlyInAnyOrderElementsOf(customers);
    assertThat(excluded()).extracting(Exclusion::scope).containsOnly(Scope.CUSTOMER);
    Fx.run(screen::undo);
    assertThat(excluded()).isEmpty();
  }

  @Test
  void anEntryIsChangedByEnterOnTheList() {
    TextField field = (TextField) find("#caps-name");
    chooseScope("#caps", Scope.CATEGORY);
    Fx.run(() -> field.setText("Outdoor"));
    Fx.settle();
    press(field, KeyCode.ENTER);
    assertThat(scenario().guardrails().caps()).hasSize(1);
    pressOnFirst("#caps", KeyCode.ENTER);
    assertThat(text(field)).isEqualTo("Outdoor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#curve", "#frontier", "#tier-mix"})
  void everyChartIsSavedFromItsCard(String chart) throws IOException {
    Node drawn = find(chart);
    MenuButton button = (MenuButton) Objects.requireNonNull(card(drawn).lookup(".ts-save"));
    Path picture = folder.resolve("chart.png");
    Path values = folder.resolve("chart.csv");
    desktop.choosing(picture, values);
    Fx.run(() -> button.getItems().forEach(item -> item.fire()));
    Fx.settle();
    assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
    assertThat(Files.readAllLines(values)).hasSizeGreaterThan(3);
  }

  @Test
  void theRowsAreSavedAsTheyAreFilteredAndAllOfThem() throws IOException {
    MenuButton button =
        (MenuButton) Objects.requireNonNull(card(find("#pairs")).lookup(".ts-save"));
    Path values = folder.resolve("rows.csv");
    desktop.choosing(values);
    Fx.run(() -> button.getItems().getLast().fire());
    Fx.settle();
    assertThat(Files.readAllLines(values)).hasSize(PAIRS + 1);
  }

  /** The x at which the cursor says that the budget's line can be taken hold of. */
  private static double takenHoldOf(FrontierChart chart) {
    return Fx.call(
        () -> {
          for (double x = 0; x < chart.getWidth(); x++) {
            Point2D inScene = chart.localToScene(x, 60);
            Mouse.hover(chart, MouseEvent.MOUSE_MOVED, inScene.getX(), inScene.getY());
            if (chart.getCursor() != null && chart.getCursor() != Cursor.DEFAULT) {
              return x + 2;
            }
          }
          throw new AssertionError("no line to take hold of");
        });
  }

  private static Parent card(Node part) {
    Parent around = part.getParent();
    while (!around.getStyleClass().contains("ts-card")) {
      around = around.getParent();
    }
    return around;
  }

  private void chooseScope(String list, Scope scope) {
    @SuppressWarnings("unchecked")
    ComboBox<Scope> box = (ComboBox<Scope>) find(list + " .combo-box");
    Fx.run(() -> box.setValue(scope));
  }

  private static List<String> proposals() {
    return Fx.call(
        () ->
            Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu && window.isShowing())
                .flatMap(window -> ((ContextMenu) window).getItems().stream())
                .map(MenuItem::getText)
                .toList());
  }

  private void pressOnFirst(String list, KeyCode code) {
    ListView<?> entries = (ListView<?>) find(list + " .ts-named-list");
    Fx.run(() -> entries.getSelectionModel().selectFirst());
    press(entries, code);
  }

  private void press(Node part, KeyCode code) {
    Fx.run(
        () -> {
          part.requestFocus();
          Keyboard.press(stage.getScene(), code, false, false);
        });
    Fx.settle();
  }

  private Node find(String selector) {
    return Fx.call(() -> Objects.requireNonNull(stage.getScene().lookup(selector), selector));
  }

  private static void drag(Node part, Point2D from, double... by) {
    Fx.run(
        () -> {
          Point2D start = part.localToScene(from);
          fire(part, MouseEvent.MOUSE_PRESSED, start);
          for (double distance : by) {
            fire(part, MouseEvent.MOUSE_DRAGGED, start.add(distance, 0));
          }
          fire(part, MouseEvent.MOUSE_RELEASED, start.add(by[by.length - 1], 0));
        });
    Fx.settle();
  }

  private static void fire(Node part, EventType<MouseEvent> type, Point2D inScene) {
    Mouse.fire(part, type, inScene, inScene, 1);
  }

  private static String text(TextField field) {
    return Fx.call(field::getText);
  }

  private Scenario scenario() {
    return Fx.call(() -> Objects.requireNonNull(screen.model().currentProperty().get()));
  }

  private List<Exclusion> excluded() {
    return scenario().guardrails().exclusions();
  }

  private double budget() {
    return ((Policy.BudgetOptimum) scenario().policy()).budget();
  }

  private double cost() {
    return Fx.call(
        () ->
            Objects.requireNonNull(screen.model().answerProperty().get())
                .current()
                .outcome()
                .all()
                .discountCost());
  }
}
