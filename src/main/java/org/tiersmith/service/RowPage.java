package org.tiersmith.service;

import java.util.List;

/**
 * Some rows of many.
 *
 * @param rows the rows asked for
 * @param total how many rows the query has in all
 */
public record RowPage(List<PairRow> rows, long total) {}
