/** The program's entry point: constructor wiring of the stations, nothing else. */
@NullMarked
package org.tiersmith.app;

import org.jspecify.annotations.NullMarked;
