package org.tiersmith.ui.model;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RunView;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.EmptyState;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.ScreenFrame;
import org.tiersmith.ui.kit.StatePane;
import org.tiersmith.ui.kit.Steps;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** Model: runs while and after they learn, and what the model says of segments and pairs. */
public final class ModelScreen implements Screen {
  private static final double LEFT_WIDTH = 340;

  private final Ui ui;
  private final Texts texts;
  private final ModelViewModel model;
  private final RunFormViewModel form;
  private final ScreenFrame frame;
  private final Parent content;

  ModelScreen(Ui ui, ModelDesk desk, Consumer<String> open) {
    this.ui = ui;
    this.texts = ui.texts("model");
    this.model = new ModelViewModel(desk, ui.tasks(), ui.notices());
    this.form = new RunFormViewModel(desk, ui.tasks(), ui.notices(), model::train);
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
  public List<Node> actions() {
    Button cancel = Buttons.plain(texts.bind("cancel"), model::cancel);
    cancel.setId("run-cancel");
    shown(cancel, model.cancellableProperty());
    Button score = Buttons.plain(texts.bind("score"), model::score);
    score.setId("score");
    score
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.scoringProperty().get()
                        || !(model.selectedProperty().get() instanceof RunView run
                            && run.scorable()),
                model.scoringProperty(),
                model.selectedProperty()));
    shown(score, model.stateProperty().isEqualTo(LoadState.READY));
    Button fresh = Buttons.accent(texts.bind("new-run"), form::show);
    fresh.setId("new-run");
    shown(fresh, model.trainableProperty());
    return List.of(cancel, score, fresh);
  }

  @Override
  public void close() {
    model.close();
  }

  ModelViewModel model() {
    return model;
  }

  RunFormViewModel form() {
    return form;
  }

  private ObservableValue<String> latest() {
    return Bindings.createStringBinding(
        () ->
            model.runs().isEmpty()
                ? ""
                : texts.get("badge", Long.toString(model.runs().getFirst().id())),
        model.runs(),
        ui.language().tongueProperty());
  }

  private Parent build(Consumer<String> open) {
    RunFormPane pane = new RunFormPane(ui, texts, form);
    StackPane.setAlignment(pane, Pos.TOP_RIGHT);
    StatePane states = StatePane.of(model.stateProperty(), texts, () -> nothing(open), this::ready);
    return new StackPane(states, pane);
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
            EmptyState.action(texts.bind("new-run"), form::show));
    return new StackPane(
        shown(noData, model.trainableProperty().not()), shown(noRuns, model.trainableProperty()));
  }

  private static Node shown(Node node, ObservableBooleanValue when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }

  private Node ready() {
    HBox content = new HBox(12);
    content.getStyleClass().add("ts-content");
    VBox left = new VBox(12);
    left.setMinWidth(LEFT_WIDTH);
    left.setPrefWidth(LEFT_WIDTH);
    left.setMaxWidth(LEFT_WIDTH);
    VBox right = new VBox(12);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox bottom = new HBox(12);
    bottom.setMinHeight(260);
    bottom.setPrefHeight(320);
    VBox.setVgrow(bottom, Priority.ALWAYS);
    content.getChildren().addAll(left, right);
    Steps.take(
        ui.later(),
        () -> left.getChildren().add(runs()),
        () -> left.getChildren().add(facts()),
        () -> right.getChildren().add(figures()),
        () -> right.getChildren().addAll(charts(), bottom),
        () -> bottom.getChildren().add(segments()),
        () -> bottom.getChildren().add(pair()));
    return content;
  }

  private Node runs() {
    RunTable table = new RunTable(ui, texts, model);
    table.setMinHeight(120);
    table.setPrefHeight(220);
    return new Card(texts.bind("runs"), table);
  }

  private Node facts() {
    RunDetails details = new RunDetails(ui, texts, model);
    VBox.setVgrow(details, Priority.ALWAYS);
    details.setMinHeight(120);
    Card facts =
        new Card(
            Bindings.createStringBinding(
                () ->
                    model.selectedProperty().get() instanceof RunView run
                        ? texts.get("run", Long.toString(run.id()))
                        : "",
                model.selectedProperty(),
                ui.language().tongueProperty()),
            details);
    VBox.setVgrow(facts, Priority.ALWAYS);
    return facts;
  }

  private Node figures() {
    RunFigures figures = new RunFigures(ui, texts, model);
    figures.setMinHeight(Region.USE_PREF_SIZE);
    return figures;
  }

  private Node charts() {
    RunCharts charts = new RunCharts(ui, texts, model);
    charts.setMinHeight(210);
    charts.setPrefHeight(250);
    VBox.setVgrow(charts, Priority.SOMETIMES);
    return charts;
  }

  private Node segments() {
    SegmentHills hills = new SegmentHills(ui, texts, model);
    HBox.setHgrow(hills, Priority.ALWAYS);
    hills.setMinWidth(300);
    hills.setPrefWidth(430);
    return hills;
  }

  private Node pair() {
    PairCard pair = new PairCard(ui, texts, model);
    pair.setMinWidth(300);
    pair.setPrefWidth(350);
    return pair;
  }
}
