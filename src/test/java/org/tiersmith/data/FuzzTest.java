package org.tiersmith.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tiersmith.model.Problem;
import org.tiersmith.task.JobContext;

/**
 * Spoils sound files in every way and imports them: whatever comes in, either a person is told in
 * words why the file can't be used, or each of its rows is loaded or among the rejects. {@code
 * -Dtiersmith.fuzz=N} tries N files instead of the usual number, {@code -Dtiersmith.fuzz.seed=S}
 * others.
 */
class FuzzTest {
  private static final int FILES = Integer.getInteger("tiersmith.fuzz", 2100);
  private static final long SEED = Long.getLong("tiersmith.fuzz.seed", 20250105L);
  private static final int LONGEST_SECONDS = 10;

  /** So many files that could be read are imported together, which opens DuckDB once. */
  private static final int TOGETHER = 100;

  private static final int SHOWN = 20;
  private static final int WORKERS = 2;
  private static final int PREVIEWED = 8;
  private static final Map<String, String> COLUMNS =
      Map.of("customer_id", "customer_id", "product_id", "product_id", "timestamp", "timestamp");

  @TempDir private Path folder;
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private final List<Read> readable = new ArrayList<>();

  /** A spoilt file, and how many rows reading it told of. */
  private record Read(String what, Path file, long rows) {}

