/** The strategy screen: shape a discount policy and see at once what it would earn. */
@NullMarked
package org.tiersmith.ui.strategy;

import org.jspecify.annotations.NullMarked;
