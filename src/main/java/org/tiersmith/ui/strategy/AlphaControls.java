package org.tiersmith.ui.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.tiersmith.response.AlphaEstimate;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.Alpha;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.Buttons;
import org.tiersmith.ui.kit.LabelledSlider;
import org.tiersmith.ui.kit.LabelledSlider.Estimate;
import org.tiersmith.ui.kit.LabelledSlider.Layout;
import org.tiersmith.ui.kit.LabelledSlider.Range;
import org.tiersmith.ui.kit.ValueFormat;
import org.tiersmith.ui.strategy.SegmentSliders.Spec;

/**
 * Alpha for all and of each segment, with what the data suggest for a rule that lifts to a target.
 */
final class AlphaControls {
  private static final double STEP = 0.01;
  private static final int CLASSIC_BUYER = 30;

  private final Live live;
  private final StrategyGround ground;
  private final Estimates estimates;
  private final Range range;
  private final boolean suggested;
  private final LabelledSlider forAll;
  private final Subscription tie;

  /**
   * @param shown the sliders reach at least to its numbers
   * @param suggested whether 1 / k is a sensible alpha of this policy
   */
  AlphaControls(Live live, StrategyGround ground, Alpha shown, boolean suggested) {
    this.live = live;
    this.ground = ground;
    this.suggested = suggested;
    this.estimates = Estimates.of(ground);
    this.range = new Range(0, max(shown, estimates.bySegment()), STEP);
    forAll =
        new LabelledSlider(
            Layout.STACKED,
            live.texts().bind("alpha.all"),
            range,
            ValueFormat.number(2),
            live.ui().formats(),
            live.ui().language());
    forAll.setId("alpha-all");
    AlphaEstimate estimate = estimates.all();
    forAll.estimateProperty().set(mark(estimate));
    forAll.captioned(live.text(() -> sentence(estimate)));
    tie = ScenarioSlider.tie(forAll, live.model(), STEP, AlphaControls::all, Edits::alphaForAll);
  }

  LabelledSlider forAll() {
    return forAll;
  }

  SegmentSliders bySegment() {
    Spec spec =
        new Spec(
            range,
            ValueFormat.number(2),
            (scenario, segment) -> {
              Alpha alpha = PolicyKind.alpha(scenario.policy());
              return alpha == null
                  ? Double.NaN
                  : alpha.bySegment().getOrDefault(segment, alpha.all());
            },
            Edits::alphaOf,
            segment -> mark(estimates.bySegment().get(segment)));
    return new SegmentSliders(
        live,
        ground,
        "alpha.by-segment",
        spec,
        Buttons.link(live.texts().bind("alpha.follow"), () -> give(Map.of())),
        Buttons.link(live.texts().bind("alpha.use-estimates"), () -> give(suggestions())));
  }

  void close() {
    tie.unsubscribe();
  }

  private void give(Map<String, Double> alphas) {
    live.model().edit("", Edits.alphas(alphas));
  }

  private Map<String, Double> suggestions() {
    Map<String, Double> alphas = new HashMap<>();
    for (int i = 0; i < ground.segments().size(); i++) {
      double alpha = estimates.bySegment().get(i).alpha();
      if (Double.isFinite(alpha)) {
        alphas.put(ground.segments().get(i), ScenarioSlider.rounded(alpha, STEP));
      }
    }
    return alphas;
  }

  private @Nullable Estimate mark(AlphaEstimate estimate) {
    return suggested && Estimates.isShown(estimate)
        ? new Estimate(estimate.alpha(), estimate.low(), estimate.high())
        : null;
  }

  private static double all(Scenario scenario) {
    Alpha alpha = PolicyKind.alpha(scenario.policy());
    return alpha == null ? Double.NaN : alpha.all();
  }

  private String sentence(AlphaEstimate estimate) {
    Scenario shown = live.model().currentProperty().get();
    double alpha = shown == null ? Double.NaN : all(shown);
    if (Double.isNaN(alpha)) {
      return "";
    }
    if (!suggested) {
      double rate = -alpha * Math.log1p(-CLASSIC_BUYER / 100.0);
      return live.texts().get("alpha.classic", live.ui().formats().percent(Math.min(rate, 1), 1));
    }
    return Estimates.isShown(estimate)
        ? live.texts()
            .get(
                "alpha.suggested",
                live.ui().formats().number(estimate.alpha(), 2),
                live.ui().formats().number(estimate.low(), 2),
                live.ui().formats().number(estimate.high(), 2))
        : live.texts().get("alpha.none");
  }

  /** Far enough for the estimates and for all present values. */
  private static double max(Alpha alpha, List<AlphaEstimate> estimates) {
    double most = Math.max(0.5, 2 * alpha.all());
    for (double own : alpha.bySegment().values()) {
      most = Math.max(most, own);
    }
    for (AlphaEstimate estimate : estimates) {
      most = Estimates.isShown(estimate) ? Math.max(most, 1.2 * estimate.high()) : most;
    }
    return Math.ceil(most * 2) / 2;
  }
}
