package org.tiersmith.service;

import java.io.IOException;
import java.nio.file.Path;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.Text;
import org.tiersmith.project.RunState;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.sample.SampleShop;
import org.tiersmith.task.JobContext;
import org.tiersmith.training.TrainingSettings;

/**
 * Fills a project with the sample shop, station after station, so that every screen comes alive.
 */
public final class SampleUseCase {
  private static final double SHOP_MADE = 0.03;
  private static final double IMPORTED = 0.10;
  private static final double TRAINED = 0.85;
  private static final double SCORED = 0.98;

  private final ProjectSession session;

  SampleUseCase(ProjectSession session) {
    this.session = session;
  }

  /** Writes the sample shop's files to a folder, which is made when missing. */
  public static void write(SampleSettings settings, Path folder) {
    new SampleShop(settings).writeTo(folder);
  }

  /**
   * Does what of the road has not been done yet; stopped halfway, it goes on from there.
   *
   * @param language of the shop's texts
   */
  public void fill(SampleLanguage language, JobContext context) throws IOException {
    if (session.data().current().isEmpty()) {
      importShop(language, context.part(0, IMPORTED));
      session.setCurrency(language == SampleLanguage.CHINESE ? "¥" : "$");
    }
    if (session.runs().all().stream().noneMatch(run -> run.state() == RunState.DONE)) {
      session.training().train(settings(), context.part(IMPORTED, TRAINED));
    }
    if (session.scoring().latestScore().isEmpty()) {
      session.scoring().score(null, null, DeviceChoice.AUTO, context.part(TRAINED, SCORED));
    }
    session.strategy().proposeScenarios();
    context.progress(1, Text.of("progress.sample.done", "The sample shop is ready"));
  }

  /** Whether the road was begun and not finished. */
  public boolean isUnfinished() {
    return session.data().current().isPresent() && session.scoring().latestScore().isEmpty();
  }

  private void importShop(SampleLanguage language, JobContext context) {
    try (Workspace workspace = new Workspace()) {
      context.progress(0, Text.of("progress.sample.make", "Making the sample shop"));
      SampleSettings usual = SampleSettings.defaults();
      write(
          new SampleSettings(
              usual.customers(), usual.products(), usual.exposures(), usual.seed(), language),
          workspace.folder());
      importFrom(workspace.folder(), context.part(SHOP_MADE / IMPORTED, 1));
    }
  }

  /** Imports the files that {@link #write} has written to a folder. */
  public void importFrom(Path shop, JobContext context) {
    RoleMapping mapping =
        session
            .data()
            .guess(
                shop.resolve("customers.csv"),
                shop.resolve("products.csv"),
                shop.resolve("events.csv"));
    session.data().importFiles(mapping, context);
  }

  private TrainingSettings settings() {
    return TrainingSettings.quick().withEncoder(session.engine().proposedEncoder());
  }
}
