package org.tiersmith.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.kit.LabelledSlider.Layout;
import org.tiersmith.ui.kit.LabelledSlider.Range;
import org.tiersmith.ui.kit.Language.Tongue;

class LabelledSliderTest {
  private final Language language = new Language(Tongue.ENGLISH);

  private LabelledSlider slider() {
    LabelledSlider slider =
        new LabelledSlider(
            Layout.STACKED,
            new ReadOnlyStringWrapper("α"),
            new Range(0, 1, 0.01),
            ValueFormat.number(2),
            new Formats(language),
            language);
    slider.valueProperty().set(0.4);
    return slider;
  }

  @Test
  void takesATypedNumber() {
    assertThat(typed("0.62")).isEqualTo(0.62);
  }

  @Test
  void clampsWhatLiesOutside() {
    assertThat(typed("7")).isEqualTo(1);
  }

  @Test
  void keepsItsValueWhenNoNumberIsTyped() {
    assertThat(typed("much")).isEqualTo(0.4);
  }

  @Test
  void arrowKeysStep() {
    double value =
        Fx.call(
            () -> {
              LabelledSlider slider = slider();
              TextField field = (TextField) slider.lookup(".ts-number-box");
              press(field, KeyCode.UP);
              press(field, KeyCode.UP);
              press(field, KeyCode.DOWN);
              return slider.valueProperty().get();
            });
    assertThat(value).isEqualTo(0.41);
  }

  @Test
  void escapeBringsTheOldNumberBack() {
    String text =
        Fx.call(
            () -> {
              TextField field = (TextField) slider().lookup(".ts-number-box");
              field.setText("0.9");
              press(field, KeyCode.ESCAPE);
              return field.getText();
            });
    assertThat(text).isEqualTo("0.40");
  }

  private double typed(String text) {
    return Fx.call(
        () -> {
          LabelledSlider slider = slider();
          TextField field = (TextField) slider.lookup(".ts-number-box");
          field.setText(text);
          field.fireEvent(new ActionEvent());
          return slider.valueProperty().get();
        });
  }

  private static void press(TextField field, KeyCode code) {
    Event.fireEvent(
        field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
