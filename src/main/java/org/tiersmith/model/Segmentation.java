package org.tiersmith.model;

import java.util.List;
import java.util.Map;

/**
 * Each customer's segment under one scheme.
 *
 * @param scheme id of the scheme, for example {@code rfm} or {@code column:membership}
 * @param names the segments, in the order in which to show them
 * @param segmentOf customer id to an index into {@code names}
 */
public record Segmentation(String scheme, List<String> names, Map<String, Integer> segmentOf) {}
