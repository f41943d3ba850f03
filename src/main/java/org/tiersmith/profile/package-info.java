/** What is known of customers and products: texts, numbers, segments, portraits. */
@NullMarked
package org.tiersmith.profile;

import org.jspecify.annotations.NullMarked;
