package org.tiersmith.service;

import java.nio.file.Path;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.project.ChildProcess;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.ScenarioDefaults;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.TrainingSettings;

/**
 * Goes the road over and over, in one project, until it is killed: import, train, score, freeze. It
 * says what it does, and after each commit what the project holds from then on.
 */
public final class RoadUnderKill {
  private static final int ROUNDS = 1_000;

  private RoadUnderKill() {}

  /** Arguments: project file, models folder, folder with the shop's files. */
  public static void main(String[] arguments) throws Exception {
    Path shop = Path.of(arguments[2]);
    Workbench workbench =
        new Workbench(
            new Preferences(shop.resolve("preferences.properties")),
            new SameThreadJobRunner((job, failure) -> failure.printStackTrace()),
            Path.of(arguments[1]));
    ChildProcess.say("opening");
    try (ProjectSession session = workbench.openOrCreate(Path.of(arguments[0]))) {
      session.events().listen(change -> ChildProcess.say("held " + HeldState.of(session)));
      JobContext context =
          new JobContext(
              progress -> ChildProcess.say("doing " + progress.text().key()), () -> false);
      for (int round = 0; round < ROUNDS; round++) {
        goOnce(session, shop, context);
      }
    }
  }

  private static void goOnce(ProjectSession session, Path shop, JobContext context)
      throws Exception {
    session.sample().importFrom(shop, context);
    TrainingSettings settings =
        TrainingSettings.defaults(EncoderForm.TWO_TOWER)
            .withEncoder(TinyEncoder.ID)
            .withSizes(2, 16, 32, 0)
            .withRun(DeviceChoice.CPU, 3);
    session.training().train(settings, context);
    session.scoring().score(null, null, DeviceChoice.CPU, context);
    session.plans().freeze(ScenarioDefaults.of("Ten", new Policy.Fixed(0.1)), context);
  }
}
