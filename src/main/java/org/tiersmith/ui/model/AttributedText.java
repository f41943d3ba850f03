package org.tiersmith.ui.model;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
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

  /**
   * @param strongest what the fullest colour stands for
   */
  AttributedText(List<Piece> pieces, double strongest, Formats formats) {
    getStyleClass().add("ts-attributed");
    StringBuilder heard = new StringBuilder();
    for (Piece piece : pieces) {
      getChildren().add(node(piece, strongest, formats));
      heard.append(piece.text());
    }
    setAccessibleText(heard.toString());
  }

  /** What adds nothing worth a colour flows and wraps as plain text does. */
  private static Node node(Piece piece, double strongest, Formats formats) {
    double strength = strongest > 0 ? Math.abs(piece.adds()) / strongest : 0;
    if (strength < FAINTEST) {
      Text plain = new Text(piece.text());
      plain.getStyleClass().addAll("text", "ts-plain-piece");
      return plain;
    }
    Label label = new Label(piece.text());
    label
        .getStyleClass()
        .addAll("ts-piece", (piece.adds() > 0 ? "ts-adds-" : "ts-takes-") + level(strength));
    label.setTooltip(new Tooltip(formats.signed(piece.adds(), formats.number(piece.adds(), 3))));
    return label;
  }

  /** From 1, hardly, to {@value #LEVELS}, the strongest of all. */
  private static int level(double strength) {
    return (int) Math.clamp(Math.ceil(strength * LEVELS), 1, LEVELS);
  }
}
