package org.tiersmith.ui.model;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.EmptyState;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.ScreenFrame;
import org.tiersmith.ui.kit.StatePane;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** Model: runs while and after they learn, and what the model says of segments and pairs. */
public final class ModelScreen implements Screen {
  /** What of the runs is looked at. */
  enum Page {
    RUN,
    QUALITY,
    COMPARE
  }

  private final Ui ui;
  private final Texts texts;
  private final ModelViewModel model;
  private final ScreenFrame frame;
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.RUN);
  private final Parent content;

  ModelScreen(Ui ui, ModelDesk desk, Consumer<String> open) {
    this.ui = ui;
    this.texts = ui.texts("model");
    this.model = new ModelViewModel(desk, ui.tasks(), ui.notices());
    this.frame = ScreenFrame.of("model", Feather.ACTIVITY, texts.bind("name")).withBadge(latest());
    this.content = build(open);
  }

  /**
   * The screen of an open project. On the FX thread.
   *
   * @param open goes to the screen with that id
   */
  public static ModelScreen of(Ui ui, ProjectSession session, Consumer<String> open) {
    return new ModelScreen(ui, ModelDesk.of(session), open);
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
    ChoiceBar<Page> pages =
        new ChoiceBar<>(
            page,
            List.of(
                new Choice<>(Page.RUN, "page-run", selected()),
                new Choice<>(Page.QUALITY, "page-quality", texts.bind("page.quality")),
                new Choice<>(Page.COMPARE, "page-compare", compared())));
    return List.of(HeaderActions.shown(pages, model.stateProperty().isEqualTo(LoadState.READY)));
  }

  @Override
  public List<Node> actions() {
    return new HeaderActions(ui, texts, model).nodes();
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
  }

  ModelViewModel model() {
    return model;
  }

  /** What of the runs is looked at. */
  ObjectProperty<Page> pageProperty() {
    return page;
  }

  private ObservableValue<String> latest() {
    return Bindings.createStringBinding(
        () ->
            model.runs().all().isEmpty()
                ? ""
                : texts.get("badge", Long.toString(model.runs().all().getFirst().id())),
        model.runs().all(),
        ui.language().tongueProperty());
  }

  private ObservableValue<String> selected() {
    return Bindings.createStringBinding(
        () ->
            model.runs().selectedProperty().get() instanceof RunView run
                ? texts.get("run", Long.toString(run.id()))
                : texts.get("column.run"),
        model.runs().selectedProperty(),
        ui.language().tongueProperty());
  }

  private ObservableValue<String> compared() {
    return Bindings.createStringBinding(
        () -> {
          int chosen = model.runs().chosenProperty().get().size();
          return chosen > 1 ? texts.get("page.compare", chosen) : texts.get("page.all");
        },
        model.runs().chosenProperty(),
        ui.language().tongueProperty());
  }

  private Parent build(Consumer<String> open) {
    RunFormPane pane = new RunFormPane(ui, texts, model.form());
    StackPane.setAlignment(pane, Pos.TOP_RIGHT);
    StatePane states =
        StatePane.of(
            model.stateProperty(),
            texts,
            () -> nothing(open),
            () -> new StatePane(page, this::page));
    return new StackPane(states, pane);
  }

  private Node page(Page now) {
    return switch (now) {
      case RUN -> new RunPage(ui, texts, model);
      case QUALITY -> new QualityPage(ui, texts, model);
      case COMPARE -> new ComparePage(ui, texts, model);
    };
  }

  private Node nothing(Consumer<String> open) {
    Node noData =
        new EmptyState(
            Feather.DATABASE,
            texts.bind("no-data"),
            texts.bind("no-data.next"),
            EmptyState.action(texts.bind("no-data.action"), () -> open.accept("data")));
    Node noRuns =
        new EmptyState(
            Feather.ACTIVITY,
            texts.bind("no-runs"),
            texts.bind("no-runs.next"),
            EmptyState.action(texts.bind("new-run"), model.form()::show));
    return new StackPane(
        HeaderActions.shown(noData, model.trainableProperty().not()),
        HeaderActions.shown(noRuns, model.trainableProperty()));
  }
}
