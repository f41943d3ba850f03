/** The use cases that window and command line share; undo; no toolkit. */
@NullMarked
package org.tiersmith.service;

import org.jspecify.annotations.NullMarked;
