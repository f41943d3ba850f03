package org.tiersmith.model;

/** Where the person wants the model to run. */
public enum DeviceChoice {
  /** The GPU where there is one that works, else the CPU. */
  AUTO,
  CPU,
  GPU
}
