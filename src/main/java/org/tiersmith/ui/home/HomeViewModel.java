package org.tiersmith.ui.home;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.ui.kit.Projects;

/** State and commands of the home screen. On the FX thread. */
final class HomeViewModel {
  /** What there is to go on with. */
  enum State {
    /** Nothing was ever opened. */
    FIRST,
    /** There are projects from before, none of them open. */
    CLOSED,
    /** A project is open. */
    OPEN
  }

  private final Projects projects;
  private final ObservableList<Path> recent = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Path> current =
      new ReadOnlyObjectWrapper<>(this, "current");
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.FIRST);

  HomeViewModel(Projects projects) {
    this.projects = projects;
    refresh();
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The file of the project that is open; null while none is. */
  ReadOnlyObjectProperty<@Nullable Path> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Projects opened lately, the latest first. */
  ObservableList<Path> recent() {
    return recent;
  }

  /** Looks anew which projects there are and which is open. */
  void refresh() {
    recent.setAll(projects.recent());
    current.set(projects.current());
    state.set(current.get() != null ? State.OPEN : recent.isEmpty() ? State.FIRST : State.CLOSED);
  }

  void forget(Path project) {
    projects.forget(project);
    refresh();
  }

  void open(Path project) {
    projects.open(project);
  }

  /** Makes a project; a missing extension is added. */
  void create(Path file) {
    String name = String.valueOf(file.getFileName());
    projects.create(
        name.endsWith(ProjectSession.EXTENSION)
            ? file
            : file.resolveSibling(name + ProjectSession.EXTENSION));
  }

  void openSample(String language) {
    projects.openSample(language);
  }

  /** Goes on with the open project. */
  void goOn() {
    projects.show("data");
  }

  /** A project file's name as a person says it. */
  static String name(Path project) {
    String file = String.valueOf(project.getFileName());
    return file.endsWith(ProjectSession.EXTENSION)
        ? file.substring(0, file.length() - ProjectSession.EXTENSION.length())
        : file;
  }
}
