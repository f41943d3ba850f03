package org.tiersmith.ui.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.tiersmith.model.Text;
import org.tiersmith.service.ValueFile;
import org.tiersmith.task.Job;
import org.tiersmith.task.JobContext;
import org.tiersmith.ui.kit.RowSource.Page;
import org.tiersmith.ui.kit.RowSource.Request;

/**
 * Writes all rows of a source into a CSV file, a large page at a time.
 *
 * @param titles the headings
 * @param values a row's text or number, one a heading
 * @param first the order, and where to begin
 */
record RowSaver<R>(
    List<String> titles, List<Function<R, Object>> values, RowSource<R> source, Request first) {
  /** Large, for many sources find and sort all their rows anew for each page. */
  private static final int PAGE = 50_000;

  /** The job that writes the file and gives it back. */
  Job<Path> to(Path file) {
    return context -> {
      ValueFile.csv(file, titles, sink -> write(sink, context));
      return file;
    };
  }

  private void write(ValueFile.Sink sink, JobContext context) throws IOException {
    long written = 0;
    long total;
    do {
      Page<R> page = page(written, context);
      total = page.total();
      for (R row : page.rows()) {
        context.checkCancelled();
        sink.row(values.stream().map(value -> value.apply(row)).toList());
      }
      if (page.rows().isEmpty()) {
        return;
      }
      written += page.rows().size();
      context.progress(
          Math.min(1, (double) written / total),
          Text.of("ui.kit.save-rows", "{0} of {1} rows written", written, total));
    } while (written < total);
  }

  private Page<R> page(long offset, JobContext context) {
    context.checkCancelled();
    try {
      return source.readNow(
          new Request(offset, PAGE, first.sortColumn(), first.ascending()), context);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }
}
