/** The screen where projects begin: the sample, a new one, one from before. */
@NullMarked
package org.tiersmith.ui.home;

import org.jspecify.annotations.NullMarked;
