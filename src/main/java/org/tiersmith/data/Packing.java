package org.tiersmith.data;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;

/**
 * Where a table's bytes lie: in a file of their own or in an entry of a ZIP archive, gzipped or
 * not. An entry is named by the path of its archive and its own name behind it; the name is looked
 * up in the archive and never leads to a file.
 *
 * @param file the file on disk
 * @param entry the entry's name, or null for the file itself
 */
record Packing(Path file, @Nullable String entry) {
  private static final int BUFFER = 1 << 16;

  /** Below this many bytes nothing is called a bomb. */
  private static final long HARMLESS = 256L << 20;

  /** Tables shrink to a fiftieth, seldom to a two-hundredth; the format allows a thousandth. */
  private static final int MOST_RATIO = 400;

  /** Finds the file, or the archive and its entry, that a path names. */
  static Packing of(Path path) {
    if (Files.isRegularFile(path)) {
      if (!Files.isReadable(path)) {
        throw absent(path);
      }
      return new Packing(path, null);
    }
    Path archive = archiveOf(path);
    if (archive == null || !ZipArchive.isZip(archive)) {
      throw absent(path);
    }
    String entry = archive.relativize(path).toString().replace('\\', '/');
    if (!ZipArchive.has(archive, entry)) {
      throw Problem.of(
          "import.no-entry",
          "The archive {0} has no file {1}. It holds: {2}.",
          String.valueOf(archive.getFileName()),
          entry,
          ZipArchive.list(archive));
    }
    return new Packing(archive, entry);
  }

  /** The file among a path's parents, for a path that names an entry of an archive; or null. */
  static @Nullable Path archiveOf(Path path) {
    Path parent = path.getParent();
    while (parent != null && !Files.exists(parent)) {
      parent = parent.getParent();
    }
    return parent != null && Files.isRegularFile(parent) ? parent : null;
  }

  /** The name for a person: that of the file, or that of the archive and the entry. */
  static String name(Path path) {
    Path archive = Files.exists(path) ? null : archiveOf(path);
    return archive == null
        ? String.valueOf(path.getFileName())
        : archive.getFileName() + "/" + archive.relativize(path).toString().replace('\\', '/');
  }

  /** The table's bytes, unpacked; throws a Problem where they swell beyond all measure. */
  InputStream open() throws IOException {
    InputStream in =
        entry == null
            ? Files.newInputStream(file)
            : guarded(ZipArchive.open(file, entry), ZipArchive.packedBytes(file, entry));
    return unzipped(new BufferedInputStream(in, BUFFER));
  }

  /** Whether the table's bytes are others than those of the file on disk. */
  boolean isPacked() throws IOException {
    if (entry != null) {
      return true;
    }
    try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 2)) {
      return isGzip(in);
    }
  }

  /** How many bytes the table has unpacked, as its packing says. */
  long unpackedBytes() throws IOException {
    if (entry != null) {
      return ZipArchive.bytes(file, entry);
    }
    long size = Files.size(file);
    if (!isPacked() || size < Integer.BYTES) {
      return size;
    }
    ByteBuffer last = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel = FileChannel.open(file)) {
      channel.read(last, size - Integer.BYTES);
    }
    return Integer.toUnsignedLong(last.getInt(0));
  }

  /** Whether bytes unpacked are out of all proportion to those they were packed in. */
  static boolean isBomb(long unpacked, long packed) {
    return unpacked > HARMLESS && unpacked / MOST_RATIO > packed;
  }

  static Problem bomb(String name) {
    return Problem.of(
        "import.bomb",
        "{0} unpacks to more than {1} times its size, as no table does; nothing was read. Get the"
            + " file again from its source, or unpack it yourself.",
        name,
        MOST_RATIO);
  }

  private InputStream guarded(InputStream in, long packed) {
    return new Guard(in, () -> packed);
  }

  private InputStream unzipped(BufferedInputStream in) throws IOException {
    if (!isGzip(in)) {
      return in;
    }
    try {
      Counter counter = new Counter(in);
      return new BufferedInputStream(
          new Guard(new GZIPInputStream(counter, BUFFER), () -> counter.bytes), BUFFER);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static boolean isGzip(BufferedInputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip;
  }

  private static Problem absent(Path path) {
    return Problem.of("import.not-found", "There is no readable file {0}.", path.toString());
  }

  /** Counts the bytes that pass. */
  private static class Counter extends FilterInputStream {
    long bytes;

    Counter(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      bytes += b >= 0 ? 1 : 0;
      return b;
    }

    @Override
    public int read(byte[] to, int from, int most) throws IOException {
      int n = super.read(to, from, most);
      bytes += Math.max(0, n);
      return n;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }

  /** Stops where the bytes unpacked are out of all proportion to those they were packed in. */
  private final class Guard extends Counter {
    private final LongSupplier packed;

    Guard(InputStream in, LongSupplier packed) {
      super(in);
      this.packed = packed;
    }

    @Override
    public int read(byte[] to, int from, int most) throws IOException {
      int n = super.read(to, from, most);
      if (isBomb(bytes, packed.getAsLong())) {
        throw bomb(entry == null ? String.valueOf(file.getFileName()) : entry);
      }
      return n;
    }
  }
}
