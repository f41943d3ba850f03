package org.tiersmith.service;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.profile.ModelReading;
import org.tiersmith.profile.NumberSet;
import org.tiersmith.profile.PairNumber;
import org.tiersmith.profile.season.Country;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.Run;
import org.tiersmith.training.TrainingSettings;

/**
 * What models read. A run is queued with all that decides it, and its model goes on reading that,
 * whatever is chosen for later runs.
 */
final class Readings {
  private final ProjectFile project;
  private final TextUseCase texts;
  private final SeasonUseCase seasons;

  /** The parts of a run's settings that say what its model reads. */
  private record Kept(@Nullable Sources texts, @Nullable Numbers numbers) {}

  /** Templates as they are kept. */
  private record Sources(String customer, String product) {}

  /** Numbers as they are kept. */
  private record Numbers(List<String> pair, Country holidays) {}

  Readings(ProjectFile project, TextUseCase texts, SeasonUseCase seasons) {
    this.project = project;
    this.texts = texts;
    this.seasons = seasons;
  }

  /** What the next run reads. */
  ModelReading next() {
    return with(texts.current());
  }

  /**
   * What the next run reads if its texts are made by some templates.
   *
   * @throws Problem where the data lack a column that they name
   */
  ModelReading next(TextTemplates templates) {
    texts.check(templates);
    return with(templates);
  }

  private ModelReading with(TextTemplates templates) {
    return new ModelReading(templates, NumberSet.usual(seasons.country()));
  }

  /** What a run was queued with; a {@link Problem} if there is none of that id. */
  ModelReading ofRun(long id) {
    Run run =
        project
            .runs()
            .find(id)
            .orElseThrow(
                () ->
                    Problem.of("texts.no-run", "This project has no run {0}.", Long.toString(id)));
    Kept kept = Json.read(run.settings(), Kept.class);
    Sources sources = kept.texts();
    Numbers numbers = kept.numbers();
    // Runs of versions that had nothing to choose have nothing kept.
    return new ModelReading(
        sources == null
            ? texts.defaults()
            : TextTemplates.of(sources.customer(), sources.product()),
        numbers == null ? NumberSet.FIRST : numbers(id, numbers));
  }

  private static NumberSet numbers(long run, Numbers kept) {
    return new NumberSet(
        kept.pair().stream().map(name -> number(run, name)).toList(), kept.holidays());
  }

  private static PairNumber number(long run, String name) {
    return PairNumber.find(name)
        .orElseThrow(
            () ->
                Problem.of(
                    "model.newer-numbers",
                    "The model of run {0} reads the number \"{1}\", which this version of the"
                        + " program can''t make. Use the version that trained it, or train again.",
                    Long.toString(run),
                    name));
  }

  /** A run's settings as JSON, with what its model reads. */
  static String write(TrainingSettings settings, ModelReading reading) {
    return Json.writeWith(
        settings,
        Map.of(
            "texts",
            new Sources(reading.texts().customer().source(), reading.texts().product().source()),
            "numbers",
            new Numbers(
                reading.numbers().numbers().stream().map(PairNumber::column).toList(),
                reading.numbers().holidays())));
  }
}
