package org.tiersmith.ui.strategy;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Discount by probability, profit by budget, and the tiers of each segment, side by side. */
final class StrategyCharts extends HBox {

  StrategyCharts(Live live) {
    super(12);
    place(new CurveCard(live), 250, 350);
    place(new FrontierCard(live), 230, 310);
    place(new TierMixCard(live), 206, 290);
  }

  private void place(Region card, double least, double usual) {
    card.setMinWidth(least);
    card.setPrefWidth(usual);
    HBox.setHgrow(card, Priority.ALWAYS);
    getChildren().add(card);
  }
}
