package org.tiersmith.ui.kit;

import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.tiersmith.task.SameThreadJobRunner;

/**
 * Makes the parts of the screens before a person comes to these screens, off the FX thread and out
 * of sight. Java and JavaFX load, link and style each kind of part the first time that it is made,
 * which takes several tenths of a second while the processors are busy with training.
 */
public final class WarmUp {
  /** After so many, Java has compiled most of what styling and layout take. */
  private static final int ROUNDS = 8;

  private WarmUp() {}

  /** Begins on a thread of its own, which ends by itself; shares nothing that changes. */
  public static void begin(Ui ui) {
    Language language = new Language(ui.language().tongue());
    Notices notices = new Notices();
    Tasks tasks =
        new Tasks(
            new SameThreadJobRunner((job, failure) -> {}), FxDispatcher.direct(), notices);
    Ui own =
        new Ui(language, new Formats(language), ui.theme(), tasks, notices, ui.desktop());
    Thread.ofPlatform()
        .daemon()
        .name("warm-up")
        .start(() -> IntStream.range(0, ROUNDS).forEach(round -> make(own)));
  }

  private static void make(Ui ui) {
    Parent root = new ScrollPane(new Gallery(ui).content());
    root.getStyleClass().add("ts-shell");
    Theme.sheet(new Scene(root, 1366, 768));
    root.applyCss();
    root.layout();
  }
}
