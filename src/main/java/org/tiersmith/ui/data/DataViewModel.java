package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.ImportGuess;
import org.tiersmith.data.ImportPreview;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;
import org.tiersmith.model.Text;
import org.tiersmith.service.DatasetView;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.Lane;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** State and commands of the data screen. On the FX thread. */
final class DataViewModel {
  /** Where the person stands. */
  enum State {
    /** No data yet: files are wanted. */
    EMPTY,
    /** Files are being looked at. */
    LOOKING,
    /** The meaning of columns can be corrected. */
    MAPPING,
    IMPORTING,
    /** There is data to look at. */
    READY
  }

  private static final Text LOOK = Text.of("ui.data.look", "Looking at the files");
  private static final Text IMPORT = Text.of("ui.data.import", "Import");

  private final DataDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final Runnable stopListening;
  private final ImportDraft draft = new ImportDraft();
  private final TableViewModel table;
  private final LatestReading<Optional<DatasetView>> current;
  private final LatestReading<ImportPreview> previews;
  private final ReadOnlyObjectWrapper<@Nullable ImportPreview> preview =
      new ReadOnlyObjectWrapper<>(this, "preview");
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.EMPTY);
  private final ReadOnlyObjectWrapper<@Nullable DatasetView> dataset =
      new ReadOnlyObjectWrapper<>(this, "dataset");

  DataViewModel(DataDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    this.table = new TableViewModel(desk, tasks, notices);
    this.current = new LatestReading<>(tasks, notices, LOOK, found -> found.ifPresent(this::show));
    this.previews = new LatestReading<>(tasks, notices, LOOK, preview::set);
    draft.selectedProperty().subscribe(file -> readPreview());
    draft.rulesProperty().subscribe(rules -> readPreview());
    stopListening =
        desk.listen(
            change -> {
              if (change == ProjectChange.DATA_IMPORTED) {
                tasks.fx().execute(this::refresh);
              }
            });
    refresh();
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What an import would make of the selected file's first rows. */
  ReadOnlyObjectProperty<@Nullable ImportPreview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  ImportDraft draft() {
    return draft;
  }

  TableViewModel table() {
    return table;
  }

  ReadOnlyObjectProperty<@Nullable DatasetView> datasetProperty() {
    return dataset.getReadOnlyProperty();
  }

  /** Looks at further files and guesses what they hold; a single file is taken for events. */
  void choose(List<Path> paths) {
    List<Path> fresh =
        paths.stream()
            .filter(path -> draft.files().stream().noneMatch(f -> f.file().equals(path)))
            .toList();
    if (fresh.isEmpty() || state.get() == State.IMPORTING || state.get() == State.LOOKING) {
      return;
    }
    state.set(State.LOOKING);
    List<Path> chosen =
        Stream.concat(draft.files().stream().map(ChosenFile::file), fresh.stream()).toList();
    tasks.quietly(
        LOOK,
        context -> look(chosen, fresh),
        looked -> {
          List<ChosenFile> found = looked.found();
          draft.files().addAll(found);
          looked.following().forEach(this::follow);
          draft
              .selectedProperty()
              .set(
                  found.stream()
                      .filter(file -> file.kind() == TableKind.EVENTS)
                      .findFirst()
                      .orElse(draft.files().isEmpty() ? null : draft.files().getLast()));
          settle();
        },
        this::backWith);
  }

  /**
   * New files.
   *
   * @param found those that are tables of their own
   * @param following those that go on where a file of the draft ends, by that file
   */
  private record Looked(List<ChosenFile> found, Map<Path, List<Path>> following) {}

  private void follow(Path first, List<Path> others) {
    draft.files().stream()
        .filter(file -> file.file().equals(first))
        .findFirst()
        .ifPresent(file -> draft.replace(file, file.withMapping(file.mapping().withMore(others))));
  }

  /** Looks at those files that are new, beside the others; what has no use is told. */
  private Looked look(List<Path> all, List<Path> fresh) {
    ImportGuess guess = desk.guess(all);
    List<ChosenFile> found = new ArrayList<>();
    Map<Path, List<Path>> following = new LinkedHashMap<>();
    for (FileGuess file : guess.files()) {
      if (fresh.contains(file.mapping().file())) {
        found.add(ChosenFile.of(desk.preview(file.mapping().file()), file));
      } else if (file.mapping().more().stream().anyMatch(fresh::contains)) {
        following.put(file.mapping().file(), file.mapping().more());
      }
    }
    for (Path unused : guess.unused()) {
      if (fresh.contains(unused)) {
        found.add(ChosenFile.of(desk.preview(unused), desk.guess(TableKind.EVENTS, unused)));
      }
    }
    return new Looked(found, following);
  }

  /** Says that a file holds other rows than was guessed. */
  void assign(ChosenFile file, TableKind kind) {
    if (file.kind() != kind) {
      tasks.quietly(
          LOOK,
          context -> desk.guess(kind, file.file()),
          guess -> draft.replace(file, ChosenFile.of(file.preview(), guess)),
          notices::problem);
    }
  }

  /** Forgets a chosen file. */
  void remove(ChosenFile file) {
    draft.remove(file);
    settle();
  }

  /** Forgets all chosen files. */
  void cancel() {
    draft.clear();
    settle();
  }

  /** Imports the same files once more, by other rules. */
  void importAgain(ImportRules rules) {
    if (state.get() == State.READY) {
      run(context -> desk.importAgain(rules, context));
    }
  }

  /** Imports the chosen files; on a problem the person comes back to them. */
  void startImport() {
    if (state.get() != State.MAPPING || draft.obstacle().isPresent()) {
      return;
    }
    RoleMapping mapping = draft.mapping();
    run(context -> desk.importFiles(mapping, context));
  }

  private void run(Function<JobContext, DatasetView> work) {
    state.set(State.IMPORTING);
    tasks.start(
        IMPORT,
        Lane.HEAVY,
        work::apply,
        imported -> {
          draft.clear();
          show(imported);
        },
        this::backWith);
  }

  void close() {
    stopListening.run();
    current.forget();
    previews.forget();
    table.close();
  }

  private void readPreview() {
    ChosenFile file = draft.selectedProperty().get();
    ImportRules rules = draft.rulesProperty().get();
    if (file == null) {
      previews.forget();
      preview.set(null);
    } else {
      previews.ask(
          context -> desk.preview(file.preview(), file.mapping(), file.kind(), rules, context));
    }
  }

  private void refresh() {
    current.ask(context -> desk.current());
  }

  private void show(DatasetView found) {
    boolean other = dataset.get() == null || dataset.get().id() != found.id();
    dataset.set(found);
    boolean busy = state.get() == State.LOOKING || !draft.files().isEmpty();
    if (!busy) {
      settle();
    }
    if (other) {
      table.read();
    }
  }

  private void backWith(Throwable thrown) {
    notices.problem(thrown);
    settle();
  }

  private void settle() {
    if (!draft.files().isEmpty()) {
      state.set(State.MAPPING);
    } else {
      state.set(dataset.get() == null ? State.EMPTY : State.READY);
    }
  }
}
