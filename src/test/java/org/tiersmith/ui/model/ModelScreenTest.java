package org.tiersmith.ui.model;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiersmith.model.EncoderForm;
import org.tiersmith.project.RunState;
import org.tiersmith.service.RunView;
import org.tiersmith.training.NumericSetting;
import org.tiersmith.training.TrainingSettings;
import org.tiersmith.ui.Keyboard;
import org.tiersmith.ui.Pictures;
import org.tiersmith.ui.kit.Ui;

/** The model screen in every look. */
class ModelScreenTest {
  @Test
  void looksRight() {
    Pictures.take("model", ModelScreenTest::busy);
  }

  @Test
  void looksRightWhileARunIsGoing() {
    Pictures.take(
        "model-going",
        ui -> {
          FakeModelDesk desk = new FakeModelDesk().busy();
          desk.add(RunState.RUNNING, TrainingSettings.defaults(EncoderForm.TWO_TOWER), Double.NaN);
          desk.curve(5, 430, 1);
          desk.add(RunState.QUEUED, TrainingSettings.quick(), Double.NaN);
          return new ModelScreen(ui, desk, id -> {});
        });
  }

  @Test
  void looksRightWhenItsFiguresAreDoubtful() {
    Pictures.take(
        "model-doubtful",
        ui -> new ModelScreen(ui, new FakeModelDesk().warning().busy(), id -> {}));
  }

  @Test
  void looksRightOverItsQuality() {
    Pictures.take(
        "model-quality",
        ui -> {
          ModelScreen screen = busy(ui);
          screen.pageProperty().set(ModelScreen.Page.QUALITY);
          return screen;
        });
  }

  @Test
  void looksRightOverSeveralRuns() {
    Pictures.take(
        "model-compare",
        ui -> {
          ModelScreen screen = busy(ui);
          List<RunView> all = List.copyOf(screen.model().runs().all());
          screen.model().runs().choose(all, all.getFirst());
          screen.pageProperty().set(ModelScreen.Page.COMPARE);
          return screen;
        });
  }

  @Test
  void looksRightWithTheFormOpen() {
    Pictures.take(
        "model-form",
        ui -> {
          ModelScreen screen = busy(ui);
          screen.model().form().show();
          screen.model().form().form().textProperty(NumericSetting.BATCH).set("many");
          return screen;
        });
  }

  @Test
  void looksRightWithAllOfTheForm() {
    Pictures.take(
        "model-form-more",
        ui -> {
          ModelScreen screen = busy(ui);
          screen.model().form().show();
          screen.model().form().form().textProperty(NumericSetting.EPOCHS).set("1, 2, 3");
          screen.model().form().form().textProperty(NumericSetting.ADAPTER_RANK).set("8");
          screen.model().form().moreProperty().set(true);
          return screen;
        });
  }

  @Test
  void canBeUsedByKeyboard() {
    Keyboard.reachesAll(ModelScreenTest::busy);
  }

  @Test
  void saysWhatToDoWithoutRuns() {
    Pictures.take("model-no-runs", ui -> new ModelScreen(ui, new FakeModelDesk(), id -> {}));
  }

  private static ModelScreen busy(Ui ui) {
    ui.formats().currencyProperty().set("¥");
    ModelScreen screen = new ModelScreen(ui, new FakeModelDesk().busy().explaining(), id -> {});
    screen.model().pair().explain();
    return screen;
  }
}
