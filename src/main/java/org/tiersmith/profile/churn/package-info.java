/** Who is about to leave: a logistic regression on what was bought when, and how well it does. */
@NullMarked
package org.tiersmith.profile.churn;

import org.jspecify.annotations.NullMarked;
