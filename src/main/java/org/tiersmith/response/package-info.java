/** How purchase probability answers a discount, and what that says of a sensible alpha. */
@NullMarked
package org.tiersmith.response;

import org.jspecify.annotations.NullMarked;
