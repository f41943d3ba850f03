package org.tiersmith.encoder;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Text;

/**
 * A base encoder that can be chosen.
 *
 * @param id stable name, for example {@code all-minilm-l6-v2}, or the folder's name
 * @param title name for people
 * @param language language it reads best: {@code en}, {@code zh}, or empty if unknown
 * @param licence SPDX name of the weights' licence, or empty if unknown
 * @param folder where a Hugging Face folder lies; null for weights on the class path
 * @param problem why it can't be used; null if nothing is known against it
 */
public record EncoderInfo(
    String id,
    String title,
    String language,
    String licence,
    @Nullable Path folder,
    @Nullable Text problem) {

  /** An encoder that can be used. */
  public EncoderInfo(
      String id, String title, String language, String licence, @Nullable Path folder) {
    this(id, title, language, licence, folder, null);
  }
}
