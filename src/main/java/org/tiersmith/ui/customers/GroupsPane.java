package org.tiersmith.ui.customers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.ClusterCurve;
import org.tiersmith.ui.customers.ComparisonsViewModel.Groups;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.LineChart;
import org.tiersmith.ui.kit.chart.Series;

/** How well each number of groups divides the customers, and which number is taken. */
final class GroupsPane extends VBox {
  private static final double CLEAR = 0.5;

  private final SegmentsViewModel segments;
  private final Texts texts;
  private final Formats formats;
  private final LineChart chart = new LineChart();
  private final ComboBox<Integer> numbers;
  private final Label unclear;

  GroupsPane(SegmentsViewModel segments, Ui ui, Texts texts) {
    super(8);
    this.segments = segments;
    this.texts = texts;
    this.formats = ui.formats();
    unclear = Labels.paragraph(texts.bind("groups.unclear"));
    numbers = Combos.of(ui.language(), this::said);
    ComparisonsViewModel model = segments.comparisons();
    Node place = Lazily.of(model.groups(), texts, model::look, this::parts);
    VBox.setVgrow(place, Priority.ALWAYS);
    getChildren().add(place);
    model.groups().valueProperty().subscribe(this::show);
    ui.language().tongueProperty().subscribe(t -> show(model.groups().valueProperty().get()));
  }

  private Node parts() {
    numbers.setId("groups");
    numbers.setPrefWidth(220);
    numbers.getStyleClass().add("ts-small");
    numbers.accessibleTextProperty().bind(texts.bind("groups"));
    numbers.setOnAction(
        event -> {
          Groups now = segments.comparisons().groups().valueProperty().get();
          Integer chosen = numbers.getValue();
          if (chosen != null && now != null && chosen != now.wanted()) {
            segments.useClusters(chosen);
          }
        });
    HBox head = new HBox(10, Labels.muted(texts.bind("groups")), numbers);
    head.getStyleClass().add("ts-row");
    unclear.setId("groups-unclear");
    unclear.getStyleClass().add("ts-obstacle");
    chart.setMinHeight(80);
    VBox.setVgrow(chart, Priority.ALWAYS);
    return new VBox(8, head, unclear, chart, Labels.paragraph(texts.bind("groups.note")));
  }

  private String said(int number) {
    Groups now = segments.comparisons().groups().valueProperty().get();
    return number > 0 || now == null ? texts.get("groups.number", number) : suggested(now.curve());
  }

  private String suggested(ClusterCurve curve) {
    return texts.get(
        curve.isUnclear() ? "groups.least-bad" : "groups.suggested", curve.suggested());
  }

  private void show(@Nullable Groups now) {
    if (now == null) {
      chart.show(null);
      return;
    }
    List<ClusterCurve.Point> points = now.curve().points();
    List<Integer> choices =
        Stream.concat(Stream.of(0), points.stream().map(ClusterCurve.Point::clusters)).toList();
    if (!numbers.getItems().equals(choices)) {
      numbers.getItems().setAll(choices);
    }
    numbers.setValue(now.wanted());
    unclear.setVisible(now.curve().isUnclear());
    unclear.setManaged(now.curve().isUnclear());
    double[] x = points.stream().mapToDouble(ClusterCurve.Point::clusters).toArray();
    double[] y = points.stream().mapToDouble(ClusterCurve.Point::silhouette).toArray();
    double least = Math.min(0, Arrays.stream(y).min().orElse(0));
    double most = Math.max(CLEAR + 0.1, Arrays.stream(y).max().orElse(0));
    double[] ends = {x[0], x[x.length - 1]};
    chart.show(
        new LineChart.Model(
            new Axis(x[0], x[x.length - 1], v -> formats.number(v, 0), texts.get("groups.axis")),
            Axis.around(least, most, v -> formats.number(v, 1), texts.get("groups.silhouette")),
            List.of(
                reference("groups.clear", ends, CLEAR),
                reference("groups.hardly", ends, ClusterCurve.HARDLY),
                new LineChart.Line(
                    new Series(texts.get("groups.silhouette"), x, y, true),
                    0,
                    LineChart.Style.SOLID)),
            List.of(new LineChart.Mark(now.curve().suggested(), suggested(now.curve()))),
            new LineChart.Reading(
                v -> texts.get("groups.number", Math.round(v)), v -> formats.number(v, 3))));
  }

  private LineChart.Line reference(String key, double[] ends, double at) {
    double[] flat = IntStream.range(0, ends.length).mapToDouble(i -> at).toArray();
    return new LineChart.Line(
        new Series(texts.get(key), ends, flat, false), 4, LineChart.Style.REFERENCE);
  }
}
