package org.tiersmith.service;

import java.util.List;
import org.tiersmith.response.AlphaEstimate;

/**
 * What the learned response suggests for alpha.
 *
 * @param all over all pairs
 * @param bySegment in the order of the portfolio's segments
 */
public record AlphaSuggestion(AlphaEstimate all, List<AlphaEstimate> bySegment) {}
