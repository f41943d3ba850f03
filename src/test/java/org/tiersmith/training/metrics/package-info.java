/** Tests of the measures, against slow references written from the definitions. */
@NullMarked
package org.tiersmith.training.metrics;

import org.jspecify.annotations.NullMarked;
