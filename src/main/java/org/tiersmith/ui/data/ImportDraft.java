package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Action;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.ImportRule;
import org.tiersmith.data.TableKind;
import org.tiersmith.ui.kit.UndoSteps;

/**
 * The files that a person is about to import, and what their columns mean. Whatever a person
 * changes can be taken back.
 */
final class ImportDraft {
  private final ObservableList<ChosenFile> files = FXCollections.observableArrayList();
  private final UndoSteps steps = new UndoSteps();
  private final ReadOnlyObjectWrapper<DraftState> state =
      new ReadOnlyObjectWrapper<>(this, "state", DraftState.NOTHING);
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");
  private final ObjectProperty<@Nullable ChosenFile> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final ObjectProperty<Boolean> update = new SimpleObjectProperty<>(this, "update", false);
  private boolean settling;

  ImportDraft() {
    selected.subscribe(file -> tell());
  }

  /** All that a person can change, as it is now. */
  ReadOnlyObjectProperty<DraftState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Counts up whenever anything is other than it was, once all of it is. */
  ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Whether the files bring the present data up to date instead of replacing it. */
  ObjectProperty<Boolean> updateProperty() {
    return update;
  }

  DraftState state() {
    return state.get();
  }

  /** Takes back what was done last; nothing if there is none. */
  void undo() {
    steps.undo();
  }

  /** Does again what was taken back last; nothing if there is none. */
  void redo() {
    steps.redo();
  }

  /** Changes something so that it can be taken back. */
  void change(UnaryOperator<DraftState> how) {
    DraftState before = state.get();
    DraftState after = how.apply(before);
    if (!after.equals(before)) {
      steps.take(() -> become(after), () -> become(before));
    }
  }

  /** Changes the meaning of the selected file's columns. */
  void edit(UnaryOperator<FileMapping> how) {
    ChosenFile file = selected.get();
    if (file != null) {
      replace(file, file.withMapping(how.apply(file.mapping())));
    }
  }

  /** Lets a rule do something else. */
  void act(ImportRule rule, Action action) {
    change(now -> now.with(now.rules().with(rule, action)));
  }

  ObservableList<ChosenFile> files() {
    return files;
  }

  /** The file whose columns are shown. */
  ObjectProperty<@Nullable ChosenFile> selectedProperty() {
    return selected;
  }

  /** Binds a role of the selected file to a column or expression, or frees it by null. */
  void bind(String role, @Nullable String column) {
    edit(mapping -> mapping.withConstant(role, null).withRole(role, column));
  }

  /** Gives a role of the selected file the same value in all rows. */
  void fix(String role, String value) {
    edit(mapping -> mapping.withRole(role, null).withConstant(role, value));
  }

  void replace(ChosenFile file, ChosenFile other) {
    change(
        now -> {
          List<ChosenFile> changed = new ArrayList<>(now.files());
          changed.replaceAll(one -> one.equals(file) ? other : one);
          return now.with(changed);
        });
  }

  void remove(ChosenFile file) {
    change(now -> now.with(now.files().stream().filter(other -> !other.equals(file)).toList()));
  }

  /** Takes files that were chosen; the first ones can't be taken back. */
  void arrive(DraftState after) {
    if (state().isEmpty()) {
      begin(after);
    } else {
      change(before -> after);
    }
  }

  /** Takes something that came without a person's change: it can't be taken back. */
  void begin(DraftState other) {
    steps.forget();
    become(other);
  }

  void clear() {
    begin(DraftState.NOTHING);
    update.set(false);
  }

  /** The look at a file at hand, or null. */
  @Nullable FilePreview atHand(Path file) {
    return state.get().atHand().stream()
        .filter(look -> look.file().equals(file))
        .findFirst()
        .orElse(null);
  }

  /** Shows another state; who stood on a file stands on what became of it. */
  private void become(DraftState other) {
    settling = true;
    List<ChosenFile> before = List.copyOf(files);
    ChosenFile stood = selected.get();
    state.set(other);
    if (!before.equals(other.files())) {
      files.setAll(other.files());
      selected.set(next(before, other.files(), stood));
    }
    settling = false;
    tell();
  }

  private static @Nullable ChosenFile next(
      List<ChosenFile> before, List<ChosenFile> after, @Nullable ChosenFile stood) {
    if (before.size() == after.size()) {
      for (int i = 0; i < after.size(); i++) {
        if (!after.get(i).equals(before.get(i))) {
          return after.get(i);
        }
      }
    }
    List<ChosenFile> came = after.stream().filter(file -> !before.contains(file)).toList();
    if (!came.isEmpty()) {
      return came.stream()
          .filter(file -> file.kind() == TableKind.EVENTS)
          .findFirst()
          .orElse(came.getLast());
    }
    return after.contains(stood) ? stood : after.isEmpty() ? null : after.getFirst();
  }

  private void tell() {
    if (!settling) {
      revision.set(revision.get() + 1);
    }
  }
}
