package org.tiersmith.ui.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.LabelledSlider;
import org.tiersmith.ui.kit.LabelledSlider.Estimate;
import org.tiersmith.ui.kit.LabelledSlider.Layout;
import org.tiersmith.ui.kit.LabelledSlider.Range;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Steps;
import org.tiersmith.ui.kit.ValueFormat;

/**
 * One slider a segment. Of many segments the largest are shown, and others are found by their name.
 */
final class SegmentSliders extends VBox {

  /**
   * What the sliders move.
   *
   * @param read the number of a segment of a scenario; NaN where it has none
   * @param estimate what the data suggest for the segment of that index; null for nothing
   */
  record Spec(
      Range range,
      ValueFormat format,
      ToDoubleBiFunction<Scenario, String> read,
      SegmentEdit edit,
      EstimateOf estimate) {}

  /** Changes the number of a segment. */
  @FunctionalInterface
  interface SegmentEdit {
    UnaryOperator<Scenario> of(String segment, double value);
  }

  /** What the data suggest for a segment. */
  @FunctionalInterface
  interface EstimateOf {
    @Nullable Estimate of(int segment);
  }

  private final Live live;
  private final StrategyGround ground;
  private final Spec spec;
  private final VBox rows = new VBox(4);
  private final List<Subscription> ties = new ArrayList<>();

  /**
   * @param title key of the title
   * @param actions stand at the right of the title
   */
  SegmentSliders(Live live, StrategyGround ground, String title, Spec spec, Node... actions) {
    super(4);
    this.live = live;
    this.ground = ground;
    this.spec = spec;
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(4, Labels.section(live.texts().bind(title)), gap);
    header.getChildren().addAll(actions);
    header.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(header);
    if (ground.segments().size() > live.model().largestSegments().size()) {
      getChildren().add(finder());
    }
    getChildren().add(rows);
    show(live.model().largestSegments());
  }

  /** Ends what ties the sliders to the scenario. */
  void close() {
    ties.forEach(Subscription::unsubscribe);
    ties.clear();
  }

  private TextField finder() {
    TextField field = new TextField();
    field.promptTextProperty().bind(live.texts().bind("segments.find", ground.segments().size()));
    field.accessibleTextProperty().bind(field.promptTextProperty());
    field.setId("find-segment");
    field.textProperty().subscribe((before, now) -> show(found(now)));
    return field;
  }

  private List<Integer> found(String text) {
    if (text.isBlank()) {
      return live.model().largestSegments();
    }
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<String> names = ground.segments();
    return IntStream.range(0, names.size())
        .filter(i -> names.get(i).toLowerCase(Locale.ROOT).contains(wanted))
        .limit(live.model().largestSegments().size())
        .boxed()
        .toList();
  }

  private void show(List<Integer> segments) {
    close();
    rows.getChildren().clear();
    Steps.take(
        live.ui().later(),
        segments.stream()
            .<Runnable>map(i -> () -> rows.getChildren().add(slider(i)))
            .toArray(Runnable[]::new));
  }

  private LabelledSlider slider(int index) {
    String segment = ground.segments().get(index);
    LabelledSlider slider =
        new LabelledSlider(
            Layout.INLINE,
            live.ui().language().tongueProperty().map(tongue -> live.segment(segment)),
            spec.range(),
            spec.format(),
            live.ui().formats(),
            live.ui().language());
    slider.setId("segment-" + index);
    slider.estimateProperty().set(spec.estimate().of(index));
    DoubleFunction<UnaryOperator<Scenario>> write = value -> spec.edit().of(segment, value);
    ties.add(
        ScenarioSlider.tie(
            slider,
            live.model(),
            spec.range().step(),
            s -> spec.read().applyAsDouble(s, segment),
            write));
    return slider;
  }
}
