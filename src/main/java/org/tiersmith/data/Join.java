package org.tiersmith.data;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Another file whose columns are put beside those of a mapped file: every row of the mapped file
 * stays, once, with the first row of the other file that agrees in all keys. The other file's
 * columns appear under their own names, with {@code _2} (or {@code _3}, ...) behind a name that is
 * taken.
 *
 * @param file the other file
 * @param on column so far (the file's own, or one that an earlier join brought) to the column of
 *     the other file that must equal it; values are compared as ids are, so {@code 17850.0} meets
 *     {@code 17850}
 */
public record Join(Path file, Map<String, String> on) {
  public Join {
    on = Collections.unmodifiableMap(new LinkedHashMap<>(on));
  }
}
