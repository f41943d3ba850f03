/** Tests of the scoring station. */
@NullMarked
package org.tiersmith.scoring;

import org.jspecify.annotations.NullMarked;
