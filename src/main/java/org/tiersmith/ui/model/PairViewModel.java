package org.tiersmith.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.service.Name;
import org.tiersmith.strategy.Scope;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** The pair that is looked at, and why the model says of it what it says. On the FX thread. */
final class PairViewModel {
  /** Where explaining the pair stands. */
  enum State {
    /** No pair, or one that can't be explained. */
    PLAIN,
    EXPLAINING,
    EXPLAINED
  }

  private static final Text PAIR = Text.of("ui.model.pair", "Reading a pair");
  private static final Text WHY = Text.of("ui.model.why", "Explaining a pair");
  private static final Text FIND = Text.of("ui.model.find", "Finding names");
  private static final int MOST_NAMES = 8;

  private final ModelDesk desk;
  private final Supplier<Optional<Long>> scorer;
  private final LatestReading<PairReading> reading;
  private final LatestReading<Optional<PairWhyView>> explaining;
  private final LatestReading<List<Name>> finding;
  private final ReadOnlyObjectWrapper<@Nullable PairReading> pair =
      new ReadOnlyObjectWrapper<>(this, "pair");
  private final ReadOnlyObjectWrapper<@Nullable PairWhyView> why =
      new ReadOnlyObjectWrapper<>(this, "why");
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.PLAIN);
  private Consumer<List<Name>> found = names -> {};
  private long anyPair;

  /**
   * @param scorer the run that scored the pairs
   */
  PairViewModel(ModelDesk desk, Tasks tasks, Notices notices, Supplier<Optional<Long>> scorer) {
    this.desk = desk;
    this.scorer = scorer;
    reading = new LatestReading<>(tasks, notices, PAIR, this::show);
    explaining =
        new LatestReading<>(
            tasks, notices, WHY, this::explained, () -> explained(Optional.empty()));
    finding = new LatestReading<>(tasks, notices, FIND, names -> found.accept(names));
  }

  /** The pair that is looked at; null before there is one. */
  ReadOnlyObjectProperty<@Nullable PairReading> pairProperty() {
    return pair.getReadOnlyProperty();
  }

  /** Why the model says so; null unless explained. */
  ReadOnlyObjectProperty<@Nullable PairWhyView> whyProperty() {
    return why.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
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

  /** Looks for ids that hold what was typed; a newer question cancels the one before. */
  void find(Scope scope, String typed, Consumer<List<Name>> answer) {
    found = answer;
    finding.ask(context -> desk.names(scope, typed, MOST_NAMES));
  }

  private void show(PairReading read) {
    why.set(null);
    pair.set(read);
    Optional<Long> run = scorer.get();
    if (run.isEmpty()) {
      state.set(State.PLAIN);
      return;
    }
    state.set(State.EXPLAINING);
    explaining.ask(
        context -> desk.why(run.get(), read.view().customerId(), read.view().productId(), context));
  }

  private void explained(Optional<PairWhyView> found) {
    why.set(found.orElse(null));
    state.set(found.isPresent() ? State.EXPLAINED : State.PLAIN);
  }

  void close() {
    reading.forget();
    explaining.forget();
    finding.forget();
  }
}
