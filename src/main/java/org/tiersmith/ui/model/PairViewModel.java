package org.tiersmith.ui.model;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** The pair that is looked at. On the FX thread. */
final class PairViewModel {
  private static final Text PAIR = Text.of("ui.model.pair", "Reading a pair");

  private final ModelDesk desk;
  private final LatestReading<PairReading> reading;
  private final ReadOnlyObjectWrapper<@Nullable PairReading> pair =
      new ReadOnlyObjectWrapper<>(this, "pair");
  private long anyPair;

  PairViewModel(ModelDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    reading = new LatestReading<>(tasks, notices, PAIR, pair::set);
  }

  /** The pair that is looked at; null before there is one. */
  ReadOnlyObjectProperty<@Nullable PairReading> pairProperty() {
    return pair.getReadOnlyProperty();
  }

  /** Shows one pair. */
  void show(String customer, String product) {
    reading.ask(context -> desk.pair(customer.strip(), product.strip()));
  }

  /** Shows some pair. */
  void showAny() {
    long seed = ++anyPair;
    reading.ask(context -> desk.anyPair(seed));
  }

  void close() {
    reading.forget();
  }
}
