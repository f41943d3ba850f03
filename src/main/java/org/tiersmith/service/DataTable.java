package org.tiersmith.service;

/** The tables of a dataset that can be looked at. */
public enum DataTable {
  CUSTOMERS,
  PRODUCTS,
  EVENTS,
  REJECTS;

  /** Whether the column says what kind of event a row is. */
  public boolean holdsEventTypes(String column) {
    return this == EVENTS && column.equals("type");
  }
}
