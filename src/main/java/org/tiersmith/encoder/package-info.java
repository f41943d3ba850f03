/** Base encoders: catalogue, weights, tokeniser, and the TorchScript program that runs them. */
@NullMarked
package org.tiersmith.encoder;

import org.jspecify.annotations.NullMarked;
