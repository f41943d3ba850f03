package org.tiersmith.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ScrollPaneSkin;

/**
 * A scroll pane that paints only what has changed. JavaFX's own keeps its content as one picture,
 * which makes scrolling cheap but paints all of the content anew for every label that changes: ten
 * times the work while a slider moves.
 */
public class Scroller extends ScrollPane {

  public Scroller() {}

  public Scroller(Node content) {
    super(content);
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    ScrollPaneSkin skin = new ScrollPaneSkin(this);
    for (Node part : skin.getChildren()) {
      part.setCache(false);
    }
    return skin;
  }
}
