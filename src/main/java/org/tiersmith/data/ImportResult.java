package org.tiersmith.data;

import java.nio.file.Path;

/**
 * What an import brought.
 *
 * @param tables the canonical tables
 * @param rejects Parquet file of the rows that could not be used: file, line, reason, message, row
 * @param customers rows of the customers table
 * @param products rows of the products table
 * @param events rows of the events table
 * @param rejected rows of the rejects table
 * @param quality what was noticed
 */
public record ImportResult(
    Tables tables,
    Path rejects,
    long customers,
    long products,
    long events,
    long rejected,
    QualityReport quality) {}
