package org.tiersmith.service;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
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
  private final TextPreviews previews;
  private final EngineUseCase engine;

  PersonUseCase(
      ProjectFile project,
      ImportUseCase data,
      TextUseCase texts,
      TextPreviews previews,
      EngineUseCase engine) {
    this.project = project;
    this.data = data;
    this.texts = texts;
    this.previews = previews;
    this.engine = engine;
  }

  /** How many events of each kind the customer has. */
  public SortedMap<String, Long> kinds(String customerId, JobContext context) {
    return CustomerHistory.kinds(data.tables(), customerId, context);
  }

  /**
   * A stretch of the customer's events, the latest first.
   *
   * @param kind one of {@link #kinds}; null for events of any kind
   * @param offset how many later ones are left out
   */
  public List<Happening> history(
      String customerId, @Nullable String kind, long offset, int limit, JobContext context) {
    return CustomerHistory.page(data.tables(), customerId, kind, offset, limit, context);
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
    return previews.preview(
        TextSide.CUSTOMER,
        texts.current().customer().source(),
        customerId,
        engine.proposedEncoder(),
        context);
  }
}
