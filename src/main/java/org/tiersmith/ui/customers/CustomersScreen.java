package org.tiersmith.ui.customers;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.ui.customers.CustomersViewModel.Page;
import org.tiersmith.ui.customers.SegmentsViewModel.Divided;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.EmptyState;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.ScreenFrame;
import org.tiersmith.ui.kit.StatePane;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.Waiting;

/** Customers: how they divide, who they are, when they buy, and what models read of them. */
public final class CustomersScreen implements Screen {
  private final Ui ui;
  private final Texts texts;
  private final CustomersViewModel model;
  private final Runnable toData;
  private final ScreenFrame frame;

  /**
   * @param toData opens the screen on which data comes in
   */
  public CustomersScreen(ProjectSession session, Ui ui, Runnable toData) {
    this(new CustomersViewModel(CustomerDesk.of(session), ui.tasks(), ui.notices()), ui, toData);
  }

  CustomersScreen(CustomersViewModel model, Ui ui, Runnable toData) {
    this.model = model;
    this.ui = ui;
    this.toData = toData;
    this.texts = ui.texts("customers");
    this.frame =
        ScreenFrame.of("customers", Feather.USERS, texts.bind("name")).withBadge(segments());
  }

  @Override
  public ScreenFrame frame() {
    return frame;
  }

  @Override
  public Parent content() {
    return new StatePane(
        model.stateProperty(),
        state ->
            switch (state) {
              case NOTHING -> nothing("empty", "empty-next", Feather.USERS);
              case LOADING -> new Waiting(texts.bind("loading"));
              case READY -> new StatePane(model.pageProperty(), this::page);
              case FAILED -> nothing("failed", "failed.next", Feather.ALERT_TRIANGLE);
            });
  }

  private Node page(Page page) {
    return switch (page) {
      case SEGMENTS -> new SegmentsPage(model.segments(), ui, texts, model::showPeople);
      case RULES -> new RulesPage(model.rules(), ui, texts);
      case PEOPLE -> new PeoplePage(model.people(), model.segments(), ui, texts);
      case SEASONS -> new SeasonPage(model.seasons(), ui, texts);
      case TEXTS -> new TextsPage(model.texts(), ui, texts);
    };
  }

  @Override
  public List<Node> leading() {
    ChoiceBar<Page> pages =
        new ChoiceBar<>(
            model.pageProperty(),
            List.of(
                new Choice<>(Page.SEGMENTS, "page-segments", texts.bind("segments")),
                new Choice<>(Page.RULES, "page-rules", texts.bind("rules")),
                new Choice<>(Page.PEOPLE, "page-people", texts.bind("people")),
                new Choice<>(Page.SEASONS, "page-seasons", texts.bind("season")),
                new Choice<>(Page.TEXTS, "page-texts", texts.bind("reads"))));
    pages.visibleProperty().bind(model.stateProperty().map(state -> state == LoadState.READY));
    return List.of(pages);
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

  CustomersViewModel model() {
    return model;
  }

  private ObservableValue<String> segments() {
    return Bindings.createStringBinding(
        () -> {
          Divided divided = model.segments().divided().valueProperty().get();
          return divided == null ? "" : texts.get("badge", divided.segments().size());
        },
        model.segments().divided().valueProperty(),
        ui.language().tongueProperty());
  }

  private Node nothing(String sentence, String next, Feather icon) {
    return new EmptyState(
        icon,
        texts.bind(sentence),
        texts.bind(next),
        EmptyState.action(texts.bind("to-data"), toData));
  }
}
