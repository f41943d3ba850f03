package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.service.DatasetView;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.ui.data.DataViewModel.State;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Desktop.FileKind;
import org.tiersmith.ui.kit.EmptyState;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.ScreenFrame;
import org.tiersmith.ui.kit.StatePane;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.Waiting;

/** The data screen: files in, their columns' meaning, and what came of them. */
public final class DataScreen implements Screen {
  static final List<String> PATTERNS =
      List.of(
          "*.csv",
          "*.tsv",
          "*.txt",
          "*.gz",
          "*.zip",
          "*.parquet",
          "*.json",
          "*.jsonl",
          "*.ndjson",
          "*.xlsx");

  private final Ui ui;
  private final Texts texts;
  private final DataViewModel model;
  private final ScreenFrame frame;

  public DataScreen(ProjectSession session, Ui ui) {
    this(new DataViewModel(DataDesk.of(session), ui.tasks(), ui.notices()), ui);
  }

  DataScreen(DataViewModel model, Ui ui) {
    this.model = model;
    this.ui = ui;
    this.texts = ui.texts("data");
    this.frame = ScreenFrame.of("data", Feather.DATABASE, texts.bind("name")).withBadge(events());
  }

  @Override
  public ScreenFrame frame() {
    return frame;
  }

  @Override
  public Parent content() {
    StatePane place =
        new StatePane(
            model.stateProperty(),
            state ->
                switch (state) {
                  case EMPTY -> empty();
                  case LOOKING -> new LookingPane(model.look(), texts);
                  case MAPPING -> new MappingPane(model.mapping(), ui, texts, this::chooseFiles);
                  case IMPORTING -> new Waiting(texts.bind("importing"));
                  case READY -> new ReadyPane(model, ui, texts);
                });
    VBox.setVgrow(place, Priority.ALWAYS);
    VBox above = new VBox(new FoundBar(model, texts), new UpdateChoice(model, texts));
    above.getStyleClass().add("ts-above");
    VBox whole = new VBox(above, place);
    whole.getStyleClass().add("ts-page");
    DropZone.install(whole, model::choose);
    return whole;
  }

  @Override
  public List<Node> actions() {
    Button cancel = only(State.MAPPING, Buttons.plain(texts.bind("cancel"), model::cancel));
    Button start = only(State.MAPPING, Buttons.accent(texts.bind("import"), model::startImport));
    start.setId("import");
    start
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.draft().state().obstacle().isPresent(), model.draft().stateProperty()));
    Button again = only(State.READY, Buttons.plain(texts.bind("import-others"), this::chooseFiles));
    return List.of(again, cancel, start);
  }

  @Override
  public void undo() {
    model.draft().undo();
  }

  @Override
  public void redo() {
    model.draft().redo();
  }

  @Override
  public void close() {
    model.close();
  }

  private ObservableValue<String> events() {
    return Bindings.createStringBinding(
        () -> {
          DatasetView dataset = model.datasetProperty().get();
          return dataset == null
              ? ""
              : texts.get("badge", ui.formats().compact((double) dataset.counts().events()));
        },
        model.datasetProperty(),
        ui.language().tongueProperty());
  }

  private Button only(State state, Button button) {
    model
        .stateProperty()
        .subscribe(
            now -> {
              button.setVisible(now == state);
              button.setManaged(now == state);
            });
    return button;
  }

  private Node empty() {
    EmptyState state =
        new EmptyState(
            Feather.DOWNLOAD,
            texts.bind("empty"),
            texts.bind("empty-next"),
            EmptyState.action(texts.bind("choose-files"), this::chooseFiles));
    state.getStyleClass().add("ts-drop-zone");
    return state;
  }

  private void chooseFiles() {
    List<Path> files =
        ui.desktop()
            .chooseFiles(texts.get("choose-files"), new FileKind(texts.get("file-kind"), PATTERNS));
    model.choose(files);
  }
}
