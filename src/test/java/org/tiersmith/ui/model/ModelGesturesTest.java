package org.tiersmith.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tiersmith.project.RunState;
import org.tiersmith.service.RunView;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.Keyboard;
import org.tiersmith.ui.Mouse;
import org.tiersmith.ui.TestUi;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.LineChart;

/** What a hand does on the model screen: sorts, chooses, writes, slides, asks and trains. */
class ModelGesturesTest {
  private final TestUi.Answers desktop = new TestUi.Answers();
  private final FakeModelDesk desk = new FakeModelDesk().busy().explaining();
  private ModelScreen screen;
  private Stage stage;

  @BeforeEach
  void open() {
    Ui ui = TestUi.of(desktop);
    screen = Fx.call(() -> new ModelScreen(ui, desk, id -> {}));
    stage = Fx.call(() -> Keyboard.open(ui, screen));
    Fx.settle();
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  @Test
  void everyColumnSortsAndTheChoiceStays() {
    TableView<RunView> table = runs("#runs");
    for (TableColumn<RunView, ?> column : List.copyOf(table.getColumns())) {
      Fx.run(
          () -> {
            column.setSortType(TableColumn.SortType.ASCENDING);
            table.getSortOrder().setAll(List.of(column));
          });
      Fx.settle();
      assertThat(selected()).as(column.getText()).isEqualTo(4);
      assertThat(table.getSelectionModel().getSelectedItem().id()).isEqualTo(4);
    }
    assertThat(table.getItems().getFirst().id()).isEqualTo(4); // Its ECE is the least.
  }

  @Test
  void severalChosenRunsAreDrawnOverOneAnother() {
    TableView<RunView> table = runs("#runs");
    Fx.run(() -> table.getSelectionModel().clearAndSelect(0));
    Fx.run(() -> table.getSelectionModel().select(3));
    Fx.settle();
    assertThat(selected()).isEqualTo(4);
    assertThat(chosen()).containsExactlyInAnyOrder(4L, 1L);
    assertThat(lines()).anyMatch(name -> name.startsWith("run 4"));
    assertThat(lines()).anyMatch(name -> name.startsWith("run 1"));
    assertThat(((ToggleButton) find("#page-compare")).getText()).isEqualTo("Compare 2 runs");
  }

  @Test
  void anotherCurveIsAPressAway() {
    Fx.run(((ToggleButton) find("#curve-rate"))::fire);
    Fx.settle();
    assertThat(lines()).containsExactly("Learning rate");
    Fx.run(((ToggleButton) find("#curve-auc"))::fire);
    Fx.settle();
    assertThat(lines()).containsExactly("validation");
  }

  @Test
  void theCurveIsReadOffUnderTheMouse() {
    LineChart chart = (LineChart) find("#curves");
    WritableImage before = Fx.call(() -> chart.snapshot(null, null));
    var bounds = Fx.call(() -> chart.localToScene(chart.getLayoutBounds()));
    Fx.run(
        () -> Mouse.hover(chart, MouseEvent.MOUSE_MOVED, bounds.getCenterX(), bounds.getCenterY()));
    Fx.settle();
    WritableImage over = Fx.call(() -> chart.snapshot(null, null));
    assertThat(differing(before, over)).isGreaterThan(300);
    Fx.run(() -> Mouse.hover(chart, MouseEvent.MOUSE_EXITED, 0, 0));
    Fx.settle();
    assertThat(differing(before, Fx.call(() -> chart.snapshot(null, null)))).isZero();
  }

  @Test
  void aNoteIsKeptWhenItsFieldIsLeftAndTakenBack() {
    TextArea notes = (TextArea) find("#run-notes");
    Node elsewhere = find("#runs");
    Fx.run(
        () -> {
          notes.requestFocus();
          notes.setText("more epochs");
          elsewhere.requestFocus();
        });
    Fx.settle();
    assertThat(desk.runs().getFirst().notes()).isEqualTo("more epochs");
    Fx.run(screen::undo);
    Fx.settle();
    assertThat(desk.runs().getFirst().notes()).isEmpty();
    assertThat(notes.getText()).isEmpty();
  }

  @Test
  void aNoteInTheTableIsWrittenInItsPlace() {
    Fx.run(() -> screen.pageProperty().set(ModelScreen.Page.COMPARE));
    Fx.settle();
    TableView<RunView> table = runs("#all-runs");
    TableColumn<RunView, ?> notes = table.getColumns().getLast();
    Fx.run(() -> table.edit(1, notes));
    Fx.settle();
    TextField field =
        (TextField)
            Fx.call(
                () ->
                    table.lookupAll(".text-field").stream()
                        .filter(Node::isVisible)
                        .findFirst()
                        .orElseThrow());
    Fx.run(() -> field.setText("Chinese"));
    press(field, KeyCode.ENTER);
    assertThat(desk.runs().get(1).notes()).isEqualTo("Chinese");
    assertThat(runs("#all-runs").getItems().get(1).notes()).isEqualTo("Chinese");
  }

  @Test
  void deleteAsksAndTakesTheRunAway() {
    TableView<RunView> table = runs("#runs");
    Fx.run(() -> table.getSelectionModel().clearAndSelect(1));
    press(table, KeyCode.DELETE);
    assertThat(desk.runs()).extracting(RunView::id).doesNotContain(3L);
    desktop.declining();
    Fx.run(() -> table.getSelectionModel().clearAndSelect(1));
    press(table, KeyCode.DELETE);
    assertThat(desk.runs()).extracting(RunView::id).contains(2L);
  }

  @Test
  void theMenuOfAQueuedRunLetsItGo() {
    Fx.run(
        () -> {
          desk.add(RunState.QUEUED, TrainingSettings.quick(), Double.NaN);
          screen.model().runs().show(desk.runs());
        });
    TableView<RunView> table = runs("#runs");
    Fx.run(() -> table.getSelectionModel().clearAndSelect(0));
    Fx.settle();
    assertThat(find("#run-resume").isVisible()).isTrue();
    Fx.run(() -> table.getContextMenu().show(table, 100, 100));
    MenuItem resume = table.getContextMenu().getItems().get(1);
    assertThat(resume.isDisable()).isFalse();
    Fx.run(
        () -> {
          resume.fire();
          table.getContextMenu().hide();
        });
    Fx.settle();
    assertThat(desk.order()).containsExactly(5L);
    assertThat(find("#run-resume").isVisible()).isFalse();
  }

  @Test
  void theThresholdMovesAllThatFollowsIt() {
    Fx.run(() -> screen.pageProperty().set(ModelScreen.Page.QUALITY));
    Fx.settle();
    String confusion = text("#confusion");
    String money = text("#wrong-discounts");
    String segments = text("#segment-quality");
    String report = text("#report");
    Fx.run(() -> screen.model().quality().thresholdProperty().set(0.7));
    Fx.settle();
    assertThat(text("#confusion")).isNotEqualTo(confusion);
    assertThat(text("#wrong-discounts")).isNotEqualTo(money);
    assertThat(text("#segment-quality")).isNotEqualTo(segments);
    assertThat(text("#report")).isNotEqualTo(report);
    for (String curve : List.of("roc", "precision-recall", "gain", "lift")) {
      Fx.run(((ToggleButton) find("#quality-" + curve))::fire);
      Fx.settle();
      LineChart chart = (LineChart) find("#quality-curve");
      LineChart.Model shown = Objects.requireNonNull(Fx.call(chart.modelProperty()::get));
      assertThat(shown.lines()).as(curve).hasSize(3);
      assertThat(shown.lines().get(1).series().size()).isGreaterThan(10);
    }
  }

  @Test
  void severalValuesQueueSeveralRuns() {
    Fx.run(((Button) find("#new-run"))::fire);
    Fx.settle();
    TextField epochs = (TextField) find("#run-epochs");
    Fx.run(() -> epochs.setText("1, 2, 3"));
    Fx.settle();
    assertThat(((Button) find("#run-start")).getText()).isEqualTo("Queue 3 runs");
    assertThat(((Label) find("#run-outlook")).getText()).contains("3 runs");
    press(epochs, KeyCode.ENTER);
    assertThat(desk.order()).containsExactly(5L, 6L, 7L);
    assertThat(screen.model().form().openProperty().get()).isFalse();
  }

  @Test
  void whatIsWrongIsSaidInItsPlaceAndResetMendsIt() {
    Fx.run(((Button) find("#new-run"))::fire);
    TextField epochs = (TextField) find("#run-epochs");
    Fx.run(() -> epochs.setText("0"));
    Fx.run(((ToggleButton) find("#run-more"))::fire);
    Fx.settle();
    assertThat(find("#run-start").isDisabled()).isTrue();
    assertThat(find("#run-dropout").isVisible()).isTrue();
    Fx.run(((Button) find("#run-reset"))::fire);
    Fx.settle();
    assertThat(find("#run-start").isDisabled()).isFalse();
    press(epochs, KeyCode.ESCAPE);
    assertThat(screen.model().form().openProperty().get()).isFalse();
  }

  @Test
  void aTypedIdIsProposedAndItsPairExplained() {
    TextField customer = (TextField) find("#pair-customer");
    Fx.run(
        () -> {
          customer.requestFocus();
          customer.setText("C-0040");
        });
    Fx.settle();
    assertThat(proposals()).startsWith("C-00400", "C-00401");
    Fx.run(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow()
                .getItems()
                .get(1)
                .fire());
    Fx.settle();
    assertThat(screen.model().pair().pairProperty().get().view().customerId()).isEqualTo("C-00401");
    assertThat(Fx.call(() -> stage.getScene().getRoot().lookupAll(".ts-piece"))).isNotEmpty();
  }

  private static List<String> proposals() {
    return Fx.call(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .flatMap(menu -> menu.getItems().stream())
                .map(MenuItem::getText)
                .toList());
  }

  private List<String> lines() {
    LineChart.Model shown =
        Objects.requireNonNull(Fx.call(((LineChart) find("#curves")).modelProperty()::get));
    return shown.lines().stream()
        .filter(line -> line.style() != LineChart.Style.FAINT)
        .map(line -> line.series().name())
        .toList();
  }

  private long selected() {
    return Fx.call(() -> screen.model().runs().selectedProperty().get().id());
  }

  private List<Long> chosen() {
    return Fx.call(
        () -> screen.model().runs().chosenProperty().get().stream().map(RunView::id).toList());
  }

  @SuppressWarnings("unchecked")
  private TableView<RunView> runs(String id) {
    return (TableView<RunView>) find(id);
  }

  private Node find(String selector) {
    return Objects.requireNonNull(
        Fx.call(() -> stage.getScene().getRoot().lookup(selector)), selector);
  }

  /** All texts within a part. */
  private String text(String selector) {
    Node part = find(selector);
    return Fx.call(
        () -> {
          StringBuilder all = new StringBuilder();
          part.lookupAll(".text").stream()
              .filter(javafx.scene.text.Text.class::isInstance)
              .forEach(node -> all.append(((javafx.scene.text.Text) node).getText()).append('|'));
          return all.toString();
        });
  }

  private static void press(Node node, KeyCode code) {
    Fx.run(
        () -> {
          node.requestFocus();
          Event.fireEvent(
              node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
    Fx.settle();
  }

  private static long differing(WritableImage one, WritableImage other) {
    long count = 0;
    for (int y = 0; y < (int) one.getHeight(); y++) {
      for (int x = 0; x < (int) one.getWidth(); x++) {
        count += one.getPixelReader().getArgb(x, y) == other.getPixelReader().getArgb(x, y) ? 0 : 1;
      }
    }
    return count;
  }
}
