package org.tiersmith.ui.data;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Action;
import org.tiersmith.data.ImportRule;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;
import org.tiersmith.ui.kit.UndoSteps;

/** The files that a person is about to import, and what their columns mean. */
final class ImportDraft {
  /** Why the files can't be imported yet. */
  enum Why {
    /** Two files are said to hold the same kind of rows. */
    TWICE,
    NO_EVENTS,
    /** A role without which no row can be used has no column. */
    ROLE_MISSING
  }

  /** What keeps the files from being imported, and the file concerned if there is one. */
  record Obstacle(Why why, @Nullable ChosenFile file) {}

  private final ObservableList<ChosenFile> files = FXCollections.observableArrayList();
  private final UndoSteps steps = new UndoSteps();
  private final ObjectProperty<ImportRules> rules =
      new SimpleObjectProperty<>(this, "rules", ImportRules.DEFAULT);
  private final ObjectProperty<Boolean> update = new SimpleObjectProperty<>(this, "update", false);
  private final ObjectProperty<@Nullable ChosenFile> selected =
      new SimpleObjectProperty<>(this, "selected");

  /** By which rules rows are mended or left out. */
  ObjectProperty<ImportRules> rulesProperty() {
    return rules;
  }

  /** Whether the files bring the present data up to date instead of replacing it. */
  ObjectProperty<Boolean> updateProperty() {
    return update;
  }

  /** Takes back what was done last; nothing if there is none. */
  void undo() {
    steps.undo();
  }

  /** Does again what was taken back last; nothing if there is none. */
  void redo() {
    steps.redo();
  }

  /** Lets a rule do something else. */
  void act(ImportRule rule, Action action) {
    ImportRules before = rules.get();
    ImportRules after = before.with(rule, action);
    if (!after.equals(before)) {
      steps.take(() -> rules.set(after), () -> rules.set(before));
    }
  }

  ObservableList<ChosenFile> files() {
    return files;
  }

  /** The file whose columns are shown. */
  ObjectProperty<@Nullable ChosenFile> selectedProperty() {
    return selected;
  }

  /** The kinds of rows that some file is already said to hold. */
  Set<TableKind> taken() {
    return files.stream()
        .map(ChosenFile::kind)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TableKind.class)));
  }

  /** Binds a role of the selected file to a column or expression, or frees it by null. */
  void bind(String role, @Nullable String column) {
    ChosenFile file = selected.get();
    if (file != null) {
      ChosenFile changed = file.withMapping(file.mapping().withRole(role, column));
      if (!changed.equals(file)) {
        steps.take(() -> replace(file, changed), () -> replace(changed, file));
      }
    }
  }

  void replace(ChosenFile file, ChosenFile other) {
    int index = files.indexOf(file);
    if (index >= 0) {
      files.set(index, other);
      selected.set(other);
    }
  }

  void remove(ChosenFile file) {
    files.remove(file);
    selected.set(files.isEmpty() ? null : files.getFirst());
  }

  void clear() {
    files.clear();
    selected.set(null);
    rules.set(ImportRules.DEFAULT);
    update.set(false);
    steps.forget();
  }

  /** Nothing when the files can be imported. */
  Optional<Obstacle> obstacle() {
    for (ChosenFile file : files) {
      if (files.stream().filter(other -> other.kind() == file.kind()).count() > 1) {
        return Optional.of(new Obstacle(Why.TWICE, file));
      }
    }
    if (!taken().contains(TableKind.EVENTS)) {
      return Optional.of(new Obstacle(Why.NO_EVENTS, null));
    }
    return files.stream()
        .filter(file -> !file.missingRoles().isEmpty())
        .findFirst()
        .map(file -> new Obstacle(Why.ROLE_MISSING, file));
  }

  RoleMapping mapping() {
    RoleMapping mapping = RoleMapping.of(null, null, null).with(rules.get());
    for (ChosenFile file : files) {
      mapping = mapping.with(file.kind(), file.mapping());
    }
    return mapping;
  }
}
