package org.tiersmith.ui.data;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.task.Progress;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.TaskItem;
import org.tiersmith.ui.kit.Texts;

/** What stands there while files are looked at: which one, how far it is, and a way to stop. */
final class LookingPane extends VBox {
  private final ObjectProperty<@Nullable Progress> progress = new SimpleObjectProperty<>();
  private final ProgressIndicator turning = new ProgressIndicator();
  private final Label doing = new Label();
  private final Texts texts;

  LookingPane(LookViewModel model, Texts texts) {
    this.texts = texts;
    getStyleClass().add("ts-empty");
    turning.setMinSize(44, 44);
    turning.accessibleTextProperty().bind(texts.bind("looking"));
    doing.getStyleClass().add("ts-paragraph");
    doing.setWrapText(true);
    getChildren()
        .addAll(
            turning,
            Labels.section(texts.bind("looking")),
            doing,
            Buttons.plain(texts.bind("stop-looking"), model::cancel));
    model.runningProperty().subscribe(this::follow);
    progress.subscribe(now -> show());
    texts.language().tongueProperty().subscribe(tongue -> show());
  }

  private void follow(@Nullable TaskItem item) {
    progress.unbind();
    if (item != null) {
      progress.bind(item.progressProperty());
    }
  }

  private void show() {
    Progress now = progress.get();
    turning.setProgress(now == null || now.fraction() <= 0 ? -1 : now.fraction());
    doing.setText(now == null ? "" : texts.language().say(now.text()));
  }
}
