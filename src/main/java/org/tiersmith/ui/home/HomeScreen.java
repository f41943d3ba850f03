package org.tiersmith.ui.home;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.ui.home.HomeViewModel.State;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Desktop.FileKind;
import org.tiersmith.ui.kit.Icons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.ScreenFrame;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The home screen: the sample project one click away, a new project, projects from before. */
public final class HomeScreen implements Screen {
  private final HomeViewModel<?> model;
  private final Ui ui;
  private final Texts texts;
  private final ScreenFrame frame;

  public HomeScreen(HomeViewModel<?> model, Ui ui) {
    this.model = model;
    this.ui = ui;
    this.texts = ui.texts("home");
    this.frame = ScreenFrame.of("home", Feather.HOME, texts.bind("name"));
  }

  @Override
  public ScreenFrame frame() {
    return frame;
  }

  @Override
  public void shown() {
    model.refresh();
  }

  @Override
  public Parent content() {
    HBox ways =
        new HBox(
            12,
            way(
                Feather.GIFT,
                "sample",
                "sample-open",
                () -> model.openSample(ui.language().tongue().code())),
            way(Feather.FILE_PLUS, "new", "new-create", this::createProject),
            way(Feather.FOLDER, "open", "open-choose", this::openProject));
    VBox page =
        new VBox(
            16,
            new VBox(4, heading(), purpose()),
            ways,
            new OpeningLine(model, texts),
            new RecentCard(model, ui, texts),
            Labels.paragraph(texts.bind("privacy")));
    page.getStyleClass().add("ts-home");
    page.setMaxWidth(940);
    HBox place = new HBox(page);
    place.getStyleClass().add("ts-home-place");
    HBox.setHgrow(page, Priority.ALWAYS);
    return place;
  }

  /** Not as wide as the page: long lines read badly. */
  private Label purpose() {
    Label label = Labels.paragraph(texts.bind("what-it-does"));
    label.setMaxWidth(620);
    return label;
  }

  private Label heading() {
    Label label = Labels.title(texts.bind("welcome"));
    label.getStyleClass().add("ts-welcome");
    return label;
  }

  private Node way(Feather icon, String key, String button, Runnable step) {
    Button action =
        key.equals("sample")
            ? Buttons.accent(texts.bind(button), step)
            : Buttons.plain(texts.bind(button), step);
    action.setId("home-" + key);
    action.disableProperty().bind(model.stateProperty().map(state -> state == State.OPENING));
    Label text = Labels.paragraph(texts.bind(key + "-text"));
    VBox.setVgrow(text, Priority.ALWAYS);
    text.setMaxHeight(Double.MAX_VALUE);
    text.getStyleClass().add("ts-way-text");
    Card card =
        new Card(new HBox(10, Icons.of(icon), Labels.section(texts.bind(key))), text, action);
    card.getStyleClass().add("ts-way");
    card.setPrefWidth(300);
    card.setMinWidth(220);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  @Override
  public void createProject() {
    Path folder = model.folder();
    ui.desktop()
        .chooseTarget(
            texts.get("new"),
            folder.resolve(texts.get("new-name") + ProjectSession.EXTENSION).toString(),
            kind())
        .ifPresent(model::create);
  }

  @Override
  public void openProject() {
    ui.desktop().chooseFile(texts.get("open"), kind()).ifPresent(model::open);
  }

  private FileKind kind() {
    return new FileKind(texts.get("file-kind"), List.of("*" + ProjectSession.EXTENSION));
  }
}
