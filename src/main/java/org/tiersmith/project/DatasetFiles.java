package org.tiersmith.project;

import org.jspecify.annotations.Nullable;

/** The artifacts of an import: its three canonical tables, and the rows that it refused, if any. */
public record DatasetFiles(
    ArtifactId customers, ArtifactId products, ArtifactId events, @Nullable ArtifactId rejects) {}
