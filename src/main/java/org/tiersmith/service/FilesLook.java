package org.tiersmith.service;

import java.util.List;
import org.tiersmith.data.ImportGuess;
import org.tiersmith.data.SkippedFile;

/**
 * What was found in files, folders and archives that somebody handed in.
 *
 * @param files how many tables were read, files and entries of archives
 * @param guess what they seem to be
 * @param skipped what was passed over, and why
 */
public record FilesLook(int files, ImportGuess guess, List<SkippedFile> skipped) {
  public FilesLook {
    skipped = List.copyOf(skipped);
  }
}
