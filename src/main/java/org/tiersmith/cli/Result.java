package org.tiersmith.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command came to.
 *
 * @param json for scripts; key order is kept
 * @param lines for a person
 */
record Result(Map<String, ? extends @Nullable Object> json, List<String> lines) {}
