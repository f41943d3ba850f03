package org.tiersmith.ui.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.task.Progress;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Language;
import org.tiersmith.ui.kit.TaskItem;
import org.tiersmith.ui.kit.Tasks;
import org.tiersmith.ui.kit.Texts;

/** The line at the window's foot: what is running, how far it is, and whether all is saved. */
final class TaskBar extends HBox {
  private final Language language;
  private final Texts texts;
  private final HBox items = new HBox(24);
  private final Map<TaskItem, Node> rows = new HashMap<>();

  TaskBar(Tasks tasks, ShellModel model, Texts texts) {
    this.language = texts.language();
    this.texts = texts;
    getStyleClass().add("ts-task-bar");
    items.getStyleClass().add("ts-tasks");
    items.setMinWidth(0);
    setHgrow(items, Priority.ALWAYS);
    Label status = Labels.muted(model.statusProperty());
    status.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(items, status);
    tasks.running().forEach(this::add);
    tasks.running().addListener(this::changed);
  }

  private void changed(ListChangeListener.Change<? extends TaskItem> change) {
    while (change.next()) {
      change.getRemoved().forEach(item -> items.getChildren().remove(rows.remove(item)));
      change.getAddedSubList().forEach(this::add);
    }
  }

  private void add(TaskItem item) {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(item.progressProperty().map(Progress::fraction));
    StringBinding title =
        Bindings.createStringBinding(() -> language.say(item.title()), language.tongueProperty());
    bar.accessibleTextProperty().bind(title);
    StringBinding doing =
        Bindings.createStringBinding(
            () -> language.say(item.progressProperty().get().text()),
            item.progressProperty(),
            language.tongueProperty());
    Label name = Labels.plain(title);
    name.setMinWidth(USE_PREF_SIZE);
    Label text = Labels.muted(doing);
    text.setMinWidth(40);
    HBox row =
        new HBox(
            10,
            name,
            bar,
            text,
            Buttons.icon(Feather.X, texts.bind("cancel-task", title), item::cancel));
    row.getStyleClass().add("ts-task");
    row.setMinWidth(0);
    rows.put(item, row);
    items.getChildren().add(row);
  }
}
