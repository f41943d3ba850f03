package org.tiersmith.ui.kit;

/** What every screen is given: language, formats, look, tasks, notices and the desktop. */
public record Ui(
    Language language,
    Formats formats,
    Theme theme,
    Tasks tasks,
    Notices notices,
    Desktop desktop) {

  /** The texts of a screen. */
  public Texts texts(String screen) {
    return new Texts(language, screen);
  }
}
