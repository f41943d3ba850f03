package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.profile.NumberSet;
import org.tiersmith.profile.PairNumber;
import org.tiersmith.profile.season.Country;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.TrainingSettings;

/** A run's model reads what it was queued with: also one of a version that read other numbers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingsTest {
  private static final JobContext CONTEXT = JobContext.detached();
  private static final TrainingSettings SETTINGS =
      TrainingSettings.defaults(EncoderForm.TWO_TOWER)
          .withEncoder(TinyEncoder.ID)
          .withSizes(1, 32, 24, 0)
          .withRun(DeviceChoice.CPU, 1);

  @TempDir private static Path folder;

  private ProjectSession session;
  private long older;
  private long newer;
  private long unknown;

  /** Runs as versions queued them that kept nothing, or a number of a version to come. */
  @BeforeAll
  void open() throws IOException {
    TinyEncoder.catalogue(folder.resolve("models"));
    SampleUseCase.write(
        new SampleSettings(30, 20, 400, 7, SampleLanguage.ENGLISH), folder.resolve("shop"));
    Path file = folder.resolve("shop.tiersmith");
    try (ProjectFile project = ProjectFile.create(file)) {
      String plain = Json.write(SETTINGS);
      older = project.runs().enqueue(plain, "CPU").id();
      unknown =
          project
              .runs()
              .enqueue(
                  plain.substring(0, plain.length() - 1)
                      + ",\"numbers\":{\"pair\":[\"moon_phase\"],\"holidays\":\"US\"}}",
                  "CPU")
              .id();
    }
    session =
        new Workbench(
                new Preferences(folder.resolve("preferences.properties")),
                new SameThreadJobRunner((_, _) -> {}),
                folder.resolve("models"))
            .open(file);
    session.sample().importFrom(folder.resolve("shop"), CONTEXT);
    session.seasons().choose(Country.GB);
    newer = session.training().enqueue(List.of(SETTINGS)).getFirst().id();
    session.seasons().choose(Country.CN);
    session.training().carryOn(older, CONTEXT);
    session.training().carryOn(newer, CONTEXT);
  }

  @AfterAll
  void close() {
    session.close();
  }

  @Test
  void anOlderRunReadsTheFirstNumbersWhenItTrainsScoresAndExplains() throws IOException {
    assertThat(session.scoring().reading(older).numbers()).isEqualTo(NumberSet.FIRST);
    assertThat(session.scoring().reading(older).texts()).isEqualTo(TextTemplates.ENGLISH);
    assertThat(numbersRead(older)).endsWith("year_sin", "year_cos").hasSize(15);
  }

  @Test
  void aNewRunReadsTheSeasonAndKeepsItsHolidays() throws IOException {
    NumberSet numbers = session.scoring().reading(newer).numbers();
    assertThat(numbers).isEqualTo(NumberSet.usual(Country.GB));
    assertThat(numbersRead(newer))
        .contains(PairNumber.CATEGORY_TREND.column(), PairNumber.HOLIDAY_NEAR.column())
        .hasSize(8 + numbers.numbers().size());
  }

  /** What is shown of a pair, which must be what its model says each number's part of. */
  private List<String> numbersRead(long run) throws IOException {
    assertThat(session.scoring().score(run, null, DeviceChoice.CPU, CONTEXT).pairs()).isPositive();
    String customer = session.strategy().pairs().customerIds().getFirst();
    String product = session.strategy().pairs().productIds().getFirst();
    List<String> shown =
        session.scoring().pair(customer, product).numbers().stream()
            .map(PairView.Number::name)
            .toList();
    PairWhy why = session.scoring().why(run, customer, product, CONTEXT);
    assertThat(why.attribution().numbers().keySet())
        .extracting(name -> name.substring(name.indexOf('.') + 1))
        .isEqualTo(shown);
    return shown;
  }

  @Test
  void aNumberOfALaterVersionIsNamed() {
    assertThatThrownBy(() -> session.training().carryOn(unknown, CONTEXT))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("moon_phase");
  }
}
