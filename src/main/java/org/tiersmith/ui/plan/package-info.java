/** The plan screen: frozen plans, what they were expected to bring, and their export. */
@NullMarked
package org.tiersmith.ui.plan;

import org.jspecify.annotations.NullMarked;
