package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.profile.season.CategorySeason;
import org.tiersmith.profile.season.Country;
import org.tiersmith.profile.season.Demand;
import org.tiersmith.profile.season.Measure;
import org.tiersmith.profile.season.Seasons;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;

/** The seasons of a project. */
class SeasonUseCaseTest {
  @TempDir private Path folder;
  private ProjectSession session;

  @BeforeEach
  void open() {
    session = reopened();
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void showsTheSampleShop() {
    importShop(SampleLanguage.ENGLISH);
    SeasonUseCase use = session.seasons();
    Seasons seasons = use.seasons(Measure.REVENUE, JobContext.detached());
    assertThat(use.seasons(Measure.REVENUE, JobContext.detached())).isSameAs(seasons);
    assertThat(seasons.grouping()).isEqualTo(Demand.Grouping.CATEGORY);
    assertThat(seasons.categories().getFirst().category()).isEqualTo(Demand.ALL);
    assertThat(seasons.judged()).isEqualTo(seasons.categories().size() - 1);
    CategorySeason whole = use.category(Demand.ALL, Measure.REVENUE, JobContext.detached());
    double parts = seasons.categories().stream().skip(1).mapToDouble(CategorySeason::total).sum();
    assertThat(whole.total()).isGreaterThanOrEqualTo(0.999 * parts);
    assertThat(whole.outlook().weeks()).hasSize(seasons.weeks());
    assertThat(whole.outlook().ahead()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(use.notes(whole))
        .extracting(Text::key)
        .contains("season.one-year")
        .containsAnyOf("season.method-used", "season.naive-used");
    assertThat(use.notes(whole)).allSatisfy(note -> assertThat(note.english()).doesNotContain("{"));
    assertThatThrownBy(() -> use.category("Nope", Measure.UNITS, JobContext.detached()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Nope");
  }

  @Test
  void theCountryIsChosenAndKept() {
    importShop(SampleLanguage.CHINESE);
    List<ProjectChange> told = new ArrayList<>();
    session.events().listen(told::add);
    assertThat(session.seasons().country()).isEqualTo(Country.CN);
    session.seasons().choose(Country.NONE);
    assertThat(told).containsExactly(ProjectChange.SEASONS_CHANGED);
    assertThat(
            session.seasons().category(Demand.ALL, Measure.UNITS, JobContext.detached()).holidays())
        .isEmpty();
    session.close();
    session = reopened();
    assertThat(session.seasons().country()).isEqualTo(Country.NONE);
  }

  @Test
  void withoutACountryTheCurrencySuggestsOne() {
    session.setCurrency("£");
    assertThat(session.seasons().country()).isEqualTo(Country.GB);
    assertThatThrownBy(() -> session.seasons().seasons(Measure.UNITS, JobContext.detached()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no data");
  }

  private void importShop(SampleLanguage language) {
    Path shop = folder.resolve("shop");
    SampleUseCase.write(new SampleSettings(150, 60, 1_500, 7, language), shop);
    session.sample().importFrom(shop, JobContext.detached());
  }

  private ProjectSession reopened() {
    return new Workbench(
            new Preferences(folder.resolve("preferences.properties")),
            new SameThreadJobRunner((_, _) -> {}),
            folder.resolve("models"))
        .openOrCreate(folder.resolve("shop.tiersmith"));
  }
}
