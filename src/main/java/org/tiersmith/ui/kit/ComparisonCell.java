package org.tiersmith.ui.kit;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.tiersmith.ui.kit.KeyFigure.Tone;

/** A value with its change below; the best one of its row stands out. */
final class ComparisonCell extends VBox {
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  private final Label value = new Label();
  private final Label change = new Label();

  ComparisonCell() {
    getStyleClass().add("ts-comparison-cell");
    value.getStyleClass().add("ts-comparison-value");
    change.getStyleClass().add("ts-comparison");
    value.setMinWidth(USE_PREF_SIZE);
    change.setMinWidth(USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    getChildren().addAll(value, change);
  }

  void show(String text, String changeText, Tone tone, boolean best) {
    value.setText(text);
    change.setText(changeText);
    value.pseudoClassStateChanged(BEST, best);
    change.pseudoClassStateChanged(GOOD, tone == Tone.GOOD);
    change.pseudoClassStateChanged(BAD, tone == Tone.BAD);
  }
}
