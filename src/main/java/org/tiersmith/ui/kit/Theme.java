package org.tiersmith.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/** Light or dark, switched while windows are open. All methods on the FX thread. */
public final class Theme {
  /** The two looks. */
  public enum Mode {
    LIGHT,
    DARK
  }

  private static final String SHEET =
      Theme.class.getResource("/org/tiersmith/ui/kit/kit.css").toExternalForm();

  private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(this, "mode");

  /** Loads the Latin font and puts the look on. */
  public Theme(Mode mode) {
    Fonts.loadLatin();
    wear(mode);
  }

  public void wear(Mode wanted) {
    if (mode.get() != wanted) {
      Application.setUserAgentStylesheet(
          (wanted == Mode.DARK ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
      mode.set(wanted);
    }
  }

  public Mode mode() {
    return mode.get();
  }

  public ReadOnlyObjectProperty<Mode> modeProperty() {
    return mode.getReadOnlyProperty();
  }

  /** Adds the workbench's own style sheet to a window's scene; its popups take it over. */
  public void dress(Scene scene) {
    sheet(scene);
    mode.subscribe(
        m -> {
          scene.getRoot().getStyleClass().removeAll("light", "dark");
          scene.getRoot().getStyleClass().add(m == Mode.DARK ? "dark" : "light");
        });
  }

  /** Adds the workbench's own style sheet to a scene, in whatever look the program wears. */
  public static void sheet(Scene scene) {
    if (!scene.getStylesheets().contains(SHEET)) {
      scene.getStylesheets().add(SHEET);
    }
  }

  /**
   * Loads the Chinese font on the executor and from then on sets Chinese texts in it.
   *
   * @param ready called on the FX thread when that is so
   * @param failed called on the FX thread with what went wrong
   */
  public static void readyChinese(Executor executor, Runnable ready, Consumer<Throwable> failed) {
    FxDispatcher fx = FxDispatcher.platform();
    CompletableFuture<Void> _ =
        Fonts.loadChinese(executor)
            .whenComplete(
                (nothing, thrown) ->
                    fx.execute(
                        () -> {
                          if (thrown == null) {
                            FontFollower.install();
                            ready.run();
                          } else {
                            failed.accept(thrown);
                          }
                        }));
  }
}
