package org.tiersmith.ui.customers;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.service.CustomerPages;
import org.tiersmith.service.CustomerPages.Entry;
import org.tiersmith.service.CustomerQuery;
import org.tiersmith.service.CustomerQuery.Sort;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.customers.SegmentsViewModel.Divided;
import org.tiersmith.ui.kit.PreparedRows;
import org.tiersmith.ui.kit.RowSource;
import org.tiersmith.ui.kit.RowSource.Page;
import org.tiersmith.ui.kit.RowSource.Request;
import org.tiersmith.ui.kit.Tasks;

/** The customers of a segment, of whom only those that are seen are read. On the FX thread. */
final class PeopleList {
  private static final Text LIST = Text.of("ui.customers.list", "Listing the customers");

  private final PersonDesk desk;
  private final ReadOnlyObjectProperty<@Nullable Divided> divided;
  private final PreparedRows<CustomerQuery, Entry> pages;
  private final ReadOnlyObjectWrapper<@Nullable RowSource<Entry>> rows =
      new ReadOnlyObjectWrapper<>(this, "rows");
  private final ObjectProperty<@Nullable String> segment =
      new SimpleObjectProperty<>(this, "segment");
  private final StringProperty search = new SimpleStringProperty(this, "search", "");

  /**
   * @param divided the customers under the scheme in use
   */
  PeopleList(PersonDesk desk, ReadOnlyObjectProperty<@Nullable Divided> divided, Tasks tasks) {
    this.desk = desk;
    this.divided = divided;
    pages = new PreparedRows<>(tasks, LIST, reader());
    divided.addListener((source, before, now) -> follow());
    segment.addListener((source, before, now) -> list());
    search.addListener((source, before, now) -> list());
    list();
  }

  /** The segment whose customers are listed; null for all. */
  ObjectProperty<@Nullable String> segmentProperty() {
    return segment;
  }

  /** Part of a customer id to look for; empty for all. */
  StringProperty searchProperty() {
    return search;
  }

  /** The customers that fit the segment and the search; null before they are divided. */
  ReadOnlyObjectProperty<@Nullable RowSource<Entry>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** All customers of the segment by id, whatever is looked for; null before they are divided. */
  @Nullable CustomerQuery all() {
    Divided now = divided.get();
    return now == null ? null : new CustomerQuery(now.scheme(), segment.get(), "", Sort.ID, true);
  }

  void close() {
    pages.cancel();
  }

  private void follow() {
    Divided now = divided.get();
    boolean gone =
        now == null || now.segments().stream().noneMatch(each -> each.name().equals(segment.get()));
    if (gone && segment.get() != null) {
      segment.set(null);
    } else {
      list();
    }
  }

  private void list() {
    CustomerQuery all = all();
    if (all == null) {
      rows.set(null);
      return;
    }
    String wanted = search.get();
    rows.set(pages.of(request -> query(all, wanted, request)));
  }

  private static CustomerQuery query(CustomerQuery all, String search, Request request) {
    String column = request.sortColumn();
    Sort sort = column == null ? Sort.ID : Sort.valueOf(column.toUpperCase(Locale.ROOT));
    return new CustomerQuery(
        all.scheme(), all.segment(), search, sort, column == null || request.ascending());
  }

  private PreparedRows.Reader<CustomerQuery, Entry> reader() {
    return new PreparedRows.Reader<>() {
      @Override
      public void prepare(CustomerQuery query, JobContext context) {
        desk.prepare(query, context);
      }

      @Override
      public Page<Entry> page(CustomerQuery query, long offset, int limit, JobContext context) {
        CustomerPages.Page page = desk.customers(query, offset, limit, context);
        return new Page<>(page.entries(), page.total());
      }
    };
  }
}
