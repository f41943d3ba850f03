package org.tiersmith.ui.kit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;
import org.tiersmith.task.Job;
import org.tiersmith.task.JobContext;
import org.tiersmith.task.JobHandle;
import org.tiersmith.ui.kit.RowSource.Page;
import org.tiersmith.ui.kit.RowSource.Request;

/**
 * Rows of queries that take a while to work out, after which each page is there at once. Only one
 * query is worked out at a time: another one takes its place. On the FX thread.
 *
 * @param <Q> which rows, in which order
 * @param <R> a row
 */
public final class PreparedRows<Q, R> {
  private final Tasks tasks;
  private final Text title;
  private final Reader<Q, R> reader;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private @Nullable Preparation<Q> preparation;
  private long question;

  /** Answers queries; asked on background threads, but for {@link #isAtHand}. */
  public interface Reader<Q, R> {
    /** Works a query out ahead of its pages; nothing where that is done. */
    void prepare(Q query, JobContext context) throws Exception;

    /** Whether nothing has to be worked out for a query. */
    default boolean isAtHand(Q query) {
      return false;
    }

    /** Reads a page of a query. */
    Page<R> page(Q query, long offset, int limit, JobContext context) throws Exception;
  }

  /** A query that is being worked out. */
  private record Preparation<Q>(Q query, JobHandle<Boolean> job, CompletableFuture<Boolean> done) {}

  /**
   * @param title what the work is called
   */
  public PreparedRows(Tasks tasks, Text title, Reader<Q, R> reader) {
    this.tasks = tasks;
    this.title = title;
    this.reader = reader;
  }

  /** Whether a query is being worked out. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /**
   * The rows for a table.
   *
   * @param query the query that a request of the table asks
   */
  public RowSource<R> of(Function<Request, Q> query) {
    return new RowSource<>() {
      @Override
      public CompletionStage<Page<R>> read(Request request) {
        Q asked = query.apply(request);
        return prepared(asked)
            .thenCompose(
                done -> later(context -> page(asked, request.offset(), request.limit(), context)));
      }

      @Override
      public Page<R> readNow(Request request, JobContext context) throws Exception {
        return page(query.apply(request), request.offset(), request.limit(), context);
      }
    };
  }

  /** Gives up the query that is being worked out; what was shown stays. */
  public void cancel() {
    if (preparation != null) {
      preparation.job().cancel();
      preparation = null;
      busy.set(false);
    }
  }

  private Page<R> page(Q query, long offset, int limit, JobContext context) throws Exception {
    return reader.page(query, offset, limit, context);
  }

  private <T> CompletableFuture<T> later(Job<T> job) {
    CompletableFuture<T> made = new CompletableFuture<>();
    tasks.quietly(title, job, made::complete, made::completeExceptionally);
    return made;
  }

  private CompletableFuture<Boolean> prepared(Q query) {
    Preparation<Q> present = preparation;
    if (present != null && present.query().equals(query)) {
      return present.done();
    }
    cancel();
    if (reader.isAtHand(query)) {
      return CompletableFuture.completedFuture(true);
    }
    long asked = ++question;
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    busy.set(true);
    JobHandle<Boolean> job =
        tasks.quietly(
            title,
            context -> {
              reader.prepare(query, context);
              return true;
            },
            made -> {
              settle(asked);
              done.complete(made);
            },
            thrown -> {
              settle(asked);
              done.completeExceptionally(thrown);
            });
    if (!done.isDone()) {
      preparation = new Preparation<>(query, job, done);
    }
    return done;
  }

  /** What is worked out need not be kept: who asks again gets it at once. */
  private void settle(long asked) {
    if (asked == question) {
      preparation = null;
      busy.set(false);
    }
  }
}
