package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.tiersmith.strategy.Scenario;

/**
 * The ladder as a track from 0 to beyond its highest rate: one coloured stretch a tier, one mark
 * where each begins. Marks are dragged, or moved with the arrow keys.
 */
final class TierTrack extends Pane {
  private static final double STEP = 0.005;
  private static final double HIGH = 16;
  private static final int COLOURS = 5;

  private final Live live;
  private final BiConsumer<String, double[]> change;
  private final List<Region> stretches = new ArrayList<>();
  private final List<Region> marks = new ArrayList<>();
  private double[] ladder = {0};
  private double end = 0.4;
  private int drags;

  /**
   * @param change given a gesture and a changed ladder
   */
  TierTrack(Live live, BiConsumer<String, double[]> change) {
    this.live = live;
    this.change = change;
    setMinHeight(HIGH + 4);
    setPrefHeight(HIGH + 4);
    live.model().currentProperty().subscribe(this::show);
  }

  private void show(@Nullable Scenario scenario) {
    if (scenario == null) {
      return;
    }
    ladder = scenario.tiers().toArray();
    double top = ladder[ladder.length - 1];
    if (top > end - 0.02 || top < end / 3) {
      end = Math.min(1, Math.ceil((top + 0.1) * 10) / 10);
    }
    if (marks.size() != ladder.length - 1) {
      rebuild();
    }
    requestLayout();
  }

  private void rebuild() {
    stretches.clear();
    marks.clear();
    for (int i = 0; i < ladder.length; i++) {
      Region stretch = new Region();
      int colour = i == 0 ? 0 : 1 + (i - 1) * (COLOURS - 1) / Math.max(1, ladder.length - 2);
      stretch.getStyleClass().add("ts-tier-" + colour);
      stretch.setManaged(false);
      stretches.add(stretch);
    }
    for (int i = 1; i < ladder.length; i++) {
      marks.add(mark(i));
    }
    getChildren().setAll(stretches);
    getChildren().addAll(marks);
  }

  private Region mark(int tier) {
    Region mark = new Region();
    mark.getStyleClass().add("ts-tier-mark");
    mark.setManaged(false);
    mark.setFocusTraversable(true);
    mark.setAccessibleRole(AccessibleRole.THUMB);
    mark.accessibleTextProperty().bind(live.texts().bind("tiers.rate", tier));
    mark.setOnMousePressed(
        event -> {
          mark.requestFocus();
          drags++;
        });
    mark.setOnMouseDragged(event -> dragged(tier, event));
    mark.setOnKeyPressed(event -> key(tier, event));
    return mark;
  }

  private void dragged(int tier, MouseEvent event) {
    double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    move("tier " + tier + " drag " + drags, tier, x / getWidth() * end);
  }

  private void key(int tier, KeyEvent event) {
    switch (event.getCode()) {
      case LEFT, DOWN -> move("", tier, ladder[tier] - STEP);
      case RIGHT, UP -> move("", tier, ladder[tier] + STEP);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Moves a mark, but never to or over its neighbours. */
  private void move(String gesture, int tier, double wanted) {
    double low = ladder[tier - 1] + STEP;
    double high = tier + 1 < ladder.length ? ladder[tier + 1] - STEP : 0.95;
    if (high >= low) {
      double[] moved = ladder.clone();
      moved[tier] = ScenarioSlider.rounded(Math.clamp(wanted, low, high), STEP);
      change.accept(gesture, moved);
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double top = (getHeight() - HIGH) / 2;
    for (int i = 0; i < stretches.size(); i++) {
      double from = Math.rint(ladder[i] / end * width);
      double to = i + 1 < ladder.length ? Math.rint(ladder[i + 1] / end * width) : width;
      stretches.get(i).resizeRelocate(from, top, Math.max(0, to - from), HIGH);
    }
    for (int i = 0; i < marks.size(); i++) {
      double x = Math.rint(ladder[i + 1] / end * width);
      marks.get(i).resizeRelocate(x - 4, 0, 8, getHeight());
    }
  }
}
