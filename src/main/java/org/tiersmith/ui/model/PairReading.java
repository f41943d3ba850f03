package org.tiersmith.ui.model;

import org.tiersmith.service.PairView;

/**
 * What the model reads of a pair, and what it makes of it.
 *
 * @param view texts and numbers
 * @param p0 purchase probability at list price
 * @param k discount sensitivity
 * @param listPrice in the shop's currency
 */
record PairReading(PairView view, double p0, double k, double listPrice) {}
