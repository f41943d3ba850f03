/** Measures of calibrated probabilities against outcomes; plain arrays, no engine. */
@NullMarked
package org.tiersmith.training.metrics;

import org.jspecify.annotations.NullMarked;
