package org.tiersmith.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ExampleBuilder;
import org.tiersmith.data.ExampleCount;
import org.tiersmith.data.ExampleSettings;
import org.tiersmith.encoder.EncoderCatalogue;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.profile.ModelReading;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.project.Dataset;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.RunState;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.FineTuner;
import org.tiersmith.training.Pace;
import org.tiersmith.training.Proposal;
import org.tiersmith.training.TrainingSettings;

/** Trains models on the project's data: proposes settings, queues runs, does them. */
public final class TrainingUseCase {
  private final ProjectFile project;
  private final ImportUseCase data;
  private final Readings readings;
  private final EngineUseCase engine;
  private final RunUseCase runs;
  private final ProjectEvents events;
  private final FineTuner tuner;
  private final PaceBook paces;
  private final Set<Long> pausing = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Counted counted;

  /** How many examples some data make. */
  private record Counted(String data, ExampleCount count) {}

  TrainingUseCase(
      ProjectFile project,
      ImportUseCase data,
      EncoderCatalogue catalogue,
      Readings readings,
      EngineUseCase engine,
      RunUseCase runs,
      ProjectEvents events) {
    this.project = project;
    this.data = data;
    this.readings = readings;
    this.engine = engine;
    this.runs = runs;
    this.events = events;
    this.tuner = new FineTuner(catalogue);
    this.paces = new PaceBook(catalogue);
  }

  /** Settings that suit the project's data and this machine. */
  public TrainingSettings proposed(EncoderForm form) {
    return proposed(form, DeviceChoice.AUTO, 0);
  }

  /**
   * Settings that suit the project's data where something is chosen already.
   *
   * @param maxExamples most examples that the encoder trains on; 0 for all
   */
  public TrainingSettings proposed(EncoderForm form, DeviceChoice device, int maxExamples) {
    if (data.current().isEmpty()) {
      return TrainingSettings.defaults(form).withEncoder(engine.proposedEncoder());
    }
    long all = RunEstimate.trainable(count(JobContext.detached()));
    long examples = maxExamples == 0 ? all : Math.min(maxExamples, all);
    return Proposal.of(form, examples, device != DeviceChoice.CPU && engine.usesGpu())
        .withEncoder(engine.proposedEncoder());
  }

  /** Fine-tunes a model. What it learned up to a cancel or a crash stays in the project. */
  public RunView train(TrainingSettings settings, JobContext context) throws IOException {
    return carryOn(enqueue(List.of(settings)).getFirst().id(), context);
  }

  /** As {@link #enqueue(List, TextTemplates)}, with the project's present templates. */
  public List<RunView> enqueue(List<TrainingSettings> all) throws IOException {
    return enqueue(all, readings.next());
  }

  /**
   * Puts runs at the end of the queue, where they stay until {@link #carryOn}.
   *
   * @param templates of the texts that their models read, then and whenever they score
   * @throws Problem where there is no data, or an encoder or device can't be used; then none is
   *     queued
   */
  public List<RunView> enqueue(List<TrainingSettings> all, TextTemplates templates)
      throws IOException {
    return enqueue(all, readings.next(templates));
  }

  private List<RunView> enqueue(List<TrainingSettings> all, ModelReading reading)
      throws IOException {
    check(all);
    List<RunView> queued =
        all.stream()
            .map(s -> project.runs().enqueue(Readings.write(s, reading), s.device().name()))
            .map(runs::view)
            .toList();
    events.publish(ProjectChange.RUN_STARTED);
    return queued;
  }

  /**
   * Refuses runs that can't be started.
   *
   * @throws Problem where there is no data, or an encoder or device can't be used
   */
  public void check(List<TrainingSettings> all) throws IOException {
    data.dataset();
    record Ground(String encoder, DeviceChoice device) {}
    Set<Ground> checked = new HashSet<>();
    for (TrainingSettings settings : all) {
      if (checked.add(new Ground(settings.encoder(), settings.device()))) {
        tuner.check(settings);
      }
    }
  }

  /**
   * Trains a run that waits, or goes on with one that stopped, on the calling thread until it ends
   * or is paused.
   *
   * @throws Problem if there is nothing to go on from, or the data are not those it began with
   */
  public RunView carryOn(long id, JobContext context) throws IOException {
    RunView run = runs.run(id);
    if (!run.resumable()) {
      throw Problem.of(
          "model.not-resumable",
          "Run {0} has no state to go on from. Start a new run with its settings.",
          Long.toString(id));
    }
    if (pausing.remove(id)) {
      // Paused while it waited for its turn.
      return run;
    }
    Dataset dataset = data.dataset();
    runs.began(id);
    try {
      new TrainingJob(
              project,
              tuner,
              events,
              id,
              run.settings(),
              readings.ofRun(id),
              () -> pausing.contains(id))
          .run(data.tables(dataset), dataset.provenance().inputHash(), context);
    } finally {
      runs.ended(id);
      pausing.remove(id);
      events.publish(ProjectChange.RUN_ENDED);
    }
    return runs.run(id);
  }

  /**
   * Asks a run that is going to keep its state after its step, and to stop; one whose turn has not
   * come yet does not begin.
   */
  public void pause(long id) {
    pausing.add(id);
  }

  /**
   * What each of some runs would take. Their pace is measured by a few steps (3 s, once for all
   * that are alike), unless a run is going, which would spoil both; then only what was measured
   * before is known.
   */
  public List<RunEstimate> estimates(List<TrainingSettings> all, JobContext context)
      throws IOException {
    ExampleCount count = count(context);
    boolean quiet = runs.all().stream().noneMatch(run -> run.state() == RunState.RUNNING);
    String hash = data.dataset().provenance().inputHash();
    List<Optional<Pace>> known =
        paces.of(
            all, new PaceBook.Ground(hash, data.tables(), readings.next(), count), quiet, context);
    List<RunEstimate> estimates = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      estimates.add(RunEstimate.of(all.get(i), known.get(i).orElse(null), count));
    }
    return estimates;
  }

  /** Steps of the optimiser that a run with these settings takes if it does not stop early. */
  public long steps(TrainingSettings settings, JobContext context) {
    return RunEstimate.of(settings, null, count(context)).steps();
  }

  private ExampleCount count(JobContext context) {
    String hash = data.dataset().provenance().inputHash();
    Counted known = counted;
    if (known == null || !known.data().equals(hash)) {
      known =
          new Counted(hash, ExampleBuilder.count(data.tables(), ExampleSettings.DEFAULT, context));
      counted = known;
    }
    return known.count();
  }
}
