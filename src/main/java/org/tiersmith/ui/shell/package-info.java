/** The workbench's window: rail, top bar, the screens' place and the task bar. */
@NullMarked
package org.tiersmith.ui.shell;

import org.jspecify.annotations.NullMarked;
