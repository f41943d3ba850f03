package org.tiersmith.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.NoticeStack;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.ScreenFrame;
import org.tiersmith.ui.kit.Scroller;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Theme;
import org.tiersmith.ui.kit.Theme.Mode;
import org.tiersmith.ui.kit.Ui;

/** The content of the workbench's window. */
public final class Shell extends BorderPane {
  private final Ui ui;
  private final ShellModel model;
  private final Texts texts;
  private final StackPane place = new StackPane();
  private final Map<Screen, ScrollPane> opened = new HashMap<>();

  public Shell(Ui ui, ShellModel model) {
    this.ui = ui;
    this.model = model;
    this.texts = ui.texts("shell");
    getStyleClass().addAll("ts-shell", "ts-page");
    NoticeStack notices = new NoticeStack(ui.notices(), ui.language());
    StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
    StackPane middle = new StackPane(place, notices);
    BorderPane right = new BorderPane(middle);
    right.setTop(new TopBar(model));
    right.setBottom(new TaskBar(ui.tasks(), model, texts));
    setLeft(new Rail(model, foot()));
    setCenter(right);
    model.currentProperty().subscribe(this::show);
    Theme.readyChinese(
        task -> Thread.ofPlatform().daemon().name("fonts").start(task),
        () -> ui.language().tongueProperty().subscribe(this::speak),
        ui.notices()::problem);
  }

  /** The places in the rail while no project is open, after the given home screen. */
  public static List<Screen> pending(Ui ui, Screen home) {
    Texts texts = ui.texts("shell");
    return List.of(
        home,
        pending("data", Feather.DATABASE, texts),
        pending("customers", Feather.USERS, texts),
        pending("model", Feather.ACTIVITY, texts),
        pending("strategy", Feather.SLIDERS, texts),
        pending("plan", Feather.CLIPBOARD, texts));
  }

  private static Screen pending(String id, Feather icon, Texts texts) {
    return new PendingScreen(ScreenFrame.of(id, icon, texts.bind(id)).disabled());
  }

  /** A scene with this shell: dressed, with its keyboard shortcuts. */
  public Scene scene(double width, double height) {
    Scene scene = new Scene(this, width, height);
    ui.theme().dress(scene);
    Shortcuts.install(scene, model);
    return scene;
  }

  private Node foot() {
    VBox foot = new VBox(4);
    foot.getStyleClass().add("ts-rail-foot");
    foot.getChildren()
        .addAll(
            Rail.choices(
                ui.language().tongueProperty(),
                ui.language()::speak,
                List.of(named(Tongue.ENGLISH), named(Tongue.CHINESE))),
            Rail.choices(
                ui.theme().modeProperty(),
                ui.theme()::wear,
                List.of(
                    new Rail.Choice<>(Mode.LIGHT, texts.bind("light")),
                    new Rail.Choice<>(Mode.DARK, texts.bind("dark")))));
    return foot;
  }

  private static Rail.Choice<Tongue> named(Tongue tongue) {
    return new Rail.Choice<>(tongue, new ReadOnlyStringWrapper(tongue.ownName()));
  }

  private void show(Screen screen) {
    opened.keySet().retainAll(model.screens());
    place.getChildren().setAll(opened.computeIfAbsent(screen, s -> scrolled(s.content())));
  }

  private static ScrollPane scrolled(Parent content) {
    ScrollPane scroll = new Scroller(content);
    scroll.getStyleClass().add("ts-screen");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  /** Sets the window in Chinese only once the font is there: what is styled before stays so. */
  private void speak(Tongue tongue) {
    getStyleClass().remove("chinese-ui");
    if (tongue == Tongue.CHINESE) {
      getStyleClass().add("chinese-ui");
    }
  }
}
