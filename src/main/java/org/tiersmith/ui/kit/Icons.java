package org.tiersmith.ui.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Line icons, coloured by the style sheet. */
public final class Icons {
  private Icons() {}

  /** An icon for a button or a line of text, 16 pixels high. */
  public static FontIcon of(Feather icon) {
    return of(icon, 16);
  }

  public static FontIcon of(Feather icon, int size) {
    FontIcon node = new FontIcon(icon);
    node.getStyleClass().add("icon");
    node.setStyle("-fx-icon-size: %1$dpx; -fx-font-size: %1$dpx;".formatted(size));
    return node;
  }
}
