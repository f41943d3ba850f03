package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.Join;
import org.tiersmith.data.JoinOutcome;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;

/**
 * Files whose columns stand beside those of the selected one. Joins that are remembered with files
 * nobody chose now are asked for.
 */
final class JoinsTab extends MappingTab {
  private final FilePicker picker;
  private final Map<Path, Label> outcomes = new LinkedHashMap<>();

  JoinsTab(MappingViewModel model, Texts texts, Supplier<Optional<Path>> chooseFile) {
    super(model, texts);
    this.picker = new FilePicker(model, texts, chooseFile);
  }

  @Override
  protected Node content(ChosenFile file) {
    outcomes.clear();
    VBox joins = new VBox(8);
    file.asked().forEach(join -> joins.getChildren().add(question(file, join)));
    for (int i = 0; i < file.mapping().joins().size(); i++) {
      joins.getChildren().add(join(file, i));
    }
    if (joins.getChildren().isEmpty()) {
      joins.getChildren().add(hint(texts.bind("no-joins")));
    }
    return column(
        hint(texts.bind("joins-hint")),
        joins,
        picker.of("join", texts.bind("add-join"), file, model::join));
  }

  @Override
  protected void previewed(@Nullable ImportPreview preview) {
    if (preview == null) {
      return;
    }
    for (JoinOutcome outcome : preview.source().joins()) {
      Label label = outcomes.get(outcome.file());
      if (label != null) {
        write(
            label,
            texts.get("join-met", outcome.met(), outcome.rows())
                + (outcome.repeats() == 0
                    ? ""
                    : " " + texts.get("join-repeats", outcome.repeats())));
      }
    }
  }

  private Node question(ChosenFile file, Join join) {
    Label where = Labels.paragraph(new ReadOnlyStringWrapper(join.file().toString()));
    HBox answers =
        new HBox(
            8,
            Buttons.plain(texts.bind("join-use"), () -> model.answer(file, join, true)),
            Buttons.plain(texts.bind("join-leave"), () -> model.answer(file, join, false)));
    answers.getChildren().getFirst().setId("use-" + OtherColumns.id(ChosenFile.name(join.file())));
    answers.getChildren().getLast().setId("leave-" + OtherColumns.id(ChosenFile.name(join.file())));
    Label asked = Labels.paragraph(texts.bind("join-asked", ChosenFile.name(join.file())));
    asked.getStyleClass().setAll("label", "ts-obstacle");
    VBox card = new VBox(6, asked, where, answers);
    card.getStyleClass().add("ts-file");
    return card;
  }

  private Node join(ChosenFile file, int index) {
    Join join = file.mapping().joins().get(index);
    Label outcome = small("ts-muted");
    outcomes.put(join.file(), outcome);
    return new JoinCard(
        model, texts, join, outcome, changed -> change(index, changed), () -> change(index, null));
  }

  private void change(int index, @Nullable Join join) {
    model
        .draft()
        .edit(
            part -> {
              List<Join> joins = new ArrayList<>(part.joins());
              if (join == null) {
                joins.remove(index);
              } else {
                joins.set(index, join);
              }
              return part.withJoins(joins);
            });
  }
}
