package org.tiersmith.ui.plan;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.service.GivenNames;
import org.tiersmith.service.PlanView;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Desktop.FileKind;
import org.tiersmith.ui.kit.EmptyState;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.ScreenFrame;
import org.tiersmith.ui.kit.StatePane;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** Plan: frozen scenarios with their totals and provenance, ready to be exported. */
public final class PlanScreen implements Screen {
  private static final double DETAILS_WIDTH = 372;

  private final Ui ui;
  private final Texts texts;
  private final PlanViewModel model;
  private final ScreenFrame frame;
  private final Parent content;

  PlanScreen(Ui ui, PlanDesk desk, Consumer<String> open) {
    this.ui = ui;
    this.texts = ui.texts("plan");
    this.model = new PlanViewModel(desk, ui.tasks(), ui.notices());
    this.frame = ScreenFrame.of("plan", Feather.CLIPBOARD, texts.bind("name")).withBadge(count());
    this.content =
        StatePane.of(
            model.stateProperty(),
            texts,
            () ->
                new EmptyState(
                    Feather.CLIPBOARD,
                    texts.bind("empty"),
                    texts.bind("empty.next"),
                    EmptyState.action(texts.bind("empty.action"), () -> open.accept("strategy"))),
            this::ready);
  }

  /**
   * The screen of an open project. On the FX thread.
   *
   * @param open goes to the screen with that id
   */
  public static PlanScreen of(Ui ui, ProjectSession session, Consumer<String> open) {
    return new PlanScreen(ui, PlanDesk.of(session), open);
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
    Button freeze =
        Buttons.accent(
            Bindings.createStringBinding(
                () ->
                    model.candidateProperty().get() instanceof org.tiersmith.strategy.Scenario s
                        ? texts.get("freeze", named(s.name()))
                        : texts.get("freeze.none"),
                model.candidateProperty(),
                ui.language().tongueProperty()),
            model::freeze);
    freeze.setId("freeze");
    freeze.disableProperty().bind(model.candidateProperty().isNull());
    return List.of(freeze);
  }

  @Override
  public void close() {
    model.close();
  }

  PlanViewModel model() {
    return model;
  }

  private ObservableValue<String> count() {
    return Bindings.createStringBinding(
        () -> model.plans().isEmpty() ? "" : ui.formats().count(model.plans().size()),
        model.plans(),
        ui.language().tongueProperty());
  }

  private Node ready() {
    PlanTable table = new PlanTable(ui, texts, model);
    Card list = new Card(texts.bind("plans"), table).growing(table);
    HBox.setHgrow(list, Priority.ALWAYS);
    PlanDetails details = new PlanDetails(ui, texts, model);
    Button export = Buttons.accent(texts.bind("export"), this::export);
    export.setId("export");
    Button remove = Buttons.plain(texts.bind("remove"), this::remove);
    remove.setId("remove");
    HBox buttons = new HBox(8, export, remove);
    VBox.setVgrow(details, Priority.ALWAYS);
    Card card =
        new Card(
            Bindings.createStringBinding(
                () ->
                    model.selectedProperty().get() instanceof PlanView view
                        ? named(view.plan().name())
                        : "",
                model.selectedProperty(),
                ui.language().tongueProperty()),
            details,
            buttons);
    card.setMinWidth(DETAILS_WIDTH);
    card.setPrefWidth(DETAILS_WIDTH);
    card.setMaxWidth(DETAILS_WIDTH);
    HBox content = new HBox(12, list, card);
    content.getStyleClass().add("ts-content");
    content.setMinHeight(360);
    return content;
  }

  private void export() {
    if (model.selectedProperty().get() instanceof PlanView plan) {
      ui.desktop()
          .chooseTarget(
              texts.get("export.title"),
              fileName(named(plan.plan().name())),
              new FileKind("CSV", List.of("*.csv")))
          .ifPresent(csv -> model.export(plan, csv));
    }
  }

  /** The plan's name, without what file systems refuse. */
  static String fileName(String plan) {
    return plan.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-").strip() + ".csv";
  }

  private String named(String scenario) {
    return ui.language().say(GivenNames.scenario(scenario));
  }

  private void remove() {
    if (model.selectedProperty().get() instanceof PlanView plan
        && ui.desktop()
            .confirm(
                texts.get("remove.title", named(plan.plan().name())),
                texts.get("remove.question"),
                texts.get("remove"),
                texts.get("keep"))) {
      model.remove(plan);
    }
  }
}
