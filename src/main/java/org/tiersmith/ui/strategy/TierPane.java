package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tiersmith.model.TierLadder;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.strategy.Snap;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.NumberBox;
import org.tiersmith.ui.kit.ValueFormat;
import org.tiersmith.ui.kit.chart.LadderTrack;

/** The tier ladder: type its rates, drag where tiers begin, and how raw rates snap to it. */
final class TierPane extends VBox {
  private static final double STEP = 0.005;

  private final Live live;
  private final StrategyViewModel model;
  private final FlowPane boxes = new FlowPane(4, 4);
  private final List<NumberBox> rates = new ArrayList<>();
  private final LadderTrack track;
  private boolean showing;

  TierPane(Live live) {
    super(8);
    this.live = live;
    this.model = live.model();
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(8, Labels.section(live.texts().bind("tiers")), gap, snap());
    header.setAlignment(Pos.CENTER_LEFT);
    boxes.setId("tier-rates");
    track =
        new LadderTrack(
            live.ui(),
            (gesture, moved) -> model.edit(gesture, Edits.boundaries(above(moved))),
            () -> model.edit("", Edits.boundaries(null)));
    track.setId("ladder");
    getChildren().addAll(header, boxes, track);
    model.currentProperty().subscribe(this::show);
  }

  private void show(@Nullable Scenario scenario) {
    if (scenario == null) {
      return;
    }
    double[] ladder = scenario.tiers().toArray();
    track.show(
        new LadderTrack.Ladder(ladder, scenario.thresholds(), scenario.boundaries() != null));
    showing = true;
    if (rates.size() != ladder.length - 1) {
      rebuild(ladder.length - 1);
    }
    for (int i = 0; i < rates.size(); i++) {
      rates.get(i).valueProperty().set(ladder[i + 1]);
    }
    showing = false;
  }

  /** Where each tier but the first begins. */
  private static List<Double> above(double[] boundaries) {
    return Arrays.stream(boundaries).skip(1).boxed().toList();
  }

  private void rebuild(int tiers) {
    rates.clear();
    boxes.getChildren().clear();
    for (int i = 0; i < tiers; i++) {
      int index = i;
      NumberBox box =
          new NumberBox(
              live.texts().bind("tiers.rate", i + 1),
              STEP,
              0.95,
              STEP,
              ValueFormat.percent(1),
              live.ui().formats(),
              live.ui().language());
      box.getStyleClass().add("ts-tier-rate");
      box.valueProperty().subscribe((before, after) -> typed(index, after.doubleValue()));
      rates.add(box);
      boxes.getChildren().add(box);
    }
    boxes.getChildren().addAll(adder(), remover(tiers));
  }

  private Button adder() {
    return Buttons.icon(
        Feather.PLUS, live.texts().bind("tiers.add"), () -> change(TierPane::withOneMore));
  }

  private Button remover(int tiers) {
    Button button =
        Buttons.icon(
            Feather.MINUS,
            live.texts().bind("tiers.remove"),
            () -> change(ladder -> Arrays.copyOf(ladder, ladder.length - 1)));
    button.setDisable(tiers <= 1);
    return button;
  }

  private void typed(int index, double rate) {
    if (!showing) {
      change(
          ladder -> {
            ladder[index + 1] = ScenarioSlider.rounded(rate, STEP);
            return ladder;
          });
    }
  }

  /** Puts a changed ladder on the scenario: sorted, without repetition. */
  private void change(java.util.function.UnaryOperator<double[]> change) {
    Scenario scenario = model.currentProperty().get();
    if (scenario != null) {
      ladder("", change.apply(scenario.tiers().toArray()));
    }
  }

  private void ladder(String gesture, double[] rates) {
    double[] rising = Arrays.stream(rates).sorted().distinct().toArray();
    if (rising.length <= TierLadder.MOST_TIERS) {
      model.edit(gesture, Edits.tiers(TierLadder.of(rising)));
    }
    show(model.currentProperty().get());
  }

  /** A tier five points above the highest, or within the widest gap where there is no room. */
  static double[] withOneMore(double[] ladder) {
    double top = ladder[ladder.length - 1];
    if (top + 0.05 <= 0.6) {
      return append(ladder, ScenarioSlider.rounded(top + 0.05, STEP));
    }
    int widest = 1;
    for (int i = 2; i < ladder.length; i++) {
      if (ladder[i] - ladder[i - 1] > ladder[widest] - ladder[widest - 1]) {
        widest = i;
      }
    }
    return append(ladder, ScenarioSlider.rounded((ladder[widest - 1] + ladder[widest]) / 2, STEP));
  }

  private static double[] append(double[] ladder, double rate) {
    double[] more = Arrays.copyOf(ladder, ladder.length + 1);
    more[ladder.length] = rate;
    Arrays.sort(more);
    return more;
  }

  private ComboBox<Snap> snap() {
    ComboBox<Snap> chooser =
        Combos.of(live.ui().language(), snap -> live.texts().choice("snap", snap));
    chooser.setId("snap");
    chooser.getItems().setAll(Snap.values());
    chooser.accessibleTextProperty().bind(live.texts().bind("snap"));
    model
        .currentProperty()
        .subscribe(
            scenario -> Stream.ofNullable(scenario).forEach(s -> chooser.setValue(s.snap())));
    chooser
        .valueProperty()
        .subscribe(
            snap -> {
              Scenario scenario = model.currentProperty().get();
              if (snap != null && scenario != null && scenario.snap() != snap) {
                model.edit("", Edits.snap(snap));
              }
            });
    return chooser;
  }
}
