package org.tiersmith.ui.shell;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Language;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Tasks;
import org.tiersmith.ui.kit.Theme;
import org.tiersmith.ui.kit.Ui;

/**
 * Makes the parts of the screens before a person comes to these screens, off the FX thread and out
 * of sight, and draws them once. Java and JavaFX load, link and style each kind of part the first
 * time that it is made, which takes several tenths of a second while the processors are busy with
 * training.
 */
public final class WarmUp {
  private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

  /** After so many, Java has compiled most of what styling and layout take. */
  private static final int ROUNDS = 16;

  private WarmUp() {}

  /**
   * Begins on a thread of its own; shares nothing that changes.
   *
   * @return done when all parts are warm
   */
  public static CompletableFuture<Void> begin(Ui ui) {
    Language language = new Language(ui.language().tongue());
    Notices notices = new Notices();
    Tasks tasks =
        new Tasks(new SameThreadJobRunner((job, failure) -> {}), FxDispatcher.direct(), notices);
    Ui own =
        new Ui(
            language,
            new Formats(language),
            ui.theme(),
            tasks,
            notices,
            ui.desktop(),
            Runnable::run);
    return CompletableFuture.supplyAsync(
            () -> {
              loadClasses();
              IntStream.range(1, ROUNDS).forEach(round -> make(own));
              return make(own);
            },
            work -> Thread.ofPlatform().daemon().name("warm-up").start(work))
        .thenCompose(WarmUp::draw)
        .whenComplete(
            (done, thrown) -> {
              if (thrown != null) {
                LOG.log(System.Logger.Level.WARNING, "The window starts cold", thrown);
              }
            });
  }

  private static void loadClasses() {
    try {
      ScreenClasses.load();
    } catch (IOException | URISyntaxException | ClassNotFoundException e) {
      throw new IllegalStateException("The screens' classes could not be loaded", e);
    }
  }

  /** Draws once what has been made: glyphs and shapes are slow at their first time too. */
  private static CompletableFuture<Void> draw(Parent root) {
    CompletableFuture<Void> drawn = new CompletableFuture<>();
    Platform.runLater(
        () ->
            root.snapshot(
                result -> {
                  drawn.complete(null);
                  return null;
                },
                null,
                null));
    return drawn;
  }

  private static Parent make(Ui ui) {
    Parent root = new Scroller(new Gallery(ui).content());
    root.getStyleClass().add("ts-shell");
    Theme.sheet(new Scene(root, 1366, 768));
    root.applyCss();
    root.layout();
    return root;
  }
}
