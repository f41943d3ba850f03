package org.tiersmith.training;

import java.util.List;
import java.util.function.Supplier;

/**
 * Keeps rows of numbers while a long computation makes them, so that it can go on from there when
 * it was stopped.
 */
public interface RowKeeper {
  /**
   * Takes up a computation, which then has this keeper to itself until the next is taken up.
   *
   * @param name tells its rows from all others: a hash of all that bears on them; asked for only by
   *     a keeper that keeps
   * @param rows how many there will be
   */
  Kept open(Supplier<String> name, int rows);

  /** The rows of one computation. */
  interface Kept {
    /** Those that an earlier time has made, in the order in which it made them. */
    List<Rows> before();

    /** Appends some. */
    void add(Rows rows);
  }

  /**
   * Some rows.
   *
   * @param count how many, at least 1
   * @param values row by row
   */
  record Rows(int count, float[] values) {
    /** Numbers in a row. */
    int width() {
      return values.length / count;
    }
  }

  /** Keeps nothing. */
  static RowKeeper none() {
    return (name, rows) ->
        new Kept() {
          @Override
          public List<Rows> before() {
            return List.of();
          }

          @Override
          public void add(Rows added) {}
        };
  }
}
