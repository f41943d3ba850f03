package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.RoleMapping;
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

  /** The pages of what the import says about itself. */
  enum Report {
    FINDINGS,
    RULES,
    CHANGES
  }

  private static final Text IMPORT = Text.of("ui.data.import", "Import");

  private final DataDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final Runnable stopListening;
  private final MappingViewModel mapping;
  private final LookViewModel look;
  private final RejectsViewModel rejects;
  private final TableViewModel table;
  private final LatestReading<Optional<DatasetView>> current;
  private final ObjectProperty<Report> report =
      new SimpleObjectProperty<>(this, "report", Report.FINDINGS);
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.EMPTY);
  private final ReadOnlyObjectWrapper<@Nullable DatasetView> dataset =
      new ReadOnlyObjectWrapper<>(this, "dataset");

  DataViewModel(DataDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    this.mapping = new MappingViewModel(desk.mapping(), tasks, notices);
    this.look = new LookViewModel(desk, tasks, mapping.draft());
    this.table = new TableViewModel(desk, tasks, notices);
    this.rejects = new RejectsViewModel(desk, tasks, notices, table);
    this.current =
        new LatestReading<>(
            tasks, notices, LookViewModel.LOOK, found -> found.ifPresent(this::show));
    draft().stateProperty().subscribe(draft -> follow());
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

  /** What a person makes of the chosen files before they are imported. */
  MappingViewModel mapping() {
    return mapping;
  }

  ImportDraft draft() {
    return mapping.draft();
  }

  TableViewModel table() {
    return table;
  }

  ReadOnlyObjectProperty<@Nullable DatasetView> datasetProperty() {
    return dataset.getReadOnlyProperty();
  }

  /** The look at files that a person handed in. */
  LookViewModel look() {
    return look;
  }

  /** Which rows were left out, and why. */
  RejectsViewModel rejects() {
    return rejects;
  }

  /** Looks at further files, folders and archives, and guesses what they hold. */
  void choose(List<Path> paths) {
    List<Path> fresh = paths.stream().filter(path -> !draft().state().has(path)).toList();
    if (fresh.isEmpty() || state.get() == State.IMPORTING || state.get() == State.LOOKING) {
      return;
    }
    state.set(State.LOOKING);
    look.look(fresh, this::settle, this::backWith);
  }

  /** Takes a file that was passed over. */
  void use(LookViewModel.PassedOver file) {
    if (state.get() != State.IMPORTING && state.get() != State.LOOKING) {
      look.use(file, this::settle, notices::problem);
    }
  }

  /** Forgets all chosen files. */
  void cancel() {
    draft().clear();
    look.forget();
    settle();
  }

  /** The page that is seen of the import's report. */
  ObjectProperty<Report> reportProperty() {
    return report;
  }

  /** Imports the same files once more, by other rules. */
  void importAgain(ImportRules rules) {
    if (state.get() == State.READY) {
      run(context -> desk.importAgain(rules, context));
    }
  }

  /** Imports the chosen files; on a problem the person comes back to them. */
  void startImport() {
    if (state.get() != State.MAPPING || draft().state().obstacle().isPresent()) {
      return;
    }
    RoleMapping chosen = draft().state().mapping();
    boolean update = draft().updateProperty().get() && dataset.get() != null;
    run(context -> desk.importFiles(chosen, update, context));
  }

  private void run(Function<JobContext, DatasetView> work) {
    state.set(State.IMPORTING);
    tasks.start(
        IMPORT,
        Lane.HEAVY,
        work::apply,
        imported -> {
          draft().clear();
          look.forget();
          show(imported);
        },
        this::backWith);
  }

  void close() {
    stopListening.run();
    current.forget();
    mapping.close();
    look.forget();
    rejects.close();
    table.close();
  }

  /** Comes and goes with the draft's files, whoever takes them away or back. */
  private void follow() {
    if (state.get() != State.LOOKING && state.get() != State.IMPORTING) {
      settle();
    }
  }

  private void refresh() {
    current.ask(context -> desk.current());
  }

  private void show(DatasetView found) {
    DatasetView before = dataset.get();
    boolean other = before == null || before.id() != found.id();
    if (before != null && other && found.changes() != null) {
      report.set(Report.CHANGES);
    }
    dataset.set(found);
    boolean busy = state.get() == State.LOOKING || !draft().state().isEmpty();
    if (!busy) {
      settle();
    }
    if (other) {
      rejects.read(found);
      table.read();
    }
  }

  private void backWith(Throwable thrown) {
    notices.problem(thrown);
    settle();
  }

  private void settle() {
    if (!draft().state().isEmpty()) {
      state.set(State.MAPPING);
    } else {
      state.set(dataset.get() == null ? State.EMPTY : State.READY);
    }
  }
}
