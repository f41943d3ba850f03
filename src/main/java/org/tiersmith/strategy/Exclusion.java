package org.tiersmith.strategy;

/**
 * Who or what never gets a discount.
 *
 * @param name the segment's or category's name, the product's or customer's id
 */
public record Exclusion(Scope scope, String name) {}
