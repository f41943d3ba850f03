package org.tiersmith.ui.customers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.ClusterCurve;
import org.tiersmith.profile.SegmentMoves;
import org.tiersmith.profile.SegmentOverlap;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/**
 * What is known of the segments of a scheme beside one another: worked out when its page is looked
 * at. On the FX thread.
 */
final class ComparisonsViewModel {
  /** What of the segments is looked at. */
  enum Page {
    PORTRAIT,
    MOVEMENT,
    OVERLAP,
    GROUPS
  }

  /** The curve, and how many groups were asked for; 0 for as many as the data suggest. */
  record Groups(ClusterCurve curve, int wanted) {}

  /** Months over which movement between cells is looked at. */
  static final List<Integer> SPANS = List.of(1, 3, 6, 12);

  private static final Text OVERLAP = Text.of("ui.customers.overlap", "Comparing segments");
  private static final Text MOVES = Text.of("ui.customers.moves", "Following the customers");
  private static final Text GROUPS = Text.of("ui.customers.groups", "Looking for groups");

  private final SegmentDesk desk;
  private final OnDemand<SegmentOverlap> overlap;
  private final OnDemand<SegmentMoves> moves;
  private final OnDemand<Groups> groups;
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.PORTRAIT);
  private final ObjectProperty<@Nullable SegmentScheme> other =
      new SimpleObjectProperty<>(this, "other");
  private final IntegerProperty span = new SimpleIntegerProperty(this, "span", 3);
  private final ReadOnlyObjectWrapper<@Nullable SegmentScheme> scheme =
      new ReadOnlyObjectWrapper<>(this, "scheme");
  private final ReadOnlyObjectWrapper<List<SegmentScheme>> schemes =
      new ReadOnlyObjectWrapper<>(this, "schemes", List.of());

  ComparisonsViewModel(SegmentDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    overlap = new OnDemand<>(tasks, notices, OVERLAP);
    moves = new OnDemand<>(tasks, notices, MOVES);
    groups = new OnDemand<>(tasks, notices, GROUPS);
    page.addListener((source, before, now) -> look());
    other.addListener(
        (source, before, now) -> {
          overlap.clear();
          look();
        });
    span.addListener(
        (source, before, now) -> {
          moves.clear();
          look();
        });
  }

  ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** The scheme in use; null before there is one. */
  ReadOnlyObjectProperty<@Nullable SegmentScheme> schemeProperty() {
    return scheme.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<SegmentScheme>> schemesProperty() {
    return schemes.getReadOnlyProperty();
  }

  /** The scheme that the one in use is laid over. */
  ObjectProperty<@Nullable SegmentScheme> otherProperty() {
    return other;
  }

  /** Over how many months movement is looked at. */
  IntegerProperty spanProperty() {
    return span;
  }

  OnDemand<SegmentOverlap> overlap() {
    return overlap;
  }

  OnDemand<SegmentMoves> moves() {
    return moves;
  }

  OnDemand<Groups> groups() {
    return groups;
  }

  /** Whether movement between the segments themselves is known: of RFM cells it is. */
  boolean movesBetween() {
    return SegmentScheme.RFM.equals(scheme.get());
  }

  /** Takes the scheme in use; what was worked out for another one, or other data, lapses. */
  void show(SegmentScheme now, List<SegmentScheme> all) {
    overlap.clear();
    moves.clear();
    groups.clear();
    scheme.set(now);
    schemes.set(all);
    if (other.get() == null || !all.contains(other.get())) {
      other.set(all.stream().filter(each -> !each.equals(now)).findFirst().orElse(now));
    }
    if (page.get() == Page.GROUPS && !now.equals(SegmentScheme.CLUSTER)) {
      page.set(Page.PORTRAIT);
    }
    look();
  }

  /** Works out what the page shows, where that isn't done. */
  void look() {
    @Nullable SegmentScheme rows = scheme.get();
    @Nullable SegmentScheme columns = other.get();
    if (rows == null || columns == null) {
      return;
    }
    switch (page.get()) {
      case PORTRAIT -> {}
      case MOVEMENT -> {
        if (movesBetween() && moves.isIdle()) {
          int months = span.get();
          moves.ask(
              context -> {
                LocalDate end = end(context);
                return desk.moves(end.minusMonths(months), end, context);
              });
        }
      }
      case OVERLAP -> {
        if (overlap.isIdle()) {
          overlap.ask(context -> desk.overlap(rows, columns, context));
        }
      }
      case GROUPS -> {
        if (groups.isIdle()) {
          groups.ask(context -> new Groups(desk.clusterCurve(context), desk.clusters()));
        }
      }
    }
  }

  private LocalDate end(JobContext context) {
    List<YearMonth> months =
        desk.history(SegmentScheme.RFM, SegmentsViewModel.MONTHS, context).months();
    return months.getLast().atEndOfMonth();
  }

  void close() {
    overlap.forget();
    moves.forget();
    groups.forget();
  }
}