  @Test
  void losesNoRowOfSpoiltFiles() throws Exception {
    List<FuzzSeeds.Seed> seeds = FuzzSeeds.all(folder);
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        ExecutorService watched = Executors.newCachedThreadPool()) {
      List<Future<?>> shares = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        int first = worker;
        shares.add(workers.submit(() -> share(seeds, first, watched)));
      }
      for (Future<?> share : shares) {
        share.get();
      }
      shares.clear();
      for (List<Read> batch : batches()) {
        shares.add(
            workers.submit(() -> inTime(watched, "import", batch.size(), () -> importAll(batch))));
      }
      for (Future<?> share : shares) {
        share.get();
      }
    }
    assertThat(faults).as("faults of %s files, of which %s", FILES, outcomes).isEmpty();
    assertThat(readable).as("files that could be read").hasSizeGreaterThan(FILES / 3);
    assertThat(outcomes.get("imported together"))
        .as("batches imported, of %s", outcomes)
        .isGreaterThan(batches().size() / 2);
  }

  /** Tries every file of a worker's share, one after the other. */
  private void share(List<FuzzSeeds.Seed> seeds, int first, ExecutorService watched) {
    try (Duck duck = Duck.open(JobContext.detached())) {
      duck.run("SET threads = 1");
      for (int i = first; i < FILES; i += WORKERS) {
        int at = i;
        FuzzSeeds.Seed seed = seeds.get(i % seeds.size());
        inTime(
            watched, i + " " + seed.name(), 1, () -> tryOne(duck, seed, new Random(SEED + at), at));
      }
    }
  }

  private void inTime(ExecutorService watched, String what, int files, Runnable work) {
    Future<?> done = watched.submit(work);
    try {
      done.get((long) files * LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      note(what, new AssertionError("took over " + LONGEST_SECONDS + " s a file", e));
      done.cancel(true);
    } catch (ExecutionException e) {
      note(what, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private synchronized void count(String outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }

  private synchronized void note(String what, Throwable e) {
    if (faults.size() < SHOWN) {
      String where =
          Arrays.stream(e.getStackTrace())
              .filter(frame -> frame.getClassName().startsWith("org.tiersmith"))
              .limit(4)
              .map(StackTraceElement::toString)
              .toList()
              .toString();
      faults.add(what + ": " + e + " " + where);
    }
  }

  private void tryOne(Duck duck, FuzzSeeds.Seed seed, Random random, int number) {
    List<String> ways = new ArrayList<>();
    byte[] spoilt = spoil(seed, random, ways);
    String what = number + " " + seed.name() + " " + ways;
    Path file = folder.resolve("f" + number + seed.name().replaceFirst("^[^.]+", ""));
    try {
      Files.write(file, spoilt);
      long rows = rows(duck, file, what);
      if (rows >= 0) {
        synchronized (this) {
          readable.add(new Read(what, file, rows));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | AssertionError e) {
      note(what, e);
    }
  }

  private static byte[] spoil(FuzzSeeds.Seed seed, Random random, List<String> ways) {
    FuzzMutation[] all = FuzzMutation.values();
    FuzzMutation way = all[random.nextInt(all.length)];
    boolean inside = !way.isBinary() || random.nextBoolean();
    ways.add(way.name());
    if (seed.kind() == FuzzSeeds.Kind.BINARY || (seed.kind() != FuzzSeeds.Kind.TEXT && !inside)) {
      return way.isBinary()
          ? way.spoil(seed.bytes(), random)
          : FuzzMutation.FLIPPED_BITS.spoil(seed.bytes(), random);
    }
    byte[] text = way.spoil(seed.text(), seed.charset(), random);
    if (random.nextInt(4) == 0 && text.length > 0) {
      ways.add("FLIPPED_BITS");
      text = FuzzMutation.FLIPPED_BITS.spoil(text, random);
    }
    try {
      return switch (seed.kind()) {
        case ZIP -> ContainersTest.zipOf("e.csv", text);
        case GZIP -> ContainersTest.gzip(text);
        default -> text;
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads a file and accounts for its rows; -1 where a person is told that it can't be used. */
  private long rows(Duck duck, Path file, String what) throws IOException {
    duck.run("CREATE SCHEMA spoilt");
    duck.run("USE spoilt");
    Path scratch = Files.createDirectories(folder.resolve("s" + Thread.currentThread().threadId()));
    try (RejectLog rejects = new RejectLog(scratch)) {
      if (what.hashCode() % PREVIEWED == 0) {
        FilePreview.of(file, 20);
      }
      long told = told(file);
      RawTable raw = new Staging(duck, scratch, rejects, JobContext.detached()).load(file, "t");
      rejects.load(duck);
      long rejected = duck.whole("SELECT count(*) FROM rejects");
      long loaded = duck.whole("SELECT count(*) FROM t");
      if (told >= 0) {
        assertThat(loaded + rejected).as("%s: rows loaded and rejected", what).isEqualTo(told);
        assertSameCells(duck, file, raw);
      }
      long lines = lines(file);
      if (lines >= 0 && raw.columns().size() > 1) {
        assertThat(loaded + rejected).as("%s: lines with ink", what).isEqualTo(lines);
      }
      count(rejected > 0 ? "with rejects" : "whole");
      return loaded + rejected;
    } catch (Problem e) {
      assertThat(e.text().english())
          .isNotBlank()
          .doesNotContain("Exception", "java.", "(null)", "{0}");
      count(e.text().key());
      return -1;
    } finally {
      duck.run("DROP SCHEMA spoilt CASCADE");
    }
  }

  /** How many rows a source tells of, good and faulty; -1 for a file not read row by row. */
  private static long told(Path path) throws IOException {
    SourceFile file = SourceFile.of(path);
    if (file.format() == SourceFile.Format.PARQUET) {
      return -1;
    }
    try (RowSource source = RowSource.open(file)) {
      long rows = 0;
      while (source.next()) {
        rows++;
      }
      return rows;
    } catch (IOException e) {
      throw file.broken(e);
    }
  }

  /** What was loaded is what the source says, cell by cell, whichever way it was loaded. */
  private static void assertSameCells(Duck duck, Path path, RawTable raw) throws IOException {
    StringBuilder select = new StringBuilder(Staging.LINE);
    int shown = Math.min(raw.columns().size(), 12);
    for (int i = 0; i < shown; i++) {
      select.append(", ").append(Duck.name(raw.columns().get(i)));
    }
    List<List<String>> loaded =
        duck.list(
            "SELECT " + select + " FROM t ORDER BY " + Staging.LINE,
            row -> {
              List<String> cells = new ArrayList<>(List.of("" + row.whole(0)));
              for (int i = 1; i <= shown; i++) {
                cells.add(row.words(i));
              }
              return cells;
            });
    List<List<String>> read = new ArrayList<>();
    try (RowSource source = RowSource.open(SourceFile.of(path))) {
      while (source.next()) {
        if (source.fault() == null) {
          List<String> cells = new ArrayList<>(List.of("" + source.line()));
          for (int i = 0; i < shown; i++) {
            String cell = Staging.safe(Cells.tidy(source.cell(i)));
            cells.add(cell.replace(Staging.BREAK, '\n'));
          }
          read.add(cells);
        }
      }
    }
    assertThat(loaded).isEqualTo(read);
  }

  /**
   * The lines of a file below its header, counted without the program's help; -1 where that takes
   * more than counting: quotes may join lines, and other encodings have other line ends.
   */
  private static long lines(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    boolean packed = bytes[0] == 0x1f || bytes[0] == 'P';
    SourceFile file = SourceFile.of(path);
    if (packed || file.format() != SourceFile.Format.DELIMITED || Encoding.isUtf16(bytes)) {
      return -1;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.contains("\"") || text.contains("'")) {
      return -1;
    }
    String characters = new String(bytes, Encoding.of(file).charset()).replace("\ufeff", "");
    char delimiter;
    try (DelimitedSource source = DelimitedSource.open(file)) {
      delimiter = source.dialect().delimiter();
    }
    return Arrays.stream(characters.split("\r\n|\r|\n"))
            .filter(line -> !line.isBlank() || line.indexOf(delimiter) >= 0)
            .count()
        - 1;
  }

  private List<List<Read>> batches() {
    List<List<Read>> batches = new ArrayList<>();
    for (int i = 0; i < readable.size(); i += TOGETHER) {
      batches.add(readable.subList(i, Math.min(i + TOGETHER, readable.size())));
    }
    return batches;
  }

  /** Imports files to the end, one below the other, and accounts for all their rows. */
  private void importAll(List<Read> batch) {
    FileMapping mapping =
        FileMapping.of(batch.getFirst().file(), COLUMNS)
            .withMore(batch.stream().skip(1).map(Read::file).toList());
    try {
      ImportResult result =
          Importer.run(
              new RoleMapping(null, null, mapping, ImportRules.DEFAULT, Privacy.NONE),
              folder.resolve("out" + Thread.currentThread().threadId()),
              JobContext.detached());
      long rows = batch.stream().mapToLong(Read::rows).sum();
      assertThat(result.events() + result.rejected()).as("rows of %s", batch).isEqualTo(rows);
      count("imported together");
    } catch (Problem e) {
      count("together: " + e.text().english());
      assertThat(e.text().english()).isNotBlank().doesNotContain("Exception", "java.");
    } catch (RuntimeException | AssertionError e) {
      note("import of " + batch.getFirst().what() + " and more", e);
    }
  }
}
