package org.tiersmith.ui.customers;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.SegmentHistory;
import org.tiersmith.profile.SegmentPortrait;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** How the customers divide, and what the segment that is looked at is like. On the FX thread. */
final class SegmentsViewModel {
  /** The customers under one scheme. */
  record Divided(
      List<SegmentScheme> schemes, SegmentScheme scheme, List<SegmentSummary> segments) {}

  /** In which ways the customers can be divided, and which one is in use. */
  record Ways(List<SegmentScheme> schemes, SegmentScheme chosen) {}

  /** A segment beside all customers. */
  record Beside(SegmentPortrait own, SegmentPortrait all) {}

  static final int MONTHS = 12;

  private static final Text DIVIDE = Text.of("ui.customers.load", "Dividing the customers");
  private static final Text HISTORY = Text.of("ui.customers.history", "Looking back");
  private static final Text PORTRAIT = Text.of("ui.customers.segment", "Describing a segment");

  private final SegmentDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final OnDemand<Divided> divided;
  private final LatestReading<SegmentHistory> histories;
  private final OnDemand<Beside> portrait;
  private final LatestReading<Ways> listing;
  private final ReadOnlyObjectWrapper<@Nullable Ways> ways =
      new ReadOnlyObjectWrapper<>(this, "ways");
  private final ReadOnlyObjectWrapper<@Nullable SegmentHistory> history =
      new ReadOnlyObjectWrapper<>(this, "history");
  private final ObjectProperty<@Nullable String> selected =
      new SimpleObjectProperty<>(this, "selected");
  private final ComparisonsViewModel comparisons;
  private @Nullable SegmentPortrait everyone;
  private boolean looked;

  SegmentsViewModel(SegmentDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    divided = new OnDemand<>(tasks, notices, DIVIDE);
    histories = new LatestReading<>(tasks, notices, HISTORY, history::set);
    listing = new LatestReading<>(tasks, notices, DIVIDE, ways::set);
    portrait = new OnDemand<>(tasks, notices, PORTRAIT);
    comparisons = new ComparisonsViewModel(desk, tasks, notices);
    selected.addListener((source, before, now) -> describe());
  }

  /** The customers under the scheme in use. */
  OnDemand<Divided> divided() {
    return divided;
  }

  /** The ways to divide, also where one fails; null before they are read. */
  ReadOnlyObjectProperty<@Nullable Ways> waysProperty() {
    return ways.getReadOnlyProperty();
  }

  /** How the segments moved; null while it is looked up. */
  ReadOnlyObjectProperty<@Nullable SegmentHistory> historyProperty() {
    return history.getReadOnlyProperty();
  }

  /** The segment that is looked at; null for none. */
  ObjectProperty<@Nullable String> selectedProperty() {
    return selected;
  }

  /** What the segment that is looked at is like. */
  OnDemand<Beside> portrait() {
    return portrait;
  }

  /** Segments beside one another, and over time. */
  ComparisonsViewModel comparisons() {
    return comparisons;
  }

  /** Called when a person looks: from now on what takes a while is worked out too. */
  void look() {
    if (!looked) {
      looked = true;
      describe();
    }
  }

  /** Divides the customers anew, as after a change of the project. */
  void load() {
    listing.ask(context -> new Ways(desk.schemes(), desk.chosen()));
    divided.ask(this::read, this::show);
  }

  /** Divides other customers than before. */
  void loadAnew() {
    everyone = null;
    load();
  }

  /** Divides the customers another way. */
  void choose(SegmentScheme scheme) {
    Ways now = ways.get();
    if (now == null || !now.chosen().equals(scheme)) {
      inBackground(() -> desk.choose(scheme));
    }
  }

  /** Asks for so many groups; 0 for as many as the data suggest. */
  void useClusters(int number) {
    inBackground(() -> desk.useClusters(number));
  }

  void close() {
    divided.forget();
    histories.forget();
    listing.forget();
    portrait.forget();
    comparisons.close();
  }

  private void inBackground(Runnable change) {
    tasks.quietly(
        DIVIDE,
        context -> {
          change.run();
          return true;
        },
        done -> {},
        notices::problem);
  }

  private Divided read(JobContext context) {
    return new Divided(desk.schemes(), desk.chosen(), desk.summaries(context));
  }

  private void show(Divided now) {
    history.set(null);
    histories.ask(context -> desk.history(now.scheme(), MONTHS, context));
    boolean gone = now.segments().stream().noneMatch(each -> each.name().equals(selected.get()));
    @Nullable String before = selected.get();
    if (gone) {
      selected.set(now.segments().isEmpty() ? null : now.segments().getFirst().name());
    }
    if (Objects.equals(before, selected.get())) {
      describe();
    }
    comparisons.show(now.scheme(), now.schemes());
  }

  /** Describes the segment that is looked at. */
  void describe() {
    @Nullable Divided now = divided.valueProperty().get();
    @Nullable String segment = selected.get();
    if (now == null || segment == null) {
      portrait.clear();
    } else if (looked) {
      @Nullable SegmentPortrait known = everyone;
      portrait.clear();
      portrait.ask(
          context -> {
            SegmentPortrait own = desk.portrait(now.scheme(), segment, context.part(0, 0.7));
            return new Beside(own, known == null ? desk.everyone(context.part(0.7, 1)) : known);
          },
          beside -> everyone = beside.all());
    }
  }
}
