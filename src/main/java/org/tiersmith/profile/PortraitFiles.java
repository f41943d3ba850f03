package org.tiersmith.profile;

import java.nio.file.Path;

/**
 * What {@link Portraits#build} wrote.
 *
 * @param portraits a row for each customer with numbers, names and keywords
 * @param tastes a row for each customer with all that the texts say
 */
public record PortraitFiles(Path portraits, Path tastes) {

  /** The files of a build that was told to write one of them here. */
  public static PortraitFiles at(Path portraits) {
    return new PortraitFiles(portraits, portraits.resolveSibling("tastes.parquet"));
  }
}
