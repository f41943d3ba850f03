/**
 * What a discount policy gives to each pair and what that is worth: policies, tiers, guardrails and
 * the figures of a scenario, over primitive arrays.
 */
@NullMarked
package org.tiersmith.strategy;

import org.jspecify.annotations.NullMarked;
