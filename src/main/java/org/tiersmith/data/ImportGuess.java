package org.tiersmith.data;

import java.nio.file.Path;
import java.util.List;

/**
 * What was guessed about some files together.
 *
 * @param files one for each kind of rows that was found, customers first
 * @param unused files for which no use was found
 * @param rules the rules to import by
 * @param privacy how to hide the customers
 */
public record ImportGuess(
    List<FileGuess> files, List<Path> unused, ImportRules rules, Privacy privacy) {
  public ImportGuess {
    files = List.copyOf(files);
    unused = List.copyOf(unused);
  }

  /** The mapping that follows from the guesses. */
  public RoleMapping mapping() {
    RoleMapping mapping = RoleMapping.of(null, null, null).with(rules).with(privacy);
    for (FileGuess file : files) {
      mapping = mapping.with(file.kind(), file.mapping());
    }
    return mapping;
  }
}
