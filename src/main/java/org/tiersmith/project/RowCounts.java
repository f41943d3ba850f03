package org.tiersmith.project;

/** How many rows an import gave, and how many it refused. */
public record RowCounts(long customers, long products, long events, long rejected) {}
