package org.tiersmith.ui.customers;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.CustomerHistory.Happening;
import org.tiersmith.profile.CustomerHistory.Likely;
import org.tiersmith.profile.CustomerPortrait;
import org.tiersmith.profile.CustomerTraits;
import org.tiersmith.service.TextPreview;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.customers.SegmentsViewModel.Divided;
import org.tiersmith.ui.customers.SegmentsViewModel.Member;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** The customers of a segment, and the one that is looked at. On the FX thread. */
final class PeopleViewModel {
  /** One customer, without what has to be worked out of all customers first. */
  record Person(CustomerPortrait portrait, List<Happening> history, List<Likely> likely) {}

  static final int MOST_LIKELY = 8;

  private static final Text LOOK = Text.of("ui.customers.portrait", "Looking up a customer");
  private static final Text READS = Text.of("ui.customers.reads", "Writing what a model reads");
  private static final Text TRAITS = Text.of("ui.customers.traits", "Portraits of the customers");

  private final PersonDesk desk;
  private final ReadOnlyObjectProperty<@Nullable Divided> divided;
  private final LatestReading<Person> reading;
  private final LatestReading<TextPreview> writing;
  private final OnDemand<CustomerTraits> traits;
  private final ReadOnlyObjectWrapper<@Nullable TextPreview> reads =
      new ReadOnlyObjectWrapper<>(this, "reads");
  private final ReadOnlyObjectWrapper<@Nullable Person> person =
      new ReadOnlyObjectWrapper<>(this, "person");
  private final ReadOnlyObjectWrapper<List<Member>> members =
      new ReadOnlyObjectWrapper<>(this, "members", List.of());
  private final ReadOnlyObjectWrapper<List<Happening>> history =
      new ReadOnlyObjectWrapper<>(this, "history", List.of());
  private final ObjectProperty<@Nullable String> segment =
      new SimpleObjectProperty<>(this, "segment");
  private final ObjectProperty<@Nullable String> type = new SimpleObjectProperty<>(this, "type");
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private @Nullable String opened;
  private boolean looked;

  /**
   * @param divided the customers under the scheme in use
   */
  PeopleViewModel(
      PersonDesk desk,
      ReadOnlyObjectProperty<@Nullable Divided> divided,
      Tasks tasks,
      Notices notices) {
    this.desk = desk;
    this.divided = divided;
    reading = new LatestReading<>(tasks, notices, LOOK, this::show);
    writing = new LatestReading<>(tasks, notices, READS, reads::set);
    traits = new OnDemand<>(tasks, notices, TRAITS);
    divided.addListener((source, before, now) -> follow());
    segment.addListener((source, before, now) -> filter());
    search.addListener((source, before, now) -> filter());
    type.addListener((source, before, now) -> filterHistory());
    filter();
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

  /** The customer that is looked at; null before there is one. */
  ReadOnlyObjectProperty<@Nullable Person> personProperty() {
    return person.getReadOnlyProperty();
  }

  /** What a model reads of the customer that is looked at; null while it is written. */
  ReadOnlyObjectProperty<@Nullable TextPreview> readsProperty() {
    return reads.getReadOnlyProperty();
  }

  /** What was worked out of the customer that is looked at. */
  OnDemand<CustomerTraits> traits() {
    return traits;
  }

  /** The kind of events that are shown; null for all. */
  ObjectProperty<@Nullable String> typeProperty() {
    return type;
  }

  /** The events of that kind, the latest first. */
  ReadOnlyObjectProperty<List<Happening>> historyProperty() {
    return history.getReadOnlyProperty();
  }

  /** Called when a person looks: from now on a customer is shown. */
  void look() {
    if (!looked) {
      looked = true;
      openFirst();
    }
  }

  /** Looks a customer up and shows it. */
  void open(String customerId) {
    if (!customerId.equals(opened)) {
      opened = customerId;
      read(customerId);
    }
  }

  /** Reads the customer anew, as after a change of what is known of it. */
  void reload() {
    Optional.ofNullable(opened).ifPresent(this::read);
  }

  /** Forgets the customer that was looked at: there are others now. */
  void forget() {
    opened = null;
  }

  /** Works out again what was cancelled or failed. */
  void describe() {
    Optional.ofNullable(opened).ifPresent(id -> traits.ask(context -> desk.traits(id, context)));
  }

  void close() {
    reading.forget();
    writing.forget();
    traits.forget();
  }

  private void read(String customerId) {
    reading.ask(context -> read(customerId, context));
    reads.set(null);
    writing.ask(context -> desk.reads(customerId, context));
    traits.clear();
    describe();
  }

  private Person read(String customerId, JobContext context) {
    return new Person(
        desk.portrait(customerId),
        desk.history(customerId, context),
        desk.likely(customerId, MOST_LIKELY, context));
  }

  private void show(Person now) {
    person.set(now);
    boolean known = now.history().stream().anyMatch(each -> each.type().equals(type.get()));
    if (!known) {
      type.set(null);
    }
    filterHistory();
  }

  private void filterHistory() {
    @Nullable Person now = person.get();
    @Nullable String wanted = type.get();
    history.set(
        now == null
            ? List.of()
            : now.history().stream()
                .filter(each -> wanted == null || each.type().equals(wanted))
                .toList());
  }

  private void follow() {
    @Nullable Divided now = divided.get();
    boolean gone =
        now == null || now.segments().stream().noneMatch(each -> each.name().equals(segment.get()));
    if (gone && segment.get() != null) {
      segment.set(null);
    } else {
      filter();
    }
    boolean here =
        now != null && now.members().stream().anyMatch(m -> m.customerId().equals(opened));
    if (!here) {
      openFirst();
    }
  }

  private void openFirst() {
    if (looked && !members.get().isEmpty()) {
      open(members.get().getFirst().customerId());
    }
  }

  private void filter() {
    @Nullable Divided now = divided.get();
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
