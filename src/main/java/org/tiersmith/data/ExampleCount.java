package org.tiersmith.data;

/**
 * How many examples some data make, about.
 *
 * @param examples how many
 * @param customerTexts how often a customer's text changes or begins among them
 * @param productTexts the same of products
 */
public record ExampleCount(long examples, long customerTexts, long productTexts) {}
