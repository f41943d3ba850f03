package org.tiersmith.profile.text;

/**
 * A word and how much it tells.
 *
 * @param word as it is written most often
 * @param weight above 0; what it measures, its maker says
 */
public record Keyword(String word, double weight) {}
