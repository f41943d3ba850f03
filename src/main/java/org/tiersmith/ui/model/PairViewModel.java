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
    /** No pair, or one that isn't explained. */
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
  private boolean asked;
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

  /** Shows one pair and explains it. */
  void show(String customer, String product) {
    asked = true;
    reading.ask(context -> desk.pair(customer.strip(), product.strip()));
  }

  /** Shows some pair and explains it. */
  void showAny() {
    asked = true;
    some();
  }

  /** Shows some pair, unexplained: nobody has asked for it, and explaining takes all cores. */
  void showSome() {
    asked = false;
    some();
  }

  private void some() {
    long seed = ++anyPair;
    reading.ask(context -> desk.anyPair(seed));
  }

  /** Says why the model gives the pair its probability. */
  void explain() {
    PairReading read = pair.get();
    Optional<Long> run = scorer.get();
    if (read == null || run.isEmpty()) {
      return;
    }
    why.set(null);
    state.set(State.EXPLAINING);
    explaining.ask(
        context -> desk.why(run.get(), read.view().customerId(), read.view().productId(), context));
  }

  /** Looks for ids that hold what was typed; a newer question cancels the one before. */
  void find(Scope scope, String typed, Consumer<List<Name>> answer) {
    found = answer;
    finding.ask(context -> desk.names(scope, typed, MOST_NAMES));
  }

  private void show(PairReading read) {
    explaining.forget();
    why.set(null);
    state.set(State.PLAIN);
    pair.set(read);
    if (asked) {
      explain();
    }
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
