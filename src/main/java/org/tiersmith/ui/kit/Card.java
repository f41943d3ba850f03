package org.tiersmith.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A white field with a thin border, a title, a muted line beside it, and content below. */
public final class Card extends VBox {
  private final HBox header = new HBox();
  private final HBox actions = new HBox();

  /** A card without a header. */
  public Card(Node... content) {
    getStyleClass().add("ts-card");
    header.getStyleClass().add("ts-card-header");
    actions.getStyleClass().add("ts-card-actions");
    getChildren().addAll(content);
  }

  /** A card with a title. */
  public Card(ObservableValue<String> title, Node... content) {
    this(content);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    header.getChildren().addAll(Labels.section(title), gap, actions);
    getChildren().addFirst(header);
  }

  /** Adds a muted line after the title. */
  public Card subtitled(ObservableValue<String> subtitle) {
    Label label = Labels.muted(subtitle);
    label.setMinWidth(0);
    header.getChildren().add(1, label);
    return this;
  }

  /** Adds buttons at the header's right end. */
  public Card withActions(Node... nodes) {
    actions.getChildren().addAll(nodes);
    return this;
  }

  /** Lets that child take the height that is left. */
  public Card growing(Node child) {
    VBox.setVgrow(child, Priority.ALWAYS);
    return this;
  }
}
