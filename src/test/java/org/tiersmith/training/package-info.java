/** Tests of the training station. */
@NullMarked
package org.tiersmith.training;

import org.jspecify.annotations.NullMarked;
