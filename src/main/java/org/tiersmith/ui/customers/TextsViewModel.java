package org.tiersmith.ui.customers;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** The templates of what models read, being edited and tried out. On the FX thread. */
final class TextsViewModel {
  /** The saved templates and what they can be tried on. */
  record Ground(
      List<String> saved,
      List<String> defaults,
      TextDesk.Reader reader,
      List<List<String>> ids,
      List<List<String>> columns,
      @Nullable Text undoable,
      @Nullable Text redoable) {

    String saved(TextSide side) {
      return saved.get(side.ordinal());
    }

    /** Whether the saved template is the default one. */
    boolean isDefault(TextSide side) {
      return saved(side).equals(defaults.get(side.ordinal()));
    }

    List<String> ids(TextSide side) {
      return ids.get(side.ordinal());
    }

    List<String> columns(TextSide side) {
      return columns.get(side.ordinal());
    }
  }

  private static final int MOST_IDS = 40;
  private static final Text OPEN = Text.of("ui.customers.texts", "Opening the templates");
  private static final Text SAVE = Text.of("ui.customers.save", "Saving a template");

  private final TextDesk desk;
  private final OnDemand<Ground> ground;
  private final TextTrial trial;
  private final InOrder<Boolean> saving;
  private final ObjectProperty<TextSide> side =
      new SimpleObjectProperty<>(this, "side", TextSide.CUSTOMER);
  private final StringProperty source = new SimpleStringProperty(this, "source", "");
  private boolean looked;
  private boolean filling;

  TextsViewModel(TextDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    ground = new OnDemand<>(tasks, notices, OPEN);
    trial = new TextTrial(desk, tasks, notices);
    saving = new InOrder<>(tasks, notices, SAVE, context -> true, done -> load());
    side.addListener((property, before, now) -> show());
    source.addListener((property, before, now) -> tryOut());
  }

  OnDemand<Ground> ground() {
    return ground;
  }

  /** Whose template is edited. */
  ObjectProperty<TextSide> sideProperty() {
    return side;
  }

  /** The template as it stands in the editor. */
  StringProperty sourceProperty() {
    return source;
  }

  /** The template as it is tried. */
  TextTrial trial() {
    return trial;
  }

  /** Called when a person looks: from now on templates are tried. */
  void look() {
    looked = true;
    if (ground.isIdle()) {
      load();
    }
  }

  /** Opens the templates, as after a cancel. */
  void load() {
    if (looked) {
      ground.ask(this::read, now -> show());
    }
  }

  /** Whether the editor holds something else than what is saved. */
  boolean isChanged() {
    Ground now = ground.valueProperty().get();
    return now != null && !now.saved(side.get()).equals(source.get());
  }

  /** Takes the template for later runs. */
  void save() {
    TextSide whose = side.get();
    String what = source.get();
    saving.add(() -> desk.save(whose, what));
  }

  /** Goes back to the default template. */
  void reset() {
    TextSide whose = side.get();
    saving.add(() -> desk.reset(whose));
  }

  /** Goes back to what is saved. */
  void revert() {
    show();
  }

  void undo() {
    saving.add(desk::undo);
  }

  void redo() {
    saving.add(desk::redo);
  }

  void changed() {
    load();
  }

  void dataChanged() {
    ground.clear();
    load();
  }

  void close() {
    ground.forget();
    saving.forget();
    trial.close();
  }

  private Ground read(JobContext context) {
    List<String> saved = new ArrayList<>();
    List<String> defaults = new ArrayList<>();
    List<List<String>> ids = new ArrayList<>();
    List<List<String>> columns = new ArrayList<>();
    for (TextSide each : TextSide.values()) {
      saved.add(desk.source(each));
      defaults.add(desk.defaultSource(each));
      ids.add(desk.someIds(each, MOST_IDS, context));
      columns.add(desk.columns(each));
    }
    return new Ground(
        saved,
        defaults,
        desk.reader(),
        ids,
        columns,
        desk.undoable().orElse(null),
        desk.redoable().orElse(null));
  }

  /** Shows the saved template of the side. */
  private void show() {
    Ground now = ground.valueProperty().get();
    if (now == null) {
      return;
    }
    filling = true;
    source.set(now.saved(side.get()));
    filling = false;
    trial.readBy(now.reader());
    trial.tryOn(now.ids(side.get()), side.get(), source.get());
  }

  private void tryOut() {
    if (!filling && ground.valueProperty().get() != null) {
      trial.tryOut(side.get(), source.get());
    }
  }
}
