package org.tiersmith.ui;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.tiersmith.model.Text;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.Job;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.JobHandle;
import org.tiersmith.task.JobRunner;
import org.tiersmith.task.JobState;
import org.tiersmith.task.Lane;
import org.tiersmith.task.Progress;
import org.tiersmith.task.Registration;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.kit.Desktop;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Language;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;
import org.tiersmith.ui.kit.Theme;
import org.tiersmith.ui.kit.Ui;

/** A {@link Ui} for tests: jobs run when asked for, the desktop answers what it was told. */
public final class TestUi {
  private TestUi() {}

  /** On the FX thread. Jobs run at once on the calling thread. */
  public static Ui of(Tongue tongue, Theme.Mode mode) {
    return of(tongue, mode, new SameThreadJobRunner((job, failure) -> {}), new Answers());
  }

  /** In English and light, for gestures; from any thread. Jobs run at once on the calling one. */
  public static Ui of(Desktop desktop) {
    return Fx.call(
        () ->
            of(
                Tongue.ENGLISH,
                Theme.Mode.LIGHT,
                new SameThreadJobRunner((job, failure) -> {}),
                desktop));
  }

  /** On the FX thread. */
  public static Ui of(Tongue tongue, Theme.Mode mode, JobRunner runner, Desktop desktop) {
    Language language = new Language(tongue);
    Notices notices = new Notices();
    return new Ui(
        language,
        new Formats(language),
        new Theme(mode),
        new Tasks(runner, FxDispatcher.direct(), notices),
        notices,
        desktop,
        Runnable::run);
  }

  /** Holds jobs back until the test lets them run, so that what is seen meanwhile can be tested. */
  public static final class HeldRunner implements JobRunner {
    private final Deque<Held<?>> waiting = new ArrayDeque<>();

    @Override
    public <T> JobHandle<T> submit(Text title, Lane lane, Job<T> job) {
      Held<T> held = new Held<>(title, job);
      waiting.add(held);
      return held;
    }

    /** Runs those held, and those that they bring about, on the calling thread. */
    public void release() {
      while (!waiting.isEmpty()) {
        waiting.remove().run();
      }
    }

    @Override
    public List<JobHandle<?>> live() {
      return List.copyOf(waiting);
    }

    @Override
    public Registration onChange(Consumer<JobHandle<?>> listener) {
      return () -> {};
    }

    @Override
    public void close() {}
  }

  /** A job that runs when told. */
  public static final class Held<T> implements JobHandle<T> {
    private final Text title;
    private final Job<T> job;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final List<Consumer<Progress>> listeners = new ArrayList<>();
    private Progress progress;
    private JobState state = JobState.WAITING;
    private boolean cancelled;

    public Held(Text title, Job<T> job) {
      this.title = title;
      this.job = job;
      this.progress = new Progress(-1, title);
    }

    void run() {
      try {
        if (cancelled) {
          throw new CancelledException();
        }
        state = JobState.RUNNING;
        T value = job.run(new JobContext(this::report, () -> cancelled));
        state = JobState.DONE;
        outcome.complete(value);
      } catch (CancelledException e) {
        state = JobState.CANCELLED;
        outcome.completeExceptionally(e);
      } catch (Exception e) {
        state = JobState.FAILED;
        outcome.completeExceptionally(e);
      }
    }

    /** Reports progress as the job would. */
    public void report(Progress latest) {
      progress = latest;
      listeners.forEach(listener -> listener.accept(latest));
    }

    @Override
    public Text title() {
      return title;
    }

    @Override
    public JobState state() {
      return state;
    }

    @Override
    public Progress progress() {
      return progress;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }

    public boolean isCancelled() {
      return cancelled;
    }

    @Override
    public void onProgress(Consumer<Progress> listener) {
      listeners.add(listener);
      listener.accept(progress);
    }

    @Override
    public CompletionStage<T> outcome() {
      return outcome;
    }
  }

  /** A desktop whose person has already answered. */
  public static final class Answers implements Desktop {
    private final Deque<Path> files = new ArrayDeque<>();
    private final List<Path> revealed = new ArrayList<>();
    private boolean agrees = true;

    /** The files that will be chosen, one a question; without any the person cancels. */
    public Answers choosing(Path... chosen) {
      files.addAll(List.of(chosen));
      return this;
    }

    public Answers declining() {
      agrees = false;
      return this;
    }

    public List<Path> revealed() {
      return revealed;
    }

    @Override
    public Optional<Path> chooseFile(String title, FileKind... kinds) {
      return Optional.ofNullable(files.poll());
    }

    @Override
    public List<Path> chooseFiles(String title, FileKind... kinds) {
      List<Path> all = List.copyOf(files);
      files.clear();
      return all;
    }

    @Override
    public Optional<Path> chooseTarget(String title, String proposedName, FileKind... kinds) {
      return Optional.ofNullable(files.poll());
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
      return Optional.ofNullable(files.poll());
    }

    @Override
    public boolean confirm(String title, String question, String yes, String no) {
      return agrees;
    }

    @Override
    public void reveal(Path path) {
      revealed.add(path);
    }
  }
}
