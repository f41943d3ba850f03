package org.tiersmith.service;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.UnfinishedRows.Block;
import org.tiersmith.training.RowKeeper;

/**
 * Keeps in the project what a scoring has made, every second, so that a cancel loses nothing and a
 * crash a second's work. To be used by one thread.
 */
final class ScoringKeeper implements RowKeeper, AutoCloseable {
  private static final long WRITE_NANOS = 1_000_000_000L;
  private static final int WRITE_VALUES = 1 << 20;

  private final ProjectFile project;
  private final long run;
  private final String source;
  private final boolean texts;
  private @Nullable Part part;
  private long from;
  private long of;

  /**
   * A keeper; what the run's other scorings were about to make from other sources goes.
   *
   * @param source tells weights, data and device from all others
   * @param texts whether texts are counted, not pairs
   */
  ScoringKeeper(ProjectFile project, long run, String source, boolean texts) {
    this.project = project;
    this.run = run;
    this.source = source;
    this.texts = texts;
    project.unfinished().keepOnly(run, source);
  }

  @Override
  public Kept open(Supplier<String> name, int rows) {
    close();
    Part opened = new Part(name.get());
    part = opened;
    from += opened.first;
    of += rows;
    return opened;
  }

  /** Where the scoring went on; null if it began anew. */
  ScoreView.@Nullable Resumed resumed() {
    return from == 0 ? null : new ScoreView.Resumed(from, of, texts);
  }

  /** Writes what is not written yet. */
  @Override
  public void close() {
    if (part != null) {
      part.write();
    }
  }

  /** Rows of one name. */
  private final class Part implements Kept {
    private final String name;
    private final List<Rows> before;
    private final List<Rows> waiting = new ArrayList<>();
    private long first;
    private long values;
    private long written = System.nanoTime() - WRITE_NANOS;

    private Part(String name) {
      this.name = name;
      this.before =
          project.unfinished().read(run, source, name).stream()
              .map(block -> new Rows(block.count(), block.values()))
              .toList();
      this.first = before.stream().mapToLong(Rows::count).sum();
    }

    @Override
    public List<Rows> before() {
      return before;
    }

    @Override
    public void add(Rows rows) {
      waiting.add(rows);
      values += rows.values().length;
      if (values > WRITE_VALUES || System.nanoTime() - written > WRITE_NANOS) {
        write();
      }
    }

    private void write() {
      if (!waiting.isEmpty()) {
        Block block = joined();
        project.unfinished().append(run, source, name, block);
        first += block.count();
        waiting.clear();
        values = 0;
      }
      written = System.nanoTime();
    }

    private Block joined() {
      float[] all = new float[Math.toIntExact(values)];
      int count = 0;
      int at = 0;
      for (Rows rows : waiting) {
        System.arraycopy(rows.values(), 0, all, at, rows.values().length);
        at += rows.values().length;
        count += rows.count();
      }
      return new Block(first, count, all);
    }
  }
}
