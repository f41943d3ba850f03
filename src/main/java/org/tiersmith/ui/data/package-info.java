/** The screen on which files come in: what their columns mean, what was found, what came. */
@NullMarked
package org.tiersmith.ui.data;

import org.jspecify.annotations.NullMarked;
