package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.tiersmith.response.AlphaEstimate;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.LabelledSlider;
import org.tiersmith.ui.kit.LabelledSlider.Layout;
import org.tiersmith.ui.kit.LabelledSlider.Range;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Steps;
import org.tiersmith.ui.kit.ValueFormat;

/** Alpha of each segment: its own where moved, else that of all. */
final class AlphaPane extends VBox {
  private static final double STEP = 0.01;

  private final Live live;
  private final StrategyGround ground;

  /**
   * @param max of the sliders
   * @param ties where to put what has to be ended with this pane
   */
  AlphaPane(Live live, StrategyGround ground, double max, List<Subscription> ties) {
    super(4);
    this.live = live;
    this.ground = ground;
    List<Runnable> steps = new ArrayList<>();
    steps.add(() -> getChildren().add(header()));
    List<String> segments = ground.segments();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      AlphaEstimate estimate = ground.alpha().bySegment().get(i);
      steps.add(() -> getChildren().add(slider(segment, estimate, max, ties)));
    }
    Steps.take(live.ui().later(), steps.toArray(Runnable[]::new));
  }

  private HBox header() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header =
        new HBox(
            4,
            Labels.section(live.texts().bind("alpha.by-segment")),
            gap,
            Buttons.link(
                live.texts().bind("alpha.follow"),
                () -> live.model().edit("", Edits.alphas(Map.of()))),
            Buttons.link(
                live.texts().bind("alpha.use-estimates"),
                () -> live.model().edit("", Edits.alphas(estimates()))));
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private Map<String, Double> estimates() {
    Map<String, Double> alphas = new HashMap<>();
    for (int i = 0; i < ground.segments().size(); i++) {
      double alpha = ground.alpha().bySegment().get(i).alpha();
      if (Double.isFinite(alpha)) {
        alphas.put(ground.segments().get(i), ScenarioSlider.rounded(alpha, STEP));
      }
    }
    return alphas;
  }

  private LabelledSlider slider(
      String segment, AlphaEstimate estimate, double max, List<Subscription> ties) {
    LabelledSlider slider =
        new LabelledSlider(
            Layout.INLINE,
            live.ui().language().tongueProperty().map(tongue -> live.segment(segment)),
            new Range(0, max, STEP),
            ValueFormat.number(2),
            live.ui().formats(),
            live.ui().language());
    Scenario shown = live.model().currentProperty().get();
    boolean target = shown != null && PolicyKind.of(shown.policy()) == PolicyKind.TARGET;
    if (target && Double.isFinite(estimate.high())) {
      slider
          .estimateProperty()
          .set(new LabelledSlider.Estimate(estimate.alpha(), estimate.low(), estimate.high()));
    }
    ties.add(
        ScenarioSlider.tie(
            slider,
            live.model(),
            STEP,
            s -> {
              Alpha alpha = PolicyKind.alpha(s.policy());
              return alpha == null
                  ? Double.NaN
                  : alpha.bySegment().getOrDefault(segment, alpha.all());
            },
            value -> Edits.alphaOf(segment, value)));
    return slider;
  }
}
