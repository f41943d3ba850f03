package org.tiersmith.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.task.JobContext;

/**
 * Looks at every byte of a delimited file for anything that readers could take in more than one
 * way. What passes may be read by any of them, in parallel, and each row stands on a line of its
 * own: UTF-8 throughout, one kind of line end, as many fields in each line as in the header, quotes
 * only around whole fields, no spaces or marks around a cell, no control characters.
 */
final class TidyScan {
  private static final int CHUNK = 8 << 20;
  static final int LONGEST_LINE = RecordReader.MOST_CHARS;

  private final FileChannel file;
  private final long size;
  private final long from;
  private final TidyRows form;
  private final JobContext context;
  private final AtomicBoolean tidy = new AtomicBoolean(true);

  /** Arrays that were read into, to be read into again: new ones cost as much as the look. */
  private final Queue<byte[]> arrays = new ConcurrentLinkedQueue<>();

  /**
   * What was seen of a tidy file.
   *
   * @param missing whether any cell is a word for a missing value
   * @param keys how the values of the key's column follow one another
   * @param times the form of the values of the time's column
   */
  record Seen(long rows, boolean missing, KeyOrder keys, ValueShape times) {
    static final Seen NOTHING = new Seen(0, false, KeyOrder.NONE, ValueShape.NONE);

    private Seen then(Seen next) {
      return new Seen(
          rows + next.rows, missing || next.missing, keys.then(next.keys), times.then(next.times));
    }
  }

  private TidyScan(FileChannel file, long from, TidyRows form, JobContext context)
      throws IOException {
    this.file = file;
    this.size = file.size();
    this.from = from;
    this.form = form;
    this.context = context;
  }

  /**
   * Looks at a file; null where it is not tidy.
   *
   * @param from the byte at which the first row starts
   */
  static @Nullable Seen of(Path file, long from, TidyRows form, JobContext context)
      throws IOException {
    if (!form.isReadable()) {
      return null;
    }
    try (FileChannel channel = FileChannel.open(file)) {
      return new TidyScan(channel, from, form, context).look();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private @Nullable Seen look() {
    long chunks = (size - from + CHUNK - 1) / CHUNK;
    Seen seen =
        LongStream.range(0, chunks)
            .parallel()
            .mapToObj(this::look)
            .reduce(Seen.NOTHING, Seen::then);
    return tidy.get() ? seen : null;
  }

  /** Looks at the lines that start in a piece of the file. */
  private Seen look(long chunk) {
    if (!tidy.get() || context.isCancelled()) {
      return Seen.NOTHING;
    }
    long begin = from + chunk * CHUNK;
    long end = Math.min(begin + CHUNK, size);
    try {
      long look = chunk == 0 ? begin : begin - 1;
      int length = (int) (Math.min(end + LONGEST_LINE, size) - look);
      byte[] bytes = read(look, length);
      Seen seen = form.look(bytes, length, chunk == 0, (int) (end - look));
      if (seen == null) {
        tidy.set(false);
        return Seen.NOTHING;
      }
      arrays.add(bytes);
      return seen;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] read(long position, int length) throws IOException {
    byte[] free = arrays.poll();
    byte[] bytes = free == null || free.length < length ? new byte[CHUNK + LONGEST_LINE + 1] : free;
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    return bytes;
  }
}
