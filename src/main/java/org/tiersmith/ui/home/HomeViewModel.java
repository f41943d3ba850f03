package org.tiersmith.ui.home;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.task.Job;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/**
 * State and commands of the home screen. On the FX thread.
 *
 * @param <P> an open project
 */
public final class HomeViewModel<P> {
  /** What the screen is doing. */
  enum State {
    READY,
    /** A project is being opened; nothing else can be begun. */
    OPENING
  }

  private static final Text OPEN = Text.of("ui.home.open", "Opening the project");

  private final Projects<P> projects;
  private final Tasks tasks;
  private final Notices notices;
  private final Opened<P> opened;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.READY);
  private final ReadOnlyObjectWrapper<@Nullable Path> current =
      new ReadOnlyObjectWrapper<>(this, "current");
  private final ReadOnlyObjectWrapper<@Nullable Path> opening =
      new ReadOnlyObjectWrapper<>(this, "opening");
  private final ObservableList<Path> recent = FXCollections.observableArrayList();

  /** Told on the FX thread of a project that has been opened. */
  @FunctionalInterface
  public interface Opened<P> {
    /**
     * Shows the project.
     *
     * @param sampleLanguage language of the shop that fills a sample project; null for others
     */
    void accept(P project, @Nullable String sampleLanguage);
  }

  public HomeViewModel(Projects<P> projects, Tasks tasks, Notices notices, Opened<P> opened) {
    this.projects = projects;
    this.tasks = tasks;
    this.notices = notices;
    this.opened = opened;
    refresh();
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The file of the project that is being opened; null for the sample, and while there is none. */
  ReadOnlyObjectProperty<@Nullable Path> openingProperty() {
    return opening.getReadOnlyProperty();
  }

  /** The file of the project that is open; null while there is none. */
  ReadOnlyObjectProperty<@Nullable Path> currentProperty() {
    return current.getReadOnlyProperty();
  }

  ObservableList<Path> recent() {
    return recent;
  }

  /** The folder that is proposed for new projects. */
  Path folder() {
    return projects.folder();
  }

  /** Reads the list of recent projects anew. */
  void refresh() {
    recent.setAll(projects.recent());
  }

  void forget(Path project) {
    projects.forget(project);
    refresh();
  }

  /** Opens a project; also what the command line's file leads to. */
  public void open(Path file) {
    begin(context -> projects.open(file), file, null);
  }

  /** Makes a project; a missing extension is added. */
  void create(Path file) {
    String name = String.valueOf(file.getFileName());
    Path whole =
        name.endsWith(ProjectSession.EXTENSION)
            ? file
            : file.resolveSibling(name + ProjectSession.EXTENSION);
    begin(context -> projects.create(whole), whole, null);
  }

  /** Opens the sample project of a language, making it if need be. */
  void openSample(String language) {
    begin(context -> projects.sample(language), null, language);
  }

  private void begin(Job<P> work, @Nullable Path file, @Nullable String language) {
    if (state.get() == State.OPENING) {
      return;
    }
    opening.set(file);
    state.set(State.OPENING);
    Consumer<P> done =
        project -> {
          state.set(State.READY);
          opened.accept(project, language);
          refresh();
          current.set(file == null && !recent.isEmpty() ? recent.getFirst() : file);
        };
    tasks.quietly(
        OPEN,
        work,
        done,
        thrown -> {
          state.set(State.READY);
          refresh();
          notices.problem(thrown);
        });
  }
}
