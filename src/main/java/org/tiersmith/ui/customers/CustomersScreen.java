package org.tiersmith.ui.customers;

import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.ui.customers.CustomersViewModel.Shown;
import org.tiersmith.ui.customers.CustomersViewModel.State;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.EmptyState;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.Waiting;

/** The customers screen: how they divide, what each segment is worth, and who is in it. */
public final class CustomersScreen implements Screen {
  private final Ui ui;
  private final Texts texts;
  private final CustomersViewModel model;
  private final Runnable toData;

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
  }

  @Override
  public String id() {
    return "customers";
  }

  @Override
  public Feather icon() {
    return Feather.USERS;
  }

  @Override
  public ObservableValue<String> name() {
    return texts.bind("name");
  }

  @Override
  public ObservableValue<String> badge() {
    return Bindings.createStringBinding(
        () -> {
          Shown shown = model.shownProperty().get();
          return shown == null ? "" : texts.get("badge", shown.segments().size());
        },
        model.shownProperty(),
        ui.language().tongueProperty());
  }

  @Override
  public ObservableValue<Boolean> enabled() {
    return new ReadOnlyBooleanWrapper(true);
  }

  @Override
  public Parent content() {
    StackPane place = new StackPane();
    place.getStyleClass().add("ts-page");
    Parent ready = new CustomersPane(model, ui, texts);
    model
        .stateProperty()
        .subscribe(
            state ->
                place
                    .getChildren()
                    .setAll(
                        switch (state) {
                          case EMPTY -> nothing("empty", "empty-next", Feather.USERS);
                          case LOADING -> new Waiting(texts.bind("loading"));
                          case READY -> ready;
                          case FAILED -> nothing("failed", "failed-next", Feather.ALERT_TRIANGLE);
                        }));
    return place;
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
              by.setVisible(state == State.READY);
              schemes.setVisible(state == State.READY);
            });
    return List.of(by, schemes);
  }

  @Override
  public void close() {
    model.close();
  }

  private Node nothing(String sentence, String next, Feather icon) {
    return new EmptyState(
        icon,
        texts.bind(sentence),
        texts.bind(next),
        EmptyState.action(texts.bind("to-data"), toData));
  }
}
