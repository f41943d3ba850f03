package org.tiersmith.ui.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** A screen's content, which is another one in each state; each is made when it is first needed. */
public final class StatePane extends StackPane {

  /**
   * @param content makes what a state shows; called once a state
   */
  public <S> StatePane(ObservableValue<S> state, Function<S, Node> content) {
    getStyleClass().add("ts-page");
    Map<S, Node> made = new HashMap<>();
    state.subscribe(
        now -> {
          if (!made.containsKey(now)) {
            made.put(now, content.apply(now));
          }
          getChildren().setAll(made.get(now));
        });
  }
}
