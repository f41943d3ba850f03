package org.tiersmith.ui.kit;

import java.math.BigDecimal;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/**
 * A number edited by keyboard: Enter or leaving takes it, Escape brings the old one back, arrows
 * and page keys step it. What is no number is marked and never taken; what lies outside is clamped.
 */
public final class NumberBox extends TextField {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private static final int MANY = 10;

  private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
  private final double min;
  private final double max;
  private final double step;
  private final ValueFormat format;
  private final Formats formats;
  private final Language language;

  public NumberBox(
      ObservableValue<String> name,
      double min,
      double max,
      double step,
      ValueFormat format,
      Formats formats,
      Language language) {
    this.min = min;
    this.max = max;
    this.step = step;
    this.format = format;
    this.formats = formats;
    this.language = language;
    getStyleClass().add("ts-number-box");
    accessibleTextProperty().bind(name);
    value.subscribe(number -> show());
    language.tongueProperty().subscribe(tongue -> show());
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                take();
              }
            });
    setOnAction(event -> take());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    textProperty().subscribe(() -> pseudoClassStateChanged(INVALID, false));
  }

  public DoubleProperty valueProperty() {
    return value;
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && !isTyped()) {
      leaveToWindow(event);
      return;
    }
    switch (event.getCode()) {
      case UP -> move(1);
      case DOWN -> move(-1);
      case PAGE_UP -> move(MANY);
      case PAGE_DOWN -> move(-MANY);
      case ESCAPE -> {
        if (!isTyped()) {
          return;
        }
        show();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Ctrl+Z takes back typing while there is some, and the last change of the window after that. */
  private void leaveToWindow(KeyEvent event) {
    if (getScene() != null) {
      getScene().getAccelerators().entrySet().stream()
          .filter(shortcut -> shortcut.getKey().match(event))
          .findFirst()
          .ifPresent(
              shortcut -> {
                event.consume();
                shortcut.getValue().run();
              });
    }
  }

  private boolean isTyped() {
    return getText() != null && !getText().equals(format.show(value.get(), formats));
  }

  /** Steps the value by so many steps, to a multiple of the step. */
  void move(int by) {
    take(value.get() + by * step);
  }

  /** Takes the nearest multiple of the step. */
  void take(double wanted) {
    BigDecimal steps = BigDecimal.valueOf(Math.round(wanted / step));
    value.set(clamp(steps.multiply(BigDecimal.valueOf(step)).doubleValue()));
  }

  private void take() {
    if (!isTyped()) {
      return;
    }
    format
        .read(getText(), language)
        .ifPresentOrElse(
            typed -> {
              value.set(clamp(typed));
              show();
            },
            () -> pseudoClassStateChanged(INVALID, true));
  }

  private double clamp(double wanted) {
    return Math.clamp(wanted, min, max);
  }

  private void show() {
    setText(format.show(value.get(), formats));
  }
}
