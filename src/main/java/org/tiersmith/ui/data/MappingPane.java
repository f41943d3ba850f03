package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.model.Text;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.ChoiceBar;
import org.tiersmith.ui.kit.ChoiceBar.Choice;
import org.tiersmith.ui.kit.Desktop.FileKind;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;

/** The chosen files, what they mean, and what an import would make of their first rows. */
final class MappingPane extends HBox {
  private static final double FILES = 252;
  private static final double MEANING = 416;

  private final MappingViewModel model;
  private final Texts texts;
  private final Label fault = new Label();

  MappingPane(MappingViewModel model, Ui ui, Texts texts, Runnable addFiles) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("ts-content");
    fault.getStyleClass().add("ts-obstacle");
    fault.setWrapText(true);
    fault.setMinHeight(USE_PREF_SIZE);
    Supplier<Optional<Path>> chooseFile =
        () ->
            ui.desktop()
                .chooseFile(
                    texts.get("choose-file"),
                    new FileKind(texts.get("file-kind"), DataScreen.PATTERNS));
    FilesCard files = new FilesCard(model, ui, texts, addFiles);
    MeaningCard meaning = new MeaningCard(model, ui, texts, chooseFile);
    fixWidth(files, FILES);
    fixWidth(meaning, MEANING);
    Card first = firstRows();
    setHgrow(first, Priority.ALWAYS);
    getChildren().addAll(files, meaning, first);
    model.previewProperty().subscribe(this::tell);
    ui.language().tongueProperty().subscribe(tongue -> tell(model.previewProperty().get()));
  }

  private void tell(@Nullable ImportPreview preview) {
    Text problem = preview == null ? null : preview.problem();
    fault.setText(problem == null ? "" : texts.language().say(problem));
    fault.setVisible(problem != null);
    fault.setManaged(problem != null);
  }

  private Card firstRows() {
    ImportedTable imported = new ImportedTable(model, texts);
    PreviewTable raw = new PreviewTable(model.draft(), texts);
    StackPane tables = new StackPane(imported, raw);
    SimpleObjectProperty<Boolean> asIs = new SimpleObjectProperty<>(false);
    asIs.subscribe(
        on -> {
          imported.setVisible(!on);
          raw.setVisible(on);
        });
    Card card =
        new Card(texts.bind("first-rows"), fault, tables).growing(tables).subtitled(taken());
    return card.withActions(
        new ChoiceBar<>(
            asIs,
            List.of(
                new Choice<>(false, "as-imported", texts.bind("as-imported")),
                new Choice<>(true, "as-written", texts.bind("as-written")))));
  }

  private ObservableValue<String> taken() {
    return Bindings.createStringBinding(
        () -> {
          ImportPreview preview = model.previewProperty().get();
          return preview == null || preview.rows().isEmpty()
              ? ""
              : texts.get("rows-taken", preview.taken(), preview.rows().size());
        },
        model.previewProperty(),
        texts.language().tongueProperty());
  }

  static void either(ObservableValue<Boolean> shown, Node node) {
    shown.subscribe(
        on -> {
          node.setVisible(on);
          node.setManaged(on);
        });
  }

  private static void fixWidth(Region region, double width) {
    region.setMinWidth(width);
    region.setPrefWidth(width);
    region.setMaxWidth(width);
  }
}
