package org.tiersmith.ui.kit;

/** How far a screen is with reading what it shows. */
public enum LoadState {
  LOADING,
  /** It was read, and there is nothing yet. */
  NOTHING,
  READY,
  /** It could not be read; a notice says why. */
  FAILED
}
