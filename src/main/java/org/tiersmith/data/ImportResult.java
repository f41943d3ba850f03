package org.tiersmith.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

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
 * @param returned Parquet file of the rows that came back mended from an export of rejects: file,
 *     line; null where none did
 */
public record ImportResult(
    Tables tables,
    Path rejects,
    long customers,
    long products,
    long events,
    long rejected,
    QualityReport quality,
    @Nullable Path returned) {}
