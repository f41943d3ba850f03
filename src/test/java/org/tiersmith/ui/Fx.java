package org.tiersmith.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tiersmith.ui.kit.Fonts;
import org.tiersmith.ui.kit.Theme;

/** The FX thread for tests: started once, with all fonts. */
public final class Fx {
  private static boolean started;

  private Fx() {}

  /** Runs on the FX thread and gives what it returns, or throws what it threw. */
  public static <T> T call(Callable<T> work) {
    start();
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(work.call());
          } catch (Throwable thrown) {
            result.completeExceptionally(thrown);
          }
        });
    try {
      return result.get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e.getCause() == null ? e : e.getCause());
    }
  }

  public static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  /** Waits until nothing is left to do on the FX thread, layout included. */
  public static void settle() {
    WaitForAsyncUtils.waitForFxEvents(3);
  }

  private static synchronized void start() {
    if (!started) {
      started = true;
      try {
        FxToolkit.registerPrimaryStage();
      } catch (java.util.concurrent.TimeoutException e) {
        throw new AssertionError(e);
      }
      Fonts.loadLatin();
      CompletableFuture<Boolean> ready = new CompletableFuture<>();
      Theme.readyChinese(Runnable::run, () -> ready.complete(true), ready::completeExceptionally);
      ready.join();
      WaitForAsyncUtils.waitForFxEvents();
    }
  }
}
