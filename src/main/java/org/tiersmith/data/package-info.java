/** Import, dialects, roles, quality and rejects; examples and splits. DuckDB does the set work. */
@NullMarked
package org.tiersmith.data;

import org.jspecify.annotations.NullMarked;
