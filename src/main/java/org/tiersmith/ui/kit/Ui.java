package org.tiersmith.ui.kit;

import java.util.concurrent.Executor;

/**
 * What every screen is given: language, formats, look, tasks, notices and the desktop.
 *
 * @param later runs on the FX thread, a frame or so later: for {@link Steps}
 */
public record Ui(
    Language language,
    Formats formats,
    Theme theme,
    Tasks tasks,
    Notices notices,
    Desktop desktop,
    Executor later) {

  /** The texts of a screen. */
  public Texts texts(String screen) {
    return new Texts(language, screen);
  }
}
