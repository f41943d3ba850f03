package org.tiersmith.ui.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Line icons, coloured by the style sheet. */
public final class Icons {
  private Icons() {}

  /** An icon for a button or a line of text, 16 pixels high. */
  public static FontIcon of(Feather icon) {
    FontIcon node = new FontIcon(icon);
    node.getStyleClass().add("icon");
    return node;
  }

  /** An icon that stands alone, 32 pixels high. */
  public static FontIcon large(Feather icon) {
    FontIcon node = of(icon);
    node.getStyleClass().add("ts-large");
    return node;
  }
}
