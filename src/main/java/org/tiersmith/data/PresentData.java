package org.tiersmith.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an import knows of the project that it is for.
 *
 * @param key with what ids become pseudonyms; needed where the mapping asks for them
 * @param tables the present tables; null before the first import
 * @param rejects the rows that the present tables' import left out, if any
 * @param update whether the files bring the present tables up to date
 * @param hidden whether the present tables' customers are pseudonyms of the key
 */
public record PresentData(
    @Nullable PseudonymKey key,
    @Nullable Tables tables,
    @Nullable Path rejects,
    boolean update,
    boolean hidden) {
  /** An import that stands alone. */
  public static final PresentData NONE = new PresentData(null, null, null, false, false);

  /** An import that stands alone and hides its customers. */
  static PresentData with(PseudonymKey key) {
    return new PresentData(key, null, null, false, false);
  }
}
