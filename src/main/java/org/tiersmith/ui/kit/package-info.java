/** The parts every screen is made of: theme, fonts, languages, cards, sliders, paged tables. */
@NullMarked
package org.tiersmith.ui.kit;

import org.jspecify.annotations.NullMarked;
