/** The project file: one SQLite file that keeps every station's result, and its artifacts. */
@NullMarked
package org.tiersmith.project;

import org.jspecify.annotations.NullMarked;
