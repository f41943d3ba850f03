package org.tiersmith.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tiersmith.encoder.LinearLayer;
import org.tiersmith.model.DeviceChoice;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.task.SameThreadJobRunner;
import org.tiersmith.training.Adapters;
import org.tiersmith.training.NumericSetting;
import org.tiersmith.training.Optimiser;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.TestUi.HeldRunner;
import org.tiersmith.ui.kit.FxDispatcher;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

class RunFormTest {
  private final Notices notices = new Notices();
  private final FakeModelDesk desk = new FakeModelDesk();
  private final List<TrainingSettings> started = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(EncoderForm.class)
  void whatIsFilledInComesOutAgain(EncoderForm kind) {
    RunForm form = new RunForm();
    TrainingSettings settings =
        TrainingSettings.defaults(kind)
            .change()
            .adapters(new Adapters(8, List.of(LinearLayer.QUERY, LinearLayer.VALUE)))
            .device(DeviceChoice.CPU)
            .seed(17)
            .build();
    form.fill(settings);
    assertThat(form.settings(settings)).containsExactly(settings);
  }

  @ParameterizedTest
  @EnumSource(NumericSetting.class)
  void eachFieldTakesItsEndsAndNothingBeyond(NumericSetting setting) {
    RunForm form = filled();
    for (double end : new double[] {setting.least(), setting.most()}) {
      form.textProperty(setting).set(NumericSetting.text(end));
      assertThat(form.isValid(setting)).as("%s %s", setting, end).isTrue();
    }
    for (String wrong : List.of("", "many", "-1", "1e400", "1,,2", "NaN", "0x10")) {
      form.textProperty(setting).set(wrong);
      assertThat(form.isValid(setting)).as("%s %s", setting, wrong).isFalse();
      assertThat(form.validProperty().get()).isFalse();
      assertThat(form.runs()).isZero();
    }
  }

  @Test
  void severalValuesMakeAllCombinations() {
    RunForm form = filled();
    form.textProperty(NumericSetting.EPOCHS).set("1, 2; 3");
    form.textProperty(NumericSetting.LEARNING_RATE).set("1e-4，0.0003");
    assertThat(form.runs()).isEqualTo(6);
    List<TrainingSettings> all = form.settings(TrainingSettings.defaults(EncoderForm.CROSS));
    assertThat(all).hasSize(6).doesNotHaveDuplicates();
    assertThat(all).extracting(TrainingSettings::epochs).containsOnly(1, 2, 3);
    assertThat(all).extracting(TrainingSettings::learningRate).containsOnly(1e-4, 3e-4);
  }

  @Test
  void someAreDrawnAtRandomTheSameForTheSameSeed() {
    RunForm form = filled();
    form.textProperty(NumericSetting.EPOCHS).set("1,2,3,4,5,6,7,8,9");
    form.textProperty(NumericSetting.BATCH).set("8,16,32,64,128");
    form.mostProperty().set("7");
    TrainingSettings base = TrainingSettings.defaults(EncoderForm.CROSS);
    assertThat(form.settings(base)).hasSize(7).doesNotHaveDuplicates();
    assertThat(form.settings(base)).isEqualTo(form.settings(base));
    form.mostProperty().set("few");
    assertThat(form.isMostValid()).isFalse();
    assertThat(form.settings(base)).isEmpty();
  }

  @Test
  void moreThanAnybodyWaitsForAreRefusedUnlessSomeAreDrawn() {
    RunForm form = filled();
    String ten = "0,0.01,0.02,0.03,0.04,0.05,0.06,0.07,0.08,0.09";
    form.textProperty(NumericSetting.DROPOUT).set(ten);
    form.textProperty(NumericSetting.WARMUP).set(ten);
    form.textProperty(NumericSetting.WEIGHT_DECAY).set(ten);
    assertThat(form.isTooMany()).isTrue();
    assertThat(form.validProperty().get()).isFalse();
    form.mostProperty().set("20");
    assertThat(form.runs()).isEqualTo(20);
  }

