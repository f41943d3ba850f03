package org.tiersmith.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.encoder.TinyEncoder;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.model.Problem;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.sample.SampleLanguage;
import org.tiersmith.sample.SampleSettings;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.TrainingSettings;

/** Templates of a project: looked at, changed, taken back, and what runs make of them. */
class TextUseCaseTest {
  private static final String SHORT = "is {rfm}";

  @TempDir private Path folder;
  private ProjectSession session;

  @BeforeEach
  void open() throws IOException {
    TinyEncoder.catalogue(folder.resolve("models"));
    SampleUseCase.write(
        new SampleSettings(30, 20, 400, 7, SampleLanguage.ENGLISH), folder.resolve("shop"));
    session = reopened();
    session.sample().importFrom(folder.resolve("shop"), JobContext.detached());
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void savesUndoesAndResets() {
    List<ProjectChange> told = new ArrayList<>();
    session.events().listen(told::add);
    TextUseCase texts = session.texts();
    assertThat(texts.current()).isEqualTo(TextTemplates.ENGLISH);
    texts.save(TextSide.CUSTOMER, SHORT);
    assertThat(texts.current().customer().source()).isEqualTo(SHORT);
    assertThat(texts.current().product()).isEqualTo(TextTemplates.ENGLISH.product());
    texts.undo();
    assertThat(texts.current()).isEqualTo(TextTemplates.ENGLISH);
    texts.redo();
    assertThat(texts.current().customer().source()).isEqualTo(SHORT);
    texts.reset(TextSide.CUSTOMER);
    assertThat(texts.current()).isEqualTo(TextTemplates.ENGLISH);
    assertThat(texts.undoable()).isPresent();
    assertThat(told).hasSize(4).containsOnly(ProjectChange.TEXTS_CHANGED);
  }

  @Test
  void areThereAfterReopening() {
    session.texts().save(TextSide.PRODUCT, "{title: 3 words}");
    session.close();
    session = reopened();
    assertThat(session.texts().current().product().source()).isEqualTo("{title: 3 words}");
  }

  @Test
  void refusesFaultyOnesAndKeepsTheFormer() throws IOException {
    assertThatThrownBy(() -> session.texts().save(TextSide.CUSTOMER, "{bougt}"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("template of customers: Line 1, column 2")
        .hasMessageContaining("bought");
    assertThat(session.texts().faults(TextSide.PRODUCT, "{attribute: colur}")).hasSize(1);
    assertThat(session.texts().current()).isEqualTo(TextTemplates.ENGLISH);
    Path file = Files.write(folder.resolve("bad.txt"), new byte[] {(byte) 0xff, 'a'});
    assertThatThrownBy(() -> session.texts().read(file, null))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("bad.txt");
    TextTemplates elsewhere = TextTemplates.of("{attribute: nowhere}", "{title}");
    assertThatThrownBy(() -> session.training().enqueue(List.of(settings()), elsewhere))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("nowhere");
    assertThat(session.runs().all()).isEmpty();
  }

  @Test
  void showsTextsWithTheirLengths() throws IOException {
    JobContext context = JobContext.detached();
    String id = session.textPreviews().someIds(TextSide.PRODUCT, 1, context).getFirst();
    TextPreview preview =
        session
            .textPreviews()
            .preview(TextSide.PRODUCT, "one two three", id, TinyEncoder.ID, context);
    assertThat(preview.text()).isEqualTo("one two three.");
    assertThat(preview.pieces()).isPositive();
    TextPreview.Counts counts =
        session.textPreviews().lengths(TextTemplates.ENGLISH, TinyEncoder.ID, 40, context);
    assertThat(counts.customers().texts()).isEqualTo(30);
    assertThat(counts.products().texts()).isEqualTo(20);
    assertThat(counts.customers().median()).isBetween(3, counts.customers().p95());
    assertThat(counts.pairs().most())
        .isLessThan(counts.customers().most() + counts.products().most());
    assertThat(counts.customers().tooLong()).isBetween(0, 30);
    assertThat(
            session
                .textPreviews()
                .lengths(TextTemplates.ENGLISH, TinyEncoder.ID, 2, context)
                .customers())
        .satisfies(all -> assertThat(all.tooLong()).isEqualTo(30));
  }

  @Test
  void aRunKeepsItsOwn() throws IOException {
    TextTemplates own = TextTemplates.of(SHORT, "{title: 2 words}");
    RunView queued = session.training().enqueue(List.of(settings()), own).getFirst();
    session.texts().save(TextSide.CUSTOMER, "{about}");
    RunView run = session.training().carryOn(queued.id(), JobContext.detached());
    assertThat(session.scoring().reading(run.id()).texts()).isEqualTo(own);
    assertThat(run.settings()).isEqualTo(settings());
    session.scoring().score(run.id(), null, DeviceChoice.CPU, JobContext.detached());
    String customer = session.strategy().pairs().customerIds().getFirst();
    String product = session.strategy().pairs().productIds().getFirst();
    assertThat(session.scoring().pair(customer, product).customerText()).startsWith("is ");
    session.close();
    session = reopened();
    assertThat(session.scoring().reading(run.id()).texts()).isEqualTo(own);
    assertThat(session.texts().current().customer().source()).isEqualTo("{about}");
  }

  private ProjectSession reopened() {
    return new Workbench(
            new Preferences(folder.resolve("preferences.properties")),
            new SameThreadJobRunner((_, _) -> {}),
            folder.resolve("models"))
        .openOrCreate(folder.resolve("shop.tiersmith"));
  }

  private static TrainingSettings settings() {
    return TrainingSettings.defaults(EncoderForm.TWO_TOWER)
        .withEncoder(TinyEncoder.ID)
        .withSizes(1, 32, 24, 0)
        .withRun(DeviceChoice.CPU, 1);
  }
}
