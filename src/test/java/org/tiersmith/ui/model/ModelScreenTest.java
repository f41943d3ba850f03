package org.tiersmith.ui.model;

import org.junit.jupiter.api.Test;
import org.tiersmith.ui.Keyboard;
import org.tiersmith.ui.Pictures;
import org.tiersmith.ui.model.RunForm.Field;

/** The model screen in every look. */
class ModelScreenTest {
  @Test
  void looksRight() {
    Pictures.take(
        "model",
        ui -> {
          ui.formats().currencyProperty().set("¥");
          return new ModelScreen(ui, new FakeModelDesk().busy(), id -> {});
        });
  }

  @Test
  void looksRightWithTheFormOpen() {
    Pictures.take(
        "model-form",
        ui -> {
          ModelScreen screen = new ModelScreen(ui, new FakeModelDesk().busy(), id -> {});
          screen.form().show();
          screen.form().form().textProperty(Field.BATCH).set("many");
          return screen;
        });
  }

  @Test
  void canBeUsedByKeyboard() {
    Keyboard.reachesAll(ui -> new ModelScreen(ui, new FakeModelDesk().busy(), id -> {}));
  }

  @Test
  void saysWhatToDoWithoutRuns() {
    Pictures.take("model-no-runs", ui -> new ModelScreen(ui, new FakeModelDesk(), id -> {}));
  }
}
