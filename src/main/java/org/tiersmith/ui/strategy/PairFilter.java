package org.tiersmith.ui.strategy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tiersmith.service.RowQuery;
import org.tiersmith.service.StrategyGround;
import org.tiersmith.strategy.BoundBy;
import org.tiersmith.ui.kit.Combos;
import org.tiersmith.ui.kit.FilterBox;

/** Which pairs the table shows: by name, segment, guardrail, and whether they get a discount. */
final class PairFilter extends HBox {
  private static final int ALL = -1;

  private final Live live;
  private final FilterBox text;
  private final ComboBox<Integer> segment;
  private final ComboBox<Optional<BoundBy>> bound;
  private final CheckBox discounted = new CheckBox();
  private final ReadOnlyObjectWrapper<RowQuery.Filter> filter =
      new ReadOnlyObjectWrapper<>(this, "filter", RowQuery.Filter.ALL);

  PairFilter(Live live) {
    super(6);
    this.live = live;
    this.segment = Combos.of(live.ui().language(), this::segmentName);
    this.bound = Combos.of(live.ui().language(), this::boundName);
    this.text = new FilterBox(live.texts().bind("filter.text"));
    setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(this, Priority.ALWAYS);
    text.setId("pair-text");
    text.getStyleClass().add("ts-small");
    text.setPrefWidth(110);
    text.setMinWidth(84);
    HBox.setHgrow(text, Priority.SOMETIMES);
    text.setMaxWidth(260);
    segment.setId("segment-filter");
    segment.accessibleTextProperty().bind(live.texts().bind("filter"));
    segment.getStyleClass().add("ts-small");
    segment.setMinWidth(124);
    segment.setPrefWidth(130);
    bound.setId("bound-filter");
    bound.accessibleTextProperty().bind(live.texts().bind("column.bound"));
    bound.getStyleClass().add("ts-small");
    bound.setMinWidth(130);
    bound.setPrefWidth(136);
    discounted.setId("discounted-only");
    discounted.textProperty().bind(live.texts().bind("filter.discounted"));
    discounted.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(text, segment, bound, discounted);
    fill();
    text.filterProperty().subscribe(this::changed);
    segment.valueProperty().subscribe(this::changed);
    bound.valueProperty().subscribe(this::changed);
    discounted.selectedProperty().subscribe(this::changed);
  }

  ReadOnlyObjectProperty<RowQuery.Filter> filterProperty() {
    return filter.getReadOnlyProperty();
  }

  private void changed() {
    Integer chosen = segment.getValue();
    Optional<BoundBy> by = bound.getValue();
    filter.set(
        new RowQuery.Filter(
            chosen == null ? ALL : chosen,
            text.filterProperty().get(),
            by == null ? null : by.orElse(null),
            discounted.isSelected()));
  }

  private void fill() {
    bound
        .getItems()
        .setAll(
            Stream.concat(
                    Stream.of(Optional.<BoundBy>empty()),
                    Stream.of(BoundBy.values()).filter(by -> by != BoundBy.NONE).map(Optional::of))
                .toList());
    bound.setValue(Optional.empty());
    live.model()
        .groundProperty()
        .subscribe(
            ground -> {
              Integer chosen = segment.getValue();
              int count = segments().size();
              segment.getItems().setAll(IntStream.range(ALL, count).boxed().toList());
              segment.setValue(chosen == null || chosen >= count ? Integer.valueOf(ALL) : chosen);
            });
  }

  private List<String> segments() {
    StrategyGround ground = live.model().groundProperty().get();
    return ground == null ? List.of() : ground.segments();
  }

  private String segmentName(int index) {
    return index == ALL || index >= segments().size()
        ? live.texts().get("all-segments")
        : live.segment(segments().get(index));
  }

  private String boundName(Optional<BoundBy> by) {
    return by.map(which -> live.texts().choice("bound", which))
        .orElseGet(() -> live.texts().get("filter.any-bound"));
  }
}
