package org.tiersmith.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One figure that answers one question: what it is, its value, and how it compares. */
public final class KeyFigure extends VBox {
  /** Whether a comparison is good news, bad news or neither. */
  public enum Tone {
    NEUTRAL,
    GOOD,
    BAD
  }

  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  public KeyFigure(
      ObservableValue<String> title,
      ObservableValue<String> value,
      ObservableValue<String> comparison,
      ObservableValue<Tone> tone) {
    getStyleClass().addAll("ts-card", "ts-key-figure");
    Label big = Labels.plain(value);
    big.getStyleClass().setAll("label", "ts-figure");
    Label line = Labels.muted(comparison);
    line.getStyleClass().add("ts-comparison");
    line.setWrapText(true);
    tone.subscribe(
        t -> {
          line.pseudoClassStateChanged(GOOD, t == Tone.GOOD);
          line.pseudoClassStateChanged(BAD, t == Tone.BAD);
        });
    getChildren().addAll(Labels.muted(title), big, line);
    setFocusTraversable(false);
    setAccessibleRole(AccessibleRole.TEXT);
    accessibleTextProperty()
        .bind(
            javafx.beans.binding.Bindings.createStringBinding(
                () -> title.getValue() + ": " + value.getValue() + ", " + comparison.getValue(),
                title,
                value,
                comparison));
  }

  /** Adds a muted line before the comparison, such as the interval in which the value lies. */
  public KeyFigure detailed(ObservableValue<String> detail) {
    Label line = Labels.muted(detail);
    line.visibleProperty().bind(line.textProperty().isNotEmpty());
    line.managedProperty().bind(line.visibleProperty());
    getChildren().add(2, line);
    return this;
  }
}
