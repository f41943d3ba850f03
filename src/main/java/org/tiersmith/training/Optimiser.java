package org.tiersmith.training;

/** How gradients become steps. */
public enum Optimiser {
  /** Adam with decoupled weight decay (Loshchilov and Hutter, 2019). */
  ADAMW,
  /** Stochastic gradient descent with momentum 0.9; half the memory, larger rates. */
  SGD
}
