package org.tiersmith.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** By what one tells that a file is as it was: when it was last written, and how long it is. */
record FileStand(FileTime written, long bytes) {
  /** The stand of a file, or of the archive that it lies in. */
  static FileStand of(Path file) {
    Path own = Packing.of(file).file();
    try {
      return new FileStand(Files.getLastModifiedTime(own), Files.size(own));
    } catch (IOException e) {
      throw SourceFile.of(file).broken(e);
    }
  }
}
