/** Trained weights applied to candidate pairs: p0 and k, columnar. */
@NullMarked
package org.tiersmith.scoring;

import org.jspecify.annotations.NullMarked;
