package org.tiersmith.profile.template;

/** Whom a text stands for. */
public enum TextSide {
  CUSTOMER,
  PRODUCT
}
