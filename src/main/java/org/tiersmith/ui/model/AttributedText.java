package org.tiersmith.ui.model;

import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.TextFlow;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.model.PairWhyView.Piece;

/**
 * A text whose pieces say what they add: green adds, red takes away and is underlined, the stronger
 * the fuller the colour.
 */
final class AttributedText extends TextFlow {
  private static final double FAINTEST = 0.06;
  private static final int LEVELS = 5;

  /** What adds next to nothing may wrap after each word, and after each Chinese character. */
  private static final Pattern WORD = Pattern.compile("\\p{IsHan}\\s*|[^\\s\\p{IsHan}]+\\s*|\\s+");

  /**
   * @param strongest what the fullest colour stands for
   */
  AttributedText(List<Piece> pieces, double strongest, Formats formats) {
    getStyleClass().add("ts-attributed");
    StringBuilder heard = new StringBuilder();
    for (Piece piece : pieces) {
      double strength = strongest > 0 ? Math.abs(piece.adds()) / strongest : 0;
      if (strength < FAINTEST) {
        WORD.matcher(piece.text())
            .results()
            .forEach(word -> getChildren().add(label(word.group())));
      } else {
        getChildren().add(coloured(piece, strength, formats));
      }
      heard.append(piece.text());
    }
    setAccessibleText(heard.toString());
  }

  private static Label label(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("ts-piece");
    return label;
  }

  private static Label coloured(Piece piece, double strength, Formats formats) {
    Label label = label(piece.text());
    label.getStyleClass().add((piece.adds() > 0 ? "ts-adds-" : "ts-takes-") + level(strength));
    label.setTooltip(new Tooltip(formats.signed(piece.adds(), formats.number(piece.adds(), 3))));
    return label;
  }

  /** From 1, hardly, to {@value #LEVELS}, the strongest of all. */
  private static int level(double strength) {
    return (int) Math.clamp(Math.ceil(strength * LEVELS), 1, LEVELS);
  }
}
