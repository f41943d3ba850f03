package org.tiersmith.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tiersmith.ui.Fx;
import org.tiersmith.ui.Mouse;
import org.tiersmith.ui.kit.LabelledSlider.Estimate;
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

  @Test
  void pageKeysStepByTen() {
    assertThat(after(KeyCode.PAGE_UP)).isEqualTo(0.5);
    assertThat(after(KeyCode.PAGE_DOWN)).isEqualTo(0.3);
  }

  @Test
  void backspaceTakesTheEstimate() {
    assertThat(after(KeyCode.BACK_SPACE)).isEqualTo(0.36);
  }

  @Test
  void aDoubleClickTakesTheEstimateAndASingleOneDoesNot() {
    assertThat(clicked(1, new Estimate(0.36, 0.3, 0.4))).isEqualTo(0.4);
    assertThat(clicked(2, new Estimate(0.36, 0.3, 0.4))).isEqualTo(0.36);
    assertThat(clicked(2, new Estimate(7, 6, 8))).isEqualTo(1);
    assertThat(clicked(2, null)).isEqualTo(0.4);
  }

  @Test
  void escapeIsLeftToTheWindowWhileNothingIsTyped() {
    List<KeyCode> seen = new ArrayList<>();
    Fx.run(
        () -> {
          LabelledSlider slider = slider();
          slider.addEventHandler(KeyEvent.KEY_PRESSED, event -> seen.add(event.getCode()));
          press((TextField) slider.lookup(".ts-number-box"), KeyCode.ESCAPE);
        });
    assertThat(seen).containsExactly(KeyCode.ESCAPE);
  }

  private double after(KeyCode code) {
    return Fx.call(
        () -> {
          LabelledSlider slider = slider();
          slider.estimateProperty().set(new Estimate(0.36, 0.3, 0.4));
          Event.fireEvent(
              slider.lookup(".slider"),
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
          return slider.valueProperty().get();
        });
  }

  private double clicked(int times, @Nullable Estimate estimate) {
    return Fx.call(
        () -> {
          LabelledSlider slider = slider();
          slider.estimateProperty().set(estimate);
          Point2D at = new Point2D(1, 1);
          Mouse.fire(slider.lookup(".slider"), MouseEvent.MOUSE_PRESSED, at, at, times);
          return slider.valueProperty().get();
        });
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
