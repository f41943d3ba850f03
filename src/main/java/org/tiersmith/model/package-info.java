/** Domain records and value types, known to every station; of the JDK only. */
@NullMarked
package org.tiersmith.model;

import org.jspecify.annotations.NullMarked;
