package org.tiersmith.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tiersmith.model.Problem;
import org.tiersmith.service.Workbench;
import org.tiersmith.task.CancelledException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The root command; its help lists the exit statuses. What went wrong is one line on stderr. */
@Command(
    name = "tiersmith",
    description = "Turns raw shop data into a personalised discount plan.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:bad input or usage",
      "130:stopped by Ctrl+C; what was finished before is kept",
      "143:stopped by SIGTERM; what was finished before is kept"
    },
    subcommands = {CommandLine.HelpCommand.class})
public final class Tiersmith implements Callable<Integer> {
  /** Done. */
  public static final int OK = 0;

  /** The program failed. */
  public static final int FAILED = 1;

  /** Bad input or usage. */
  public static final int BAD_INPUT = 2;

  private static final System.Logger LOG = System.getLogger(Tiersmith.class.getName());

  private final Workbench workbench;
  private final Window window;
  @Spec private CommandSpec spec = CommandSpec.create();

  private Tiersmith(Workbench workbench, Window window) {
    this.workbench = workbench;
    this.window = window;
  }

  @Option(
      names = "--libtorch",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "use the PyTorch libraries (libtorch 2.5.1) in this folder, now and from now on; \"\" for"
              + " those that came with the program")
  void libtorch(String folder) {
    try {
      workbench.useLibtorch(folder);
    } catch (Problem e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  @Override
  public Integer call() {
    return window.open(null);
  }

  /** Runs the program with the given arguments and answers its exit status. */
  public static int run(String[] args, Workbench workbench, Console console, Window window) {
    try (Interrupts interrupts = new Interrupts()) {
      return commands(workbench, console, window, interrupts).execute(args);
    }
  }

  private static CommandLine commands(
      Workbench workbench, Console console, Window window, Interrupts interrupts) {
    CommandLine line = new CommandLine(new Tiersmith(workbench, window));
    line.addSubcommand(new OpenCommand(window))
        .addSubcommand(new SampleCommand(console))
        .addSubcommand(new ImportCommand(workbench, console, interrupts))
        .addSubcommand(new TrainCommand(workbench, console, interrupts))
        .addSubcommand(new ScoreCommand(workbench, console, interrupts))
        .addSubcommand(new SegmentsCommand(workbench, console, interrupts))
        .addSubcommand(new PlanCommand(workbench, console, interrupts))
        .addSubcommand(new TruthCommand(workbench, console, interrupts))
        .addSubcommand(new DemoCommand(workbench, console, interrupts))
        .addSubcommand(new BenchCommand(console, interrupts));
    line.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !command.helpCommand())
        .forEach(
            command ->
                command.mixinStandardHelpOptions(true).versionProvider(new ProgramVersion()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(Path.class, Tiersmith::path);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler(
        (exception, arguments) -> {
          console.problem(exception.getMessage() + " (tiersmith help shows the usage)");
          return BAD_INPUT;
        });
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> exitStatus(exception, console));
    return line;
  }

  private static Path path(String typed) {
    try {
      return Path.of(typed);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "no file can have the name \""
              + typed
              + "\" here; where letters are lost, choose a UTF-8 locale (LC_ALL=C.UTF-8)");
    }
  }

  private static int exitStatus(Exception exception, Console console) {
    return switch (exception) {
      case Problem problem -> {
        console.problem(problem.text().english());
        yield problem.isFailure() ? FAILED : BAD_INPUT;
      }
      case CancelledException cancelled -> {
        console.problem("Stopped; what was finished before is kept.");
        yield FAILED;
      }
      default -> {
        LOG.log(System.Logger.Level.DEBUG, "Command failed", exception);
        console.problem(
            "Something went wrong that should not have: "
                + exception
                + ". What was saved before is kept.");
        yield FAILED;
      }
    };
  }
}
