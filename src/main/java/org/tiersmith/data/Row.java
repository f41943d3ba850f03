package org.tiersmith.data;

import org.jspecify.annotations.Nullable;

/** The present row of a query's result; columns count from 0. Not to be kept. */
public interface Row {

  /** The value as text, null where missing. */
  @Nullable String text(int column);

  /** The value as text, empty where missing. */
  default String words(int column) {
    String value = text(column);
    return value == null ? "" : value;
  }

  /** The value as a number, NaN where missing. */
  double number(int column);

  /** The value as a whole number, 0 where missing. */
  long whole(int column);

  /** The value as a truth, false where missing. */
  boolean flag(int column);
}
