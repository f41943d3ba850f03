package org.tiersmith.service;

import java.nio.file.Path;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.project.ChildProcess;
import org.tiersmith.task.JobContext;

/** Scores with a project's last run until somebody kills the process. */
final class ScoreUnderKill {
  private ScoreUnderKill() {}

  /** Arguments: project file, models folder, folder with the shop's files. */
  public static void main(String[] arguments) throws Exception {
    try (ProjectSession session =
        TrainUnderKill.workbench(Path.of(arguments[2]), Path.of(arguments[1]))
            .open(Path.of(arguments[0]))) {
      JobContext context =
          new JobContext(
              progress -> ChildProcess.say("doing " + progress.text().key()), () -> false);
      session.scoring().score(null, null, DeviceChoice.CPU, context);
    }
  }
}
