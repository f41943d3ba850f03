package org.tiersmith.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.tiersmith.service.Preferences;
import org.tiersmith.ui.kit.Language;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Theme;
import org.tiersmith.ui.kit.Theme.Mode;

/** Brings a window back as it was left: size, place, theme, language. */
public final class WindowMemory {
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 768;

  private final Preferences preferences;

  public WindowMemory(Preferences preferences) {
    this.preferences = preferences;
  }

  /** The theme of the last time; light at first. */
  public Mode mode() {
    return "dark".equals(preferences.get("window.theme", "light")) ? Mode.DARK : Mode.LIGHT;
  }

  /** The language of the last time; at first that of the machine, if it is one of ours. */
  public Tongue tongue() {
    return Tongue.ofCode(
        preferences.get("window.language", java.util.Locale.getDefault().getLanguage()));
  }

  /** Writes down each change of theme and language. */
  public void follow(Theme theme, Language language) {
    theme
        .modeProperty()
        .subscribe(mode -> preferences.set("window.theme", mode == Mode.DARK ? "dark" : "light"));
    language
        .tongueProperty()
        .subscribe(tongue -> preferences.set("window.language", tongue.code()));
  }

  /** Gives the stage its last size and place, if that place is still on a screen. */
  public void restore(Stage stage) {
    stage.setMinWidth(800);
    stage.setMinHeight(520);
    stage.setWidth(number("window.width", WIDTH));
    stage.setHeight(number("window.height", HEIGHT));
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    double x = number("window.x", Double.NaN);
    double y = number("window.y", Double.NaN);
    if (!Double.isNaN(x) && !Screen.getScreensForRectangle(x, y, 200, 40).isEmpty()) {
      stage.setX(x);
      stage.setY(y);
    } else {
      stage.setWidth(Math.min(stage.getWidth(), room.getWidth()));
      stage.setHeight(Math.min(stage.getHeight(), room.getHeight()));
    }
    stage.setMaximized("true".equals(preferences.get("window.maximised", "false")));
  }

  /** Writes down the stage's size and place; to be called when it is closed. */
  public void keep(Stage stage) {
    preferences.set("window.maximised", Boolean.toString(stage.isMaximized()));
    if (!stage.isMaximized()) {
      preferences.set("window.width", Double.toString(stage.getWidth()));
      preferences.set("window.height", Double.toString(stage.getHeight()));
      preferences.set("window.x", Double.toString(stage.getX()));
      preferences.set("window.y", Double.toString(stage.getY()));
    }
  }

  private double number(String key, double otherwise) {
    try {
      return Double.parseDouble(preferences.get(key, Double.toString(otherwise)));
    } catch (NumberFormatException damaged) {
      return otherwise;
    }
  }
}
