package org.tiersmith.ui.customers;

import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.ui.customers.CustomersViewModel.Shown;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.EmptyState;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.ScreenFrame;
import org.tiersmith.ui.kit.StatePane;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.Waiting;

/** The customers screen: how they divide, what each segment is worth, and who is in it. */
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
              case READY -> new CustomersPane(model, ui, texts);
              case FAILED -> nothing("failed", "failed-next", Feather.ALERT_TRIANGLE);
            });
  }

  @Override
  public List<Node> leading() {
    Label by = Labels.muted(texts.bind("divide-by"));
    by.setMinWidth(Label.USE_PREF_SIZE);
    ComboBox<SegmentScheme> schemes =
        Combos.of(ui.language(), scheme -> ui.language().say(scheme.title()));
    schemes.setId("scheme");
    schemes.setPrefWidth(300);
    by.setLabelFor(schemes);
    schemes.accessibleTextProperty().bind(texts.bind("divide-by"));
    model
        .shownProperty()
        .subscribe(
            shown -> {
              if (shown != null) {
                schemes.getItems().setAll(shown.schemes());
                schemes.setValue(shown.chosen());
              }
            });
    schemes.setOnAction(
        event -> {
          if (Objects.nonNull(schemes.getValue())) {
            model.choose(schemes.getValue());
          }
        });
    model
        .stateProperty()
        .subscribe(
            state -> {
              by.setVisible(state == LoadState.READY);
              schemes.setVisible(state == LoadState.READY);
            });
    return List.of(by, schemes);
  }

  @Override
  public void close() {
    model.close();
  }

  private ObservableValue<String> segments() {
    return Bindings.createStringBinding(
        () -> {
          Shown shown = model.shownProperty().get();
          return shown == null ? "" : texts.get("badge", shown.segments().size());
        },
        model.shownProperty(),
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
