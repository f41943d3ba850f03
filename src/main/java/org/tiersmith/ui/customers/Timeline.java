package org.tiersmith.ui.customers;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.profile.CustomerHistory.Happening;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.kit.PreparedRows;
import org.tiersmith.ui.kit.RowSource;
import org.tiersmith.ui.kit.RowSource.Page;
import org.tiersmith.ui.kit.Tasks;

/** What a customer did, of which only the events that are seen are read. On the FX thread. */
final class Timeline {
  /**
   * A customer's events.
   *
   * @param kinds how many there are of each kind
   */
  record Events(String customerId, SortedMap<String, Long> kinds) {
    private long count(@Nullable String kind) {
      return kind == null
          ? kinds.values().stream().mapToLong(Long::longValue).sum()
          : Objects.requireNonNullElse(kinds.get(kind), 0L);
    }
  }

  /** Events of one kind; of any where it is null. */
  private record Question(Events events, @Nullable String kind) {}

  private static final Text READ = Text.of("ui.customers.timeline", "Reading what a customer did");

  private final PersonDesk desk;
  private final PreparedRows<Question, Happening> pages;
  private final ReadOnlyObjectWrapper<SortedMap<String, Long>> kinds =
      new ReadOnlyObjectWrapper<>(this, "kinds", new TreeMap<>(Map.of()));
  private final ReadOnlyObjectWrapper<@Nullable RowSource<Happening>> rows =
      new ReadOnlyObjectWrapper<>(this, "rows");
  private final ObjectProperty<@Nullable String> kind = new SimpleObjectProperty<>(this, "kind");
  private @Nullable Events events;

  Timeline(PersonDesk desk, Tasks tasks) {
    this.desk = desk;
    pages = new PreparedRows<>(tasks, READ, reader());
    kind.addListener((source, before, now) -> list());
  }

  /** How many events the customer has of each kind. */
  ReadOnlyObjectProperty<SortedMap<String, Long>> kindsProperty() {
    return kinds.getReadOnlyProperty();
  }

  /** The kind of events that are shown; null for all. */
  ObjectProperty<@Nullable String> kindProperty() {
    return kind;
  }

  /** The events of that kind, the latest first; null before there is a customer. */
  ReadOnlyObjectProperty<@Nullable RowSource<Happening>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Shows the events of a customer; those of the chosen kind, if there are such. */
  void show(Events now) {
    events = now;
    kinds.set(now.kinds());
    String wanted = kind.get();
    if (wanted != null && !now.kinds().containsKey(wanted)) {
      kind.set(null);
    } else {
      list();
    }
  }

  void close() {
    pages.cancel();
  }

  private void list() {
    Events of = events;
    if (of != null) {
      Question asked = new Question(of, kind.get());
      rows.set(pages.of(request -> asked));
    }
  }

  private PreparedRows.Reader<Question, Happening> reader() {
    return new PreparedRows.Reader<>() {
      @Override
      public boolean isAtHand(Question asked) {
        return true;
      }

      @Override
      public void prepare(Question asked, JobContext context) {}

      @Override
      public Page<Happening> page(Question asked, long offset, int limit, JobContext context) {
        return new Page<>(
            desk.history(asked.events().customerId(), asked.kind(), offset, limit, context),
            asked.events().count(asked.kind()));
      }
    };
  }
}
