package org.tiersmith.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.project.ChildProcess;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.Precision;
import org.tiersmith.training.TrainingSettings;

/** Trains one run, or goes on with it, until it is done or somebody kills the process. */
final class TrainUnderKill {
  private TrainUnderKill() {}

  /** Arguments: project file, models folder, folder with the shop's files. */
  public static void main(String[] arguments) throws Exception {
    Path shop = Path.of(arguments[2]);
    try (ProjectSession session =
        workbench(shop, Path.of(arguments[1])).openOrCreate(Path.of(arguments[0]))) {
      JobContext context =
          new JobContext(
              progress -> ChildProcess.say("doing " + progress.text().key()), () -> false);
      goOn(session, shop, context);
    }
  }

  static Workbench workbench(Path shop, Path models) {
    return new Workbench(
        new Preferences(shop.resolve("preferences.properties")),
        new SameThreadJobRunner((job, failure) -> failure.printStackTrace()),
        models);
  }

  /** The run that was begun, or a new one, to its end. */
  static RunView goOn(ProjectSession session, Path shop, JobContext context) throws Exception {
    if (session.data().current().isEmpty()) {
      session.sample().importFrom(shop, context);
    }
    Optional<RunView> begun = session.runs().all().stream().filter(RunView::resumable).findFirst();
    RunView run =
        begun.isPresent()
            ? begun.get()
            : session.training().enqueue(List.of(settings())).getFirst();
    return session.training().carryOn(run.id(), context);
  }

  static TrainingSettings settings() {
    TrainingSettings usual = TrainingSettings.defaults(EncoderForm.CROSS);
    return usual
        .change()
        .encoder(TinyEncoder.ID)
        .sizes(3, 8, 32, 0)
        .device(DeviceChoice.CPU)
        .seed(3)
        .precision(Precision.EXACT)
        .tuning(usual.tuning().with(0, 1))
        .build();
  }
}
