/** Background work without a toolkit: jobs, progress, cancelling, latest-wins scheduling. */
@NullMarked
package org.tiersmith.task;

import org.jspecify.annotations.NullMarked;
