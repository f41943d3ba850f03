/** The screen of the customers: segments, who is in them, and one customer's portrait. */
@NullMarked
package org.tiersmith.ui.customers;

import org.jspecify.annotations.NullMarked;
