package org.tiersmith.ui.kit.chart;

import java.util.Arrays;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;

/** How a value went, in a line of a table: a small line from its least to its greatest value. */
public final class Sparkline extends Region {
  private static final double AIR = 4;
  private static final double DOT = 2;

  private final Polyline line = new Polyline();
  private final Circle dot = new Circle(DOT);
  private double[] values = {};

  public Sparkline() {
    getStyleClass().add("ts-sparkline");
    line.getStyleClass().add("ts-sparkline-line");
    dot.getStyleClass().add("ts-sparkline-dot");
    line.setManaged(false);
    dot.setManaged(false);
    getChildren().addAll(line, dot);
    setMinSize(30, 10);
    setPrefSize(90, 20);
  }

  /** Shows values in their order; fewer than two show nothing. */
  public void show(double[] shown) {
    values = shown.clone();
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    line.getPoints().clear();
    boolean any = values.length > 1;
    dot.setVisible(any);
    if (!any) {
      return;
    }
    double least = Arrays.stream(values).min().orElse(0);
    double most = Arrays.stream(values).max().orElse(1);
    double span = most > least ? most - least : 1;
    double wide = getWidth() - 2 * AIR;
    double high = getHeight() - 2 * AIR;
    for (int i = 0; i < values.length; i++) {
      double share = most > least ? (values[i] - least) / span : 0.5;
      line.getPoints().addAll(AIR + wide * i / (values.length - 1), AIR + high * (1 - share));
    }
    dot.setCenterX(line.getPoints().get(line.getPoints().size() - 2));
    dot.setCenterY(line.getPoints().getLast());
  }
}
