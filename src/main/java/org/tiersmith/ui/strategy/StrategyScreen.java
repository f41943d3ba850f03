package org.tiersmith.ui.strategy;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.model.Text;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.EmptyState;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.ScreenFrame;
import org.tiersmith.ui.kit.StatePane;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** Strategy: shape a discount policy and see at once what it would earn. */
public final class StrategyScreen implements Screen {
  private final Ui ui;
  private final Texts texts;
  private final StrategyViewModel model;
  private final ScreenFrame frame;
  private final Live live;
  private final Parent content;
  private final Runnable onClose;

  StrategyScreen(Ui ui, StrategyDesk desk, Consumer<String> open, Pace pace, Runnable onClose) {
    this.ui = ui;
    this.texts = ui.texts("strategy");
    this.model = new StrategyViewModel(desk, ui.tasks(), ui.notices(), pace);
    this.live = new Live(ui, texts, model);
    this.frame = ScreenFrame.of("strategy", Feather.SLIDERS, texts.bind("name")).withBadge(count());
    this.content =
        StatePane.of(
            model.stateProperty(),
            texts,
            () ->
                new EmptyState(
                    Feather.SLIDERS,
                    texts.bind("waiting"),
                    texts.bind("waiting.next"),
                    EmptyState.action(texts.bind("waiting.action"), () -> open.accept("model"))),
            () -> new StrategyView(live, desk));
    this.onClose = onClose;
  }

  /**
   * The screen of an open project. On the FX thread.
   *
   * @param open goes to the screen with that id
   */
  public static StrategyScreen of(Ui ui, ProjectSession session, Consumer<String> open) {
    Pace.Threads threads = new Pace.Threads();
    return new StrategyScreen(ui, StrategyDesk.of(session), open, threads.of(ui), threads::close);
  }

  @Override
  public ScreenFrame frame() {
    return frame;
  }

  @Override
  public Parent content() {
    return content;
  }

  @Override
  public List<Node> leading() {
    return List.of(whenReady(new ScenarioTabs(live)));
  }

  @Override
  public List<Node> actions() {
    Button undo =
        Buttons.icon(
            Feather.CORNER_UP_LEFT, label("undo", "undo.of", model::undoLabel), model::undo);
    undo.disableProperty().bind(model.undoableProperty().not());
    Button redo =
        Buttons.icon(
            Feather.CORNER_UP_RIGHT, label("redo", "redo.of", model::redoLabel), model::redo);
    redo.disableProperty().bind(model.redoableProperty().not());
    Button freeze = Buttons.accent(texts.bind("freeze"), model::freeze);
    freeze.setId("freeze");
    return List.of(
        whenReady(new CompareChooser(live)), whenReady(undo), whenReady(redo), whenReady(freeze));
  }

  @Override
  public void undo() {
    model.undo();
  }

  @Override
  public void redo() {
    model.redo();
  }

  @Override
  public void close() {
    model.close();
    onClose.run();
  }

  StrategyViewModel model() {
    return model;
  }

  private ObservableValue<String> count() {
    return Bindings.createStringBinding(
        () -> {
          int count = model.boardProperty().get().entries().size();
          return count == 0 ? "" : texts.get("badge", count);
        },
        model.boardProperty(),
        ui.language().tongueProperty());
  }

  private ObservableValue<String> label(String plain, String of, Supplier<Optional<Text>> what) {
    return Bindings.createStringBinding(
        () ->
            what.get()
                .map(text -> texts.get(of, ui.language().say(text)))
                .orElseGet(() -> texts.get(plain)),
        model.boardProperty(),
        model.undoableProperty(),
        model.redoableProperty(),
        ui.language().tongueProperty());
  }

  private Node whenReady(Node node) {
    BooleanBinding ready = model.stateProperty().isEqualTo(LoadState.READY);
    node.visibleProperty().bind(ready);
    node.managedProperty().bind(ready);
    return node;
  }
}
