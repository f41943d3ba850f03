/** Frozen plans and their export. */
@NullMarked
package org.tiersmith.plan;

import org.jspecify.annotations.NullMarked;
