package org.tiersmith.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.project.RunState;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.service.Preferences;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.RunView;
import org.tiersmith.service.SampleUseCase;
import org.tiersmith.service.Workbench;
import org.tiersmith.strategy.Scope;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.training.metrics.SegmentMetrics;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Language;
import org.tiersmith.ui.kit.Language.Tongue;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.model.RunQuality.Kind;

/** The model screen's view models over a real project with a tiny model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionDeskTest {
  private final Notices notices = new Notices();

  private ProjectSession session;
  private ModelViewModel model;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    TinyEncoder.catalogue(folder.resolve("models"));
    Path shop = folder.resolve("shop");
    SampleUseCase.write(new SampleSettings(40, 20, 600, 7, SampleLanguage.ENGLISH), shop);
    Workbench workbench =
        new Workbench(
            new Preferences(folder.resolve("preferences.properties")),
            new SameThreadJobRunner((job, failure) -> {}),
            folder.resolve("models"));
    session = workbench.create(folder.resolve("shop.tiersmith"));
    session.sample().importFrom(shop, JobContext.detached());
  }

  @Test
  void runsAreEstimatedTrainedJudgedScoredAndExplained() {
    Tasks tasks =
        new Tasks(new SameThreadJobRunner((job, failure) -> {}), FxDispatcher.direct(), notices);
    model = new ModelViewModel(ModelDesk.of(session), tasks, notices);
    estimateFollowsTheForm();
    model.queue().enqueue(List.of(settings(1), settings(2)));
    assertThat(model.runs().all()).extracting(RunView::state).containsOnly(RunState.DONE);
    assertThat(model.curves().curve(2).track("train.loss").size()).isPositive();
    assertThat(model.curves().curve(2).track("validation.loss").size()).isPositive();
    qualityFollowsTheThreshold();
    model.scores().score(model.runs().find(2).orElseThrow());
    assertThat(ModelDesk.of(session).names(Scope.CUSTOMER, "C", 3)).isNotEmpty();
    model.pair().showAny();
    PairWhyView why = Objects.requireNonNull(model.pair().whyProperty().get());
    for (Tongue tongue : Tongue.values()) {
      Texts words = new Texts(new Language(tongue), "model");
      assertThat(why.numbers())
          .isNotEmpty()
          .allSatisfy(part -> assertThat(words.get("number." + part.name())).isNotBlank());
    }
    assertThat(why.customer()).isNotEmpty();
    model.note(model.runs().find(1).orElseThrow(), "the first");
    assertThat(model.runs().find(1).orElseThrow().notes()).isEqualTo("the first");
    model.remove(model.runs().find(1).orElseThrow());
    assertThat(model.runs().find(1)).isEmpty();
    assertThat(notices.open()).noneMatch(notice -> notice.kind() != Notices.Kind.DONE);
  }

  private void estimateFollowsTheForm() {
    RunForm tiny = new RunForm();
    tiny.fill(settings(1));
    session.settings().put("model.form", RunFormMemory.write(tiny));
    model.form().show();
    assertThat(model.form().baseIds()).contains(TinyEncoder.ID);
    assertThat(model.form().outlookProperty().get().one().steps()).isPositive();
    assertThat(model.form().outlookProperty().get().seconds()).isPositive();
    model.form().hide();
  }

  private void qualityFollowsTheThreshold() {
    RunQuality quality = Objects.requireNonNull(model.quality().qualityProperty().get());
    long rows = Objects.requireNonNull(model.quality().confusionBinding().get()).rows();
    assertThat(rows).isPositive();
    assertThat(quality.at(0).truePositives()).isEqualTo(quality.at(0).positives());
    for (Kind kind : Kind.values()) {
      assertThat(quality.curve(kind).x()).as(kind.name()).isNotEmpty();
    }
    assertThat(quality.segments(0.5)).extracting(SegmentMetrics::rows).isNotEmpty();
    assertThat(quality.money(1, 0.1).given()).isEqualTo(rows);
  }

  private static TrainingSettings settings(long seed) {
    return TrainingSettings.defaults(EncoderForm.TWO_TOWER)
        .withEncoder(TinyEncoder.ID)
        .withSizes(1, 64, 32, 0)
        .withRun(DeviceChoice.CPU, seed);
  }

  @AfterAll
  void close() {
    model.close();
    session.close();
  }
}
