package org.tiersmith.ui.model;

/**
 * What a run would take.
 *
 * @param examples that it would learn from
 * @param steps of the optimiser
 * @param seconds on the device chosen; NaN where nothing was measured yet
 */
record RunEstimateView(long examples, long steps, double seconds) {}
