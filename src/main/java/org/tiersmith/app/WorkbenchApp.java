package org.tiersmith.app;

import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.Preferences;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.BackgroundJobRunner;
import org.tiersmith.ui.kit.Notices;

/** The JavaFX side of the program's start: makes what the window needs and shows it. */
public class WorkbenchApp extends Application {
  private static final URL ICON =
      Objects.requireNonNull(WorkbenchApp.class.getResource("icon.png"), "icon.png");

  /** Writes preferences, so that the window never waits for the disk. */
  private final ExecutorService disk = Executors.newSingleThreadExecutor();

  private @Nullable WorkbenchWindow window;
  private CompletableFuture<Void> warm = new CompletableFuture<>();

  @Override
  public void start(Stage stage) {
    Notices notices = new Notices();
    BackgroundJobRunner jobs =
        new BackgroundJobRunner(
            (job, failure) -> Platform.runLater(() -> notices.problem(failure)));
    Workbench workbench =
        new Workbench(new Preferences(Preferences.usualFile(), disk), jobs, Folders.models());
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, failure) -> notices.problem(failure));
    stage.getIcons().add(new Image(ICON.toExternalForm()));
    window = new WorkbenchWindow(workbench, notices, stage, getHostServices());
    warm = window.show();
    getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(window::open);
  }

  /** Done when the window is open and the parts of its screens are warm. */
  final CompletableFuture<Void> warm() {
    return warm;
  }

  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
    disk.close();
  }
}
