package org.tiersmith.ui.customers;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.service.GivenNames;
import org.tiersmith.ui.customers.ComparisonsViewModel.Page;
import org.tiersmith.ui.customers.SegmentsViewModel.Ways;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.EmptyState;
import org.tiersmith.ui.kit.StatePane;
import org.tiersmith.ui.kit.Steps;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.Waiting;

/** The segments above; below, what the selected one is like and how all compare. */
final class SegmentsPage extends VBox {
  private final SegmentsViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final Runnable toPeople;

  /**
   * @param toPeople shows the customers of the segment that is looked at
   */
  SegmentsPage(SegmentsViewModel model, Ui ui, Texts texts, Runnable toPeople) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.toPeople = toPeople;
    getStyleClass().add("ts-content");
    Steps.take(ui.later(), () -> getChildren().add(segments()), () -> getChildren().add(details()));
    model.look();
  }

  private Card segments() {
    StatePane table =
        new StatePane(
            model.divided().keptProperty(),
            state ->
                switch (state) {
                  case LOADING -> new Waiting(texts.bind("loading"));
                  case NOTHING -> lapsed("cancelled", "cancelled.next", Feather.SLASH);
                  case FAILED -> lapsed("failed", "failed.next", Feather.ALERT_TRIANGLE);
                  case READY -> new SegmentTable(model, ui, texts);
                });
    table.getStyleClass().remove("ts-page");
    Card card = new Card(texts.bind("segments"), table).growing(table);
    card.withActions(schemes());
    card.setMinHeight(190);
    card.setPrefHeight(300);
    VBox.setVgrow(card, Priority.SOMETIMES);
    return card;
  }

  private Node lapsed(String sentence, String next, Feather icon) {
    return new EmptyState(
        icon,
        texts.bind(sentence),
        texts.bind(next),
        EmptyState.action(texts.bind("again"), model::load));
  }

  private Node schemes() {
    ComboBox<SegmentScheme> schemes =
        Combos.of(ui.language(), scheme -> ui.language().say(scheme.title()));
    schemes.setId("scheme");
    schemes.setPrefWidth(280);
    schemes.getStyleClass().add("ts-small");
    schemes.accessibleTextProperty().bind(texts.bind("divide-by"));
    model.waysProperty().subscribe(ways -> show(schemes, ways));
    schemes.setOnAction(
        event -> {
          SegmentScheme chosen = schemes.getValue();
          if (chosen != null) {
            model.choose(chosen);
          }
        });
    return schemes;
  }

  private static void show(ComboBox<SegmentScheme> schemes, @Nullable Ways ways) {
    if (ways != null) {
      if (!schemes.getItems().equals(ways.schemes())) {
        schemes.getItems().setAll(ways.schemes());
      }
      schemes.setValue(ways.chosen());
    }
  }

  private Card details() {
    ComparisonsViewModel comparisons = model.comparisons();
    ChoiceBar<Page> pages =
        new ChoiceBar<>(
            comparisons.pageProperty(),
            List.of(
                new Choice<>(Page.PORTRAIT, "page-portrait", texts.bind("page.portrait")),
                new Choice<>(Page.MOVEMENT, "page-movement", texts.bind("page.movement")),
                new Choice<>(Page.OVERLAP, "page-overlap", texts.bind("page.overlap")),
                new Choice<>(Page.GROUPS, "page-groups", texts.bind("page.groups"))));
    Node groups = pages.getChildren().getLast();
    groups
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !SegmentScheme.CLUSTER.equals(comparisons.schemeProperty().get()),
                comparisons.schemeProperty()));
    StatePane page =
        new StatePane(
            comparisons.pageProperty(),
            now ->
                switch (now) {
                  case PORTRAIT -> new SegmentPortraitPane(model, ui, texts);
                  case MOVEMENT -> new MovementPane(model, ui, texts);
                  case OVERLAP -> new OverlapPane(model, ui, texts);
                  case GROUPS -> new GroupsPane(model, ui, texts);
                });
    page.getStyleClass().remove("ts-page");
    Card card =
        new Card(
                Bindings.createStringBinding(
                    this::name, model.selectedProperty(), ui.language().tongueProperty()),
                page)
            .growing(page);
    HBox actions = new HBox(12, Buttons.link(texts.bind("its-customers"), toPeople), pages);
    actions.getStyleClass().add("ts-row");
    card.withActions(actions);
    card.visibleProperty().bind(model.selectedProperty().isNotNull());
    card.managedProperty().bind(card.visibleProperty());
    card.setMinHeight(Region.USE_PREF_SIZE);
    card.setPrefHeight(368);
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }

  private String name() {
    String selected = model.selectedProperty().get();
    return selected == null
        ? texts.get("no-segment")
        : ui.language().say(GivenNames.segment(selected));
  }
}
