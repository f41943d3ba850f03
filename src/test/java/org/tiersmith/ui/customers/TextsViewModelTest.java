package org.tiersmith.ui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tiersmith.profile.template.TextSide;
import org.tiersmith.profile.template.TextTemplates;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

class TextsViewModelTest {
  private final Notices notices = new Notices();
  private TextsViewModel model;
  private final FakeTexts desk = new FakeTexts(change -> model.changed());

  private TextsViewModel model() {
    Tasks tasks =
        new Tasks(new SameThreadJobRunner((job, thrown) -> {}), FxDispatcher.direct(), notices);
    model = new TextsViewModel(desk, tasks, notices);
    model.look();
    return model;
  }

  @Test
  void triesTheSavedTemplateAtOnce() {
    assertThat(model().sourceProperty().get()).isEqualTo(TextTemplates.ENGLISH.customer().source());
    assertThat(model.isChanged()).isFalse();
    assertThat(model.trial().triedProperty().get().preview().id()).isEqualTo("C-00001");
    assertThat(model.trial().countsProperty().get().pairs().tooLong()).isEqualTo(12);
  }

  @Test
  void countsAnewForALongerSequence() {
    model().trial().maxLengthProperty().set(128);
    assertThat(model.trial().countsProperty().get().pairs().tooLong()).isZero();
  }

  @Test
  void tellsWhereAFaultIsAndPreviewsNothing() {
    model().sourceProperty().set("Bought: {bouht}.");
    assertThat(model.trial().triedProperty().get().faults().getFirst().column()).isPositive();
    assertThat(model.trial().triedProperty().get().preview()).isNull();
  }

  @Test
  void savesResetsAndTakesBack() {
    model().sourceProperty().set("Bought: {bought}.");
    assertThat(desk.current().customer()).isEqualTo(TextTemplates.ENGLISH.customer());
    model.save();
    assertThat(desk.current().customer().source()).isEqualTo("Bought: {bought}.");
    assertThat(model.isChanged()).isFalse();
    model.reset();
    assertThat(model.sourceProperty().get()).isEqualTo(TextTemplates.ENGLISH.customer().source());
    model.undo();
    assertThat(model.sourceProperty().get()).isEqualTo("Bought: {bought}.");
  }

  @Test
  void editsTheProductsTemplateToo() {
    model().sideProperty().set(TextSide.PRODUCT);
    assertThat(model.sourceProperty().get()).isEqualTo(TextTemplates.ENGLISH.product().source());
    assertThat(model.trial().idProperty().get()).isEqualTo("P-1");
  }

  @Test
  void discardsWhatWasNotSaved() {
    model().sourceProperty().set("{bought}");
    assertThat(model.isChanged()).isTrue();
    model.revert();
    assertThat(model.isChanged()).isFalse();
  }
}
