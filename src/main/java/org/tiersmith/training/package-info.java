/** Fine-tuning an encoder on exposures: batches, head, optimiser, calibration, metrics. */
@NullMarked
package org.tiersmith.training;

import org.jspecify.annotations.NullMarked;
