package org.tiersmith.service;

/** The tables of a dataset that can be looked at. */
public enum DataTable {
  CUSTOMERS,
  PRODUCTS,
  EVENTS,
  REJECTS
}
