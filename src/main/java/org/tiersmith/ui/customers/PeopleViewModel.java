package org.tiersmith.ui.customers;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.CustomerHistory.Likely;
import org.tiersmith.profile.CustomerPortrait;
import org.tiersmith.profile.CustomerTraits;
import org.tiersmith.service.CustomerPages;
import org.tiersmith.service.CustomerQuery;
import org.tiersmith.service.TextPreview;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.customers.SegmentsViewModel.Divided;
import org.tiersmith.ui.kit.LatestReading;
import org.tiersmith.ui.kit.Notices;
import org.tiersmith.ui.kit.Tasks;

/** The customers of a segment, and the one that is looked at. On the FX thread. */
final class PeopleViewModel {
  /** One customer, without what has to be worked out of all customers first. */
  record Person(CustomerPortrait portrait, Timeline.Events events, List<Likely> likely) {}

  static final int MOST_LIKELY = 8;

  private static final Text LOOK = Text.of("ui.customers.portrait", "Looking up a customer");
  private static final Text READS = Text.of("ui.customers.reads", "Writing what a model reads");
  private static final Text TRAITS = Text.of("ui.customers.traits", "Portraits of the customers");

  private final PersonDesk desk;
  private final PeopleList list;
  private final Timeline timeline;
  private final LatestReading<Optional<String>> finding;
  private final LatestReading<Person> reading;
  private final LatestReading<TextPreview> writing;
  private final OnDemand<CustomerTraits> traits;
  private final ReadOnlyObjectWrapper<@Nullable TextPreview> reads =
      new ReadOnlyObjectWrapper<>(this, "reads");
  private final ReadOnlyObjectWrapper<@Nullable Person> person =
      new ReadOnlyObjectWrapper<>(this, "person");
  private final ReadOnlyObjectWrapper<@Nullable String> opened =
      new ReadOnlyObjectWrapper<>(this, "opened");
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
    list = new PeopleList(desk, divided, tasks);
    timeline = new Timeline(desk, tasks);
    finding = new LatestReading<>(tasks, notices, LOOK, first -> first.ifPresent(this::open));
    reading = new LatestReading<>(tasks, notices, LOOK, this::show);
    writing = new LatestReading<>(tasks, notices, READS, reads::set);
    traits = new OnDemand<>(tasks, notices, TRAITS);
    divided.addListener((source, before, now) -> openSome());
    list.segmentProperty().addListener((source, before, now) -> openAnother());
  }

  /** The customers to choose from. */
  PeopleList list() {
    return list;
  }

  /** The events of the customer that is looked at. */
  Timeline timeline() {
    return timeline;
  }

  /** The id of the customer that is looked at; null before there is one. */
  ReadOnlyObjectProperty<@Nullable String> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  /** The customer that is looked at; null before it is read. */
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

  /** Called when a person looks: from now on a customer is shown. */
  void look() {
    if (!looked) {
      looked = true;
      openSome();
    }
  }

  /** Looks a customer up and shows it. */
  void open(String customerId) {
    finding.forget();
    if (!customerId.equals(opened.get())) {
      opened.set(customerId);
      read(customerId);
    }
  }

  /** Reads the customer anew, as after a change of what is known of it. */
  void reload() {
    opened().ifPresent(this::read);
  }

  /** Forgets the customer that was looked at: there are others now. */
  void forget() {
    opened.set(null);
  }

  /** Works out again what was cancelled or failed. */
  void describe() {
    opened().ifPresent(id -> traits.ask(context -> desk.traits(id, context)));
  }

  void close() {
    list.close();
    timeline.close();
    finding.forget();
    reading.forget();
    writing.forget();
    traits.forget();
  }

  private Optional<String> opened() {
    return Optional.ofNullable(opened.get());
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
        new Timeline.Events(customerId, desk.kinds(customerId, context)),
        desk.likely(customerId, MOST_LIKELY, context));
  }

  private void show(Person now) {
    person.set(now);
    timeline.show(now.events());
  }

  /** Shows a customer where none is looked at. */
  private void openSome() {
    if (opened.get() == null) {
      openFirst();
    }
  }

  /** Shows a customer of the segment that is now listed. */
  private void openAnother() {
    if (list.segmentProperty().get() != null) {
      openFirst();
    }
  }

  private void openFirst() {
    CustomerQuery all = list.all();
    if (looked && all != null) {
      finding.ask(
          context ->
              desk.customers(all, 0, 1, context).entries().stream()
                  .findFirst()
                  .map(CustomerPages.Entry::customerId));
    }
  }
}