  @Test
  void adaptersWantALayer() {
    RunForm form = filled();
    form.textProperty(NumericSetting.ADAPTER_RANK).set("8");
    for (LinearLayer target : LinearLayer.values()) {
      form.choices().target(target, false);
    }
    assertThat(form.validProperty().get()).isFalse();
    form.choices().target(LinearLayer.QUERY, true);
    assertThat(form.validProperty().get()).isTrue();
  }

  @Test
  void itProposesStartsAndCloses() {
    RunFormViewModel model = model(tasks());
    assertThat(model.openProperty().get()).isFalse();
    model.show();
    assertThat(model.openProperty().get()).isTrue();
    assertThat(model.baseIds()).contains("all-minilm-l6-v2", "bge-small-zh-v15");
    model.form().formProperty().set(EncoderForm.CROSS);
    model.start();
    assertThat(model.openProperty().get()).isFalse();
    assertThat(started).containsExactly(desk.proposed(EncoderForm.CROSS));
  }

  @Test
  void itIsReopenedAsItWasLeftAlsoInAnotherSession() {
    RunFormViewModel model = model(tasks());
    model.show();
    model.form().formProperty().set(EncoderForm.CROSS);
    model.form().textProperty(NumericSetting.EPOCHS).set("2,4");
    model.form().choices().optimiserProperty().set(Optimiser.SGD);
    model.form().choices().target(LinearLayer.KEY, false);
    model.moreProperty().set(true);
    String left = RunFormMemory.write(model.form());
    model.hide();
    RunFormViewModel again = model(tasks());
    again.show();
    assertThat(RunFormMemory.write(again.form())).isEqualTo(left);
    assertThat(again.moreProperty().get()).isTrue();
    again.reset();
    assertThat(again.form().settings(desk.proposed(EncoderForm.CROSS)))
        .containsExactly(desk.proposed(EncoderForm.CROSS));
  }

  @Test
  void whatAnotherVersionWroteIsLeftOut() {
    desk.remember("model.form", "form=TRIPLE\nepochs=3");
    RunFormViewModel model = model(tasks());
    model.show();
    assertThat(model.form().settings(desk.proposed(EncoderForm.TWO_TOWER)))
        .containsExactly(desk.proposed(EncoderForm.TWO_TOWER));
  }

  @Test
  void aBaseThatCannotBeUsedStartsNothing() {
    RunFormViewModel model = model(tasks());
    model.show();
    model.form().encoderProperty().set("my-bert");
    assertThat(model.isStartable()).isFalse();
    model.start();
    assertThat(started).isEmpty();
  }

  @Test
  void theEstimateFollowsTheLatestSettings() {
    HeldRunner held = new HeldRunner();
    RunFormViewModel model = model(new Tasks(held, FxDispatcher.direct(), notices));
    model.show();
    held.release();
    model.form().textProperty(NumericSetting.EPOCHS).set("3");
    model.form().textProperty(NumericSetting.EPOCHS).set("5");
    held.release();
    assertThat(model.outlookProperty().get().one().steps()).isEqualTo(3000);
    model.form().textProperty(NumericSetting.EPOCHS).set("5,6");
    held.release();
    assertThat(model.outlookProperty().get().runs()).isEqualTo(2);
    model.form().textProperty(NumericSetting.EPOCHS).set("x");
    assertThat(model.outlookProperty().get()).isNull();
  }

  private static RunForm filled() {
    RunForm form = new RunForm();
    form.fill(TrainingSettings.defaults(EncoderForm.CROSS));
    assertThat(form.validProperty().get()).isTrue();
    return form;
  }

  private RunFormViewModel model(Tasks tasks) {
    return new RunFormViewModel(desk, tasks, notices, started::addAll);
  }

  private Tasks tasks() {
    return new Tasks(new SameThreadJobRunner((job, failure) -> {}), FxDispatcher.direct(), notices);
  }
}
