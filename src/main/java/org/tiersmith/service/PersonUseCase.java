package org.tiersmith.service;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tiersmith.profile.CustomerHistory;
import org.tiersmith.profile.CustomerHistory.Happening;
import org.tiersmith.profile.CustomerHistory.Likely;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.ScoreSet;
import org.tiersmith.task.JobContext;

/** Shows one customer: what it did, what it is likely to do, what a model reads. Thread-safe. */
public final class PersonUseCase {
  private final ProjectFile project;
  private final ImportUseCase data;
  private final TextUseCase texts;
  private final EngineUseCase engine;

  PersonUseCase(ProjectFile project, ImportUseCase data, TextUseCase texts, EngineUseCase engine) {
    this.project = project;
    this.data = data;
    this.texts = texts;
    this.engine = engine;
  }

  /** All events, the latest first. */
  public List<Happening> history(String customerId, JobContext context) {
    return CustomerHistory.of(data.tables(), customerId, context);
  }

  /** What the customer is likeliest to buy by the latest scores; empty where none are scored. */
  public List<Likely> likely(String customerId, int most, JobContext context) {
    Optional<ScoreSet> scores = project.scores().latest();
    return scores.isEmpty()
        ? List.of()
        : CustomerHistory.likely(
            data.tables(),
            project.artifacts().layout(scores.get().pairs()),
            customerId,
            most,
            context);
  }

  /** What a model reads of the customer now, by the templates of the next run. */
  public TextPreview reads(String customerId, JobContext context) throws IOException {
    return texts.preview(
        TextSide.CUSTOMER,
        texts.current().customer().source(),
        customerId,
        engine.proposedEncoder(),
        context);
  }
}
