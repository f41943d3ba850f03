/** A made-up shop whose purchase probabilities are known, for demonstration and for tests. */
@NullMarked
package org.tiersmith.sample;

import org.jspecify.annotations.NullMarked;
