package org.tiersmith.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.service.PortraitUseCase;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.Lane;
import org.tiersmith.ui.customers.CustomersScreen;
import org.tiersmith.ui.data.DataScreen;
import org.tiersmith.ui.home.HomeScreen;
import org.tiersmith.ui.home.HomeViewModel;
import org.tiersmith.ui.home.Projects;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Language;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Screen;
import org.tiersmith.ui.kit.StageDesktop;
import org.tiersmith.ui.kit.Steps;
import org.tiersmith.ui.kit.TaskItem;
import org.tiersmith.ui.kit.Tasks;
import org.tiersmith.ui.kit.Theme;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.model.ModelScreen;
import org.tiersmith.ui.plan.PlanScreen;
import org.tiersmith.ui.shell.Shell;
import org.tiersmith.ui.shell.ShellModel;
import org.tiersmith.ui.shell.WarmUp;
import org.tiersmith.ui.shell.WindowMemory;
import org.tiersmith.ui.strategy.StrategyScreen;

/** The one window: which project is open, and the screens that show it. On the FX thread. */
public final class WorkbenchWindow {
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 768;
  private static final String FRONT = "screen";
  private static final String FIRST_SCREEN = "data";

  private final Workbench workbench;
  private final Stage stage;
  private final Ui ui;
  private final WindowMemory memory;
  private final CurrentProject project;
  private final HomeViewModel<ProjectSession> homeModel;
  private final Screen home;
  private final ShellModel shell;
  private volatile boolean busy;

  public WorkbenchWindow(Workbench workbench, Notices notices, Stage stage, HostServices services) {
    this.workbench = workbench;
    this.stage = stage;
    this.memory = new WindowMemory(workbench.preferences());
    Language language = new Language(memory.tongue());
    this.ui =
        new Ui(
            language,
            new Formats(language),
            new Theme(memory.mode()),
            new Tasks(workbench.jobs(), FxDispatcher.platform(), notices),
            notices,
            new StageDesktop(stage, services),
            Steps.inFrames());
    ui.tasks()
        .running()
        .addListener((ListChangeListener<TaskItem>) change -> busy = !change.getList().isEmpty());
    this.project =
        new CurrentProject(
            Projects.of(workbench), () -> busy, () -> Platform.runLater(this::showNoProject));
    this.homeModel = new HomeViewModel<>(project, ui.tasks(), notices, this::opened);
    this.home = new HomeScreen(homeModel, ui);
    this.shell = new ShellModel(Shell.pending(ui, home));
  }

  /**
   * Shows the window where it was the last time.
   *
   * @return done when the parts of its screens are warm
   */
  public CompletableFuture<Void> show() {
    stage.setScene(new Shell(ui, shell).scene(WIDTH, HEIGHT));
    stage
        .titleProperty()
        .bind(
            Bindings.when(shell.projectNameProperty().isEmpty())
                .then("Tiersmith")
                .otherwise(shell.projectNameProperty().concat(" – Tiersmith")));
    memory.restore(stage);
    memory.follow(ui.theme(), ui.language());
    stage.setOnCloseRequest(this::askBeforeClosing);
    stage.show();
    return WarmUp.begin(ui);
  }

  /** Opens a project, as the command line asks. */
  public void open(Path file) {
    homeModel.open(file);
  }

  /** Ends the background work and closes the project; what was kept is in the file. */
  public void close() {
    memory.keep(stage);
    showNoProject(); // Or else its screens would ask a project that is closed.
    workbench.jobs().close();
    project.close();
  }

  private void showNoProject() {
    shell.replace(Shell.pending(ui, home));
    shell.projectNameProperty().set("");
  }

  private void opened(ProjectSession session, @Nullable String sampleLanguage) {
    session
        .events()
        .listenToProblems(problem -> ui.tasks().fx().execute(() -> ui.notices().problem(problem)));
    session
        .events()
        .listen(
            change -> {
              if (change == ProjectChange.DATA_IMPORTED) {
                ui.tasks().fx().execute(() -> portray(session));
              }
            });
    ui.formats().currencyProperty().set(session.currency());
    shell.projectNameProperty().set(session.name());
    List<Screen> screens = new ArrayList<>(List.of(home));
    Steps.take(
        ui.later(),
        () -> screens.add(new DataScreen(session, ui)),
        () -> screens.add(new CustomersScreen(session, ui, () -> shell.open("data"))),
        () -> screens.add(ModelScreen.of(ui, session, shell::open)),
        () -> screens.add(StrategyScreen.of(ui, session, shell::open)),
        () -> screens.add(PlanScreen.of(ui, session, shell::open)),
        () -> show(session, screens));
    if (sampleLanguage != null) {
      fill(session, SampleLanguage.of(sampleLanguage));
    }
  }

  private void show(ProjectSession session, List<Screen> screens) {
    if (!shell.projectNameProperty().get().equals(session.name())) {
      // Another project was opened meanwhile; home stays, it belongs to both.
      screens.stream().skip(1).forEach(Screen::close);
      return;
    }
    shell.replace(screens);
    shell.open(session.settings().get(FRONT, FIRST_SCREEN));
    shell
        .currentProperty()
        .subscribe(
            screen -> {
              if (shell.projectNameProperty().get().equals(session.name())) {
                rememberFront(session, screen);
              }
            });
  }

  private void rememberFront(ProjectSession session, Screen screen) {
    ui.tasks()
        .quietly(
            Text.of("task.remember", "Noting the screen"),
            context -> {
              session.settings().put(FRONT, screen.id());
              return screen;
            },
            done -> {},
            ui.notices()::problem);
  }

  /** Works out who the customers are beside what the person does with the new data. */
  private void portray(ProjectSession session) {
    ui.tasks()
        .start(
            PortraitUseCase.TITLE,
            Lane.LIGHT,
            context -> session.portraits().made(context),
            made -> {});
  }

  private void fill(ProjectSession session, SampleLanguage language) {
    ui.tasks()
        .start(
            Text.of("task.sample", "Preparing the sample shop"),
            Lane.HEAVY,
            context -> {
              session.sample().fill(language, context);
              return session;
            },
            done -> ui.formats().currencyProperty().set(session.currency()));
  }

  private void askBeforeClosing(WindowEvent event) {
    if (busy && !mayStop()) {
      event.consume();
    }
  }

  private boolean mayStop() {
    Language language = ui.language();
    return ui.desktop()
        .confirm(
            language.say(Text.of("close.title", "Work is under way")),
            language.say(
                Text.of(
                    "close.question", "Stop it? What it has saved so far is kept in the project.")),
            language.say(Text.of("close.stop", "Stop it")),
            language.say(Text.of("close.wait", "Go on")));
  }
}
