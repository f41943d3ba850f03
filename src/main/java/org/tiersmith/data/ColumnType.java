package org.tiersmith.data;

/** What the values of a column look like. */
public enum ColumnType {
  TEXT,
  CATEGORY,
  NUMBER,
  BOOLEAN,
  DATE,
  ID,
  EMPTY
}
