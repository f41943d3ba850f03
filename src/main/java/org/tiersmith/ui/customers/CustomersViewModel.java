package org.tiersmith.ui.customers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Segmentation;
import org.tiersmith.model.Text;
import org.tiersmith.profile.CustomerPortrait;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.LoadState;
import org.tiersmith.ui.kit.Loading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** State and commands of the customers screen. On the FX thread. */
final class CustomersViewModel {
  /** A customer and the name of its segment. */
  record Member(String customerId, String segment) {}

  /** All of a segmentation that the screen shows. */
  record Shown(
      List<SegmentScheme> schemes,
      SegmentScheme chosen,
      List<SegmentSummary> segments,
      List<Member> members) {}

  private static final Text LOAD = Text.of("ui.customers.load", "Dividing the customers");
  private static final Text PORTRAIT = Text.of("ui.customers.portrait", "Looking up a customer");

  private final CustomerDesk desk;
  private final Tasks tasks;
  private final Notices notices;
  private final Runnable stopListening;
  private final Loading<Optional<Shown>> loading;
  private final LatestReading<CustomerPortrait> portraits;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown =
      new ReadOnlyObjectWrapper<>(this, "shown");
  private final ReadOnlyObjectWrapper<@Nullable CustomerPortrait> portrait =
      new ReadOnlyObjectWrapper<>(this, "portrait");
  private final ReadOnlyObjectWrapper<List<Member>> members =
      new ReadOnlyObjectWrapper<>(this, "members", List.of());
  private final ObjectProperty<@Nullable String> segment =
      new SimpleObjectProperty<>(this, "segment");
  private final StringProperty search = new SimpleStringProperty(this, "search", "");

  CustomersViewModel(CustomerDesk desk, Tasks tasks, Notices notices) {
    this.desk = desk;
    this.tasks = tasks;
    this.notices = notices;
    loading = new Loading<>(tasks, notices, LOAD, this::read, this::show);
    portraits = new LatestReading<>(tasks, notices, PORTRAIT, portrait::set);
    stopListening =
        desk.listen(
            change -> {
              if (change == ProjectChange.DATA_IMPORTED
                  || change == ProjectChange.PORTRAITS_BUILT
                  || change == ProjectChange.SEGMENTATION_CHANGED) {
                tasks.fx().execute(loading::load);
              }
            });
    segment.addListener((source, before, now) -> filter());
    search.addListener((source, before, now) -> filter());
    loading.load();
  }

  ReadOnlyObjectProperty<LoadState> stateProperty() {
    return loading.stateProperty();
  }

  /** The segmentation that is shown; null until there is one. */
  ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The segment whose customers are listed; null for all. */
  ObjectProperty<@Nullable String> segmentProperty() {
    return segment;
  }

  /** Part of a customer id to look for; empty for all. */
  StringProperty searchProperty() {
    return search;
  }

  /** The customers that fit the segment and the search. */
  ReadOnlyObjectProperty<List<Member>> membersProperty() {
    return members.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CustomerPortrait> portraitProperty() {
    return portrait.getReadOnlyProperty();
  }

  /** Divides the customers another way. */
  void choose(SegmentScheme scheme) {
    Shown now = shown.get();
    if (now == null || !now.chosen().equals(scheme)) {
      tasks.quietly(
          LOAD,
          context -> {
            desk.choose(scheme);
            return scheme;
          },
          done -> {},
          notices::problem);
    }
  }

  /** Looks a customer up and shows its portrait. */
  void open(String customerId) {
    portraits.ask(context -> desk.portrait(customerId));
  }

  void close() {
    stopListening.run();
    loading.close();
    portraits.forget();
  }

  private Optional<Shown> read(JobContext context) {
    if (!desk.hasData()) {
      return Optional.empty();
    }
    Segmentation segmentation = desk.segmentation();
    return Optional.of(
        new Shown(desk.schemes(), desk.chosen(), desk.summaries(context), members(segmentation)));
  }

  private static List<Member> members(Segmentation segmentation) {
    return segmentation.segmentOf().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> new Member(each.getKey(), segmentation.names().get(each.getValue())))
        .toList();
  }

  private boolean show(Optional<Shown> found) {
    found.ifPresent(
        now -> {
          shown.set(now);
          segment.set(null);
          filter();
          now.members().stream().findFirst().ifPresent(member -> open(member.customerId()));
        });
    return found.isPresent();
  }

  private void filter() {
    Shown now = shown.get();
    String wanted = search.get().strip();
    members.set(
        now == null
            ? List.of()
            : now.members().stream()
                .filter(m -> segment.get() == null || m.segment().equals(segment.get()))
                .filter(m -> m.customerId().contains(wanted))
                .toList());
  }
}
