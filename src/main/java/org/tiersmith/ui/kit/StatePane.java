package org.tiersmith.ui.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * A screen's content, which is another one in each state; each is made when it is first seen, so
 * that the pages of screens that nobody looks at cost nothing, and a page that is made step by step
 * (see {@link Steps}) is also styled and laid out so.
 */
public final class StatePane extends StackPane {

  /**
   * A page of what is read in the background: it says so while it is read (text {@code loading})
   * and when it could not be (texts {@code failed}, {@code failed.next}).
   *
   * @param screen the texts of the screen
   * @param nothing makes what stands where there is nothing yet
   * @param ready makes what stands there otherwise
   */
  public static StatePane of(
      ObservableValue<LoadState> state,
      Texts screen,
      Supplier<Node> nothing,
      Supplier<Node> ready) {
    return new StatePane(
        state,
        now ->
            switch (now) {
              case LOADING -> new Waiting(screen.bind("loading"));
              case NOTHING -> nothing.get();
              case FAILED ->
                  new EmptyState(
                      Feather.ALERT_TRIANGLE, screen.bind("failed"), screen.bind("failed.next"));
              case READY -> ready.get();
            });
  }

  /**
   * @param content makes what a state shows; called once a state
   */
  public <S> StatePane(ObservableValue<S> state, Function<S, Node> content) {
    getStyleClass().add("ts-page");
    Map<S, Node> made = new HashMap<>();
    Runnable show =
        () -> {
          if (getScene() != null) {
            S now = state.getValue();
            if (!made.containsKey(now)) {
              made.put(now, content.apply(now));
            }
            Node page = made.get(now);
            if (!getChildren().contains(page)) {
              getChildren().setAll(page);
            }
          }
        };
    state.subscribe(show);
    sceneProperty().subscribe(show);
  }
}
