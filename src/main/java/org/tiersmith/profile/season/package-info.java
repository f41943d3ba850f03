/** Demand over time: weekly and yearly patterns, holidays, and forecasts with their errors. */
@NullMarked
package org.tiersmith.profile.season;

import org.jspecify.annotations.NullMarked;
