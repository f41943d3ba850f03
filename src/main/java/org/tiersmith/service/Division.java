package org.tiersmith.service;

import org.tiersmith.profile.RuleSegments;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.project.Dataset;

/**
 * Whose customers are divided, and how: read once, so that an import or an edit meanwhile does not
 * part what is worked out from the key under which it is kept.
 *
 * @param rules the segments by rules of that moment
 * @param clusters how many clusters are wanted; 0 for as many as the data suggest
 * @param key equal as long as the division is
 */
record Division(
    Dataset dataset, SegmentScheme scheme, RuleSegments rules, int clusters, String key) {}
