package org.tiersmith.ui.model;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.service.RunView;
import org.tiersmith.training.metrics.Confusion;
import org.tiersmith.training.metrics.DiscountMoney;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** How good the selected run is, at any threshold. On the FX thread. */
final class QualityViewModel {
  /** Where reading it stands. */
  enum State {
    /** No run is selected, or it kept no answers on test examples. */
    NOTHING,
    READING,
    READY
  }

  private static final Text READ = Text.of("ui.model.quality", "Measuring a run");
  private static final double USUAL_THRESHOLD = 0.5;
  static final double USUAL_DISCOUNT = 0.1;

  private final LatestReading<Optional<RunQuality>> reading;
  private final ModelDesk desk;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.NOTHING);
  private final ReadOnlyObjectWrapper<@Nullable RunQuality> quality =
      new ReadOnlyObjectWrapper<>(this, "quality");
  private final DoubleProperty threshold =
      new SimpleDoubleProperty(this, "threshold", USUAL_THRESHOLD);
  private final DoubleProperty discount =
      new SimpleDoubleProperty(this, "discount", USUAL_DISCOUNT);
  private final ObjectBinding<@Nullable Confusion> confusion =
      Bindings.createObjectBinding(this::confuse, quality, threshold);
  private final ObjectBinding<@Nullable DiscountMoney> money =
      Bindings.createObjectBinding(this::spend, quality, threshold, discount);
  private final RunsViewModel runs;
  private long shown = -1;

  QualityViewModel(ModelDesk desk, Tasks tasks, Notices notices, RunsViewModel runs) {
    this.desk = desk;
    this.runs = runs;
    reading = new LatestReading<>(tasks, notices, READ, this::show);
    runs.selectedProperty().subscribe(this::selected);
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The selected run's quality; null unless ready. */
  ReadOnlyObjectProperty<@Nullable RunQuality> qualityProperty() {
    return quality.getReadOnlyProperty();
  }

  /** The probability from which on a purchase is expected. */
  DoubleProperty thresholdProperty() {
    return threshold;
  }

  /** The discount that those below the threshold are given. */
  DoubleProperty discountProperty() {
    return discount;
  }

  /** How decisions by the threshold turn out; null unless ready. */
  ObjectBinding<@Nullable Confusion> confusionBinding() {
    return confusion;
  }

  /** What a discount for those below the threshold costs and brings; null unless ready. */
  ObjectBinding<@Nullable DiscountMoney> moneyBinding() {
    return money;
  }

  private @Nullable DiscountMoney spend() {
    RunQuality now = quality.get();
    return now == null ? null : now.money(threshold.get(), discount.get());
  }

  private @Nullable Confusion confuse() {
    RunQuality now = quality.get();
    return now == null ? null : now.at(threshold.get());
  }

  private void selected(@Nullable RunView run) {
    if (run == null || !run.evaluated()) {
      reading.forget();
      quality.set(null);
      state.set(State.NOTHING);
    } else if (run.id() != shown || state.get() == State.NOTHING) {
      long id = run.id();
      shown = id;
      quality.set(null);
      state.set(State.READING);
      reading.ask(context -> desk.quality(id, context));
    }
  }

  private void show(Optional<RunQuality> found) {
    if (state.get() == State.READING && runs.selectedProperty().get() instanceof RunView run) {
      double best = run.result() == null ? Double.NaN : run.result().test().threshold();
      threshold.set(Double.isNaN(best) ? USUAL_THRESHOLD : best);
    }
    quality.set(found.orElse(null));
    state.set(found.isPresent() ? State.READY : State.NOTHING);
  }

  /** Reads the selected run's quality anew; the threshold stays. */
  void refresh() {
    RunView run = runs.selectedProperty().get();
    if (run != null && state.get() == State.READY) {
      long id = run.id();
      reading.ask(context -> desk.quality(id, context));
    }
  }

  void close() {
    reading.forget();
  }
}
