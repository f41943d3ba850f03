/** Measures the kernels beside their peers, on portfolios made up by a seed. */
@NullMarked
package org.tiersmith.bench;

import org.jspecify.annotations.NullMarked;
