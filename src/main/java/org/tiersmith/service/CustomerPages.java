package org.tiersmith.service;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.TableBrowser;
import org.tiersmith.data.TableRows;
import org.tiersmith.profile.CustomerList;
import org.tiersmith.profile.Membership;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.task.CancelledException;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.Turn;

/**
 * The customers of a scheme's segments, any stretch of them in any order: a million of them cost
 * what a page does. Not for a window's own thread. Thread-safe.
 */
public final class CustomerPages implements AutoCloseable {
  private final ImportUseCase data;
  private final PortraitUseCase portraits;
  private final Divider divider;
  private final Turn opening = new Turn();
  private @Nullable Opened open;
  private volatile boolean closed;

  /**
   * A customer in the list.
   *
   * @param segment the one that was asked for; else the first one it is in
   * @param revenue what it paid, NaN where it bought nothing
   */
  public record Entry(String customerId, String segment, double revenue) {}

  /** A stretch of the customers that a query means, and how many it means in all. */
  public record Page(List<Entry> entries, long total) {}

  /** The list of one division of one dataset. */
  private record Opened(
      String key, List<String> segments, Workspace workspace, TableBrowser browser)
      implements AutoCloseable {
    @Override
    public void close() {
      browser.close();
      workspace.close();
    }
  }

  CustomerPages(ImportUseCase data, PortraitUseCase portraits, Divider divider) {
    this.data = data;
    this.portraits = portraits;
    this.divider = divider;
  }

  /**
   * Works a query out ahead of its pages, where that was not done yet.
   *
   * @return how many customers it means
   */
  public long prepare(CustomerQuery query, JobContext context) {
    Opened list = list(query.scheme(), context.part(0, 0.8));
    return list.browser().prepare(query.rows(list.segments()), context.part(0.8, 1));
  }

  /** A stretch of the customers that a query means, the first one counted from 0. */
  public Page page(CustomerQuery query, long offset, int limit, JobContext context) {
    Opened list = list(query.scheme(), context);
    TableRows rows = list.browser().rows(query.rows(list.segments()), offset, limit, context);
    int id = rows.columns().indexOf(CustomerList.ID);
    int segment = rows.columns().indexOf(CustomerList.SEGMENT);
    int revenue = rows.columns().indexOf(CustomerList.REVENUE);
    return new Page(
        rows.cells().stream()
            .map(row -> new Entry(row.get(id), row.get(segment), number(row.get(revenue))))
            .toList(),
        rows.total());
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  private Opened list(SegmentScheme scheme, JobContext context) {
    return opening.take(context, () -> list(divider.by(scheme), context));
  }

  private Opened list(Division by, JobContext context) {
    if (closed) {
      throw new CancelledException();
    }
    @Nullable Path made = portraits.ready(by.dataset()).orElse(null);
    String key = by.key() + ":" + (made == null);
    Opened now = open;
    if (now == null || !now.key().equals(key)) {
      drop();
      now = make(key, by, made, context.until(() -> closed));
      open = now;
    }
    return now;
  }

  private Opened make(String key, Division by, @Nullable Path made, JobContext context) {
    Membership membership = divider.membership(by, context.part(0, 0.6));
    Workspace workspace = new Workspace();
    try {
      Path file = workspace.file("customers.parquet");
      CustomerList.write(data.tables(by.dataset()), membership, made, file, context.part(0.6, 1));
      TableBrowser browser = TableBrowser.open(file, workspace.folder());
      return new Opened(key, membership.names(), workspace, browser);
    } catch (RuntimeException e) {
      workspace.close();
      Workspace.refuseIfFull(e);
      throw e;
    }
  }

  private void drop() {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  /** Lets the list go; one that is being made is cancelled, not waited for. */
  @Override
  public void close() {
    closed = true;
    opening.take(
        JobContext.detached(),
        () -> {
          drop();
          return closed;
        });
  }
}
