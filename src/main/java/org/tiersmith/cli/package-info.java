/** The command line: the use cases of {@code service} without a window. */
@NullMarked
package org.tiersmith.cli;

import org.jspecify.annotations.NullMarked;
