/** The model screen: runs, how well they fit, and what they say of segments and pairs. */
@NullMarked
package org.tiersmith.ui.model;

import org.jspecify.annotations.NullMarked;
