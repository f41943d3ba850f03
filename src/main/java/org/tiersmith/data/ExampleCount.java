package org.tiersmith.data;

/**
 * How many examples some data make, about.
 *
 * @param examples how many
 * @param customerTexts how often a customer's text changes or begins among them
 * @param productTexts the same of products
 * @param bought share of the examples that end in a purchase, 0 to 1
 */
public record ExampleCount(long examples, long customerTexts, long productTexts, double bought) {}
