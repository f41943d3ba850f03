package org.tiersmith.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.ChangeReport;
import org.tiersmith.data.QualityReport;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.project.RowCounts;

/**
 * The data that a project works with.
 *
 * @param counts rows of each table
 * @param quality what the import noticed
 * @param mapping how the files were read
 * @param language {@code en} or {@code zh}, by the texts
 * @param hash SHA-256 of the tables' content
 * @param changes what the import changed in the data before it; null for the first
 */
public record DatasetView(
    long id,
    Instant importedAt,
    RowCounts counts,
    QualityReport quality,
    RoleMapping mapping,
    String language,
    String hash,
    @Nullable ChangeReport changes) {}
