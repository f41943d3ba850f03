package org.tiersmith.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table found among the files that somebody handed in: one file, or several with the same header,
 * such as the exports of several months.
 *
 * @param preview a look at the first file
 * @param more the other files, those of the same header in the order of their names
 */
public record FoundSource(FilePreview preview, List<Path> more) {
  public FoundSource {
    more = List.copyOf(more);
  }

  /** The table with the files of another behind its own. */
  FoundSource with(FoundSource other) {
    List<Path> all = new ArrayList<>(more);
    all.addAll(other.files());
    return new FoundSource(preview, all);
  }

  /** The first file. */
  public Path file() {
    return preview.file();
  }

  /** All its files. */
  public List<Path> files() {
    List<Path> all = new ArrayList<>(List.of(file()));
    all.addAll(more);
    return all;
  }
}
