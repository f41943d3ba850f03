/** Tests of the encoder station, and the tiny encoder that others test with. */
@NullMarked
package org.tiersmith.encoder;

import org.jspecify.annotations.NullMarked;
