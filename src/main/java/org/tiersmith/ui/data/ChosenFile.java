package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.FileMapping;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.Join;
import org.tiersmith.data.RoleGuess;
import org.tiersmith.data.TableKind;

/**
 * A file that is about to be imported.
 *
 * @param kind what its rows are
 * @param mapping what its columns mean
 * @param guess what they were guessed to mean, and why
 */
record ChosenFile(FilePreview preview, TableKind kind, FileMapping mapping, FileGuess guess) {
  /** A file as it was guessed. */
  static ChosenFile of(FilePreview preview, FileGuess guess) {
    return new ChosenFile(preview, guess.kind(), guess.mapping(), guess);
  }

  Path file() {
    return preview.file();
  }

  String name() {
    return String.valueOf(file().getFileName());
  }

  /** The file with those that follow it and those beside it. */
  List<Path> allFiles() {
    return Stream.of(
            Stream.of(file()), mapping.more().stream(), mapping.joins().stream().map(Join::file))
        .flatMap(files -> files)
        .toList();
  }

  /** Whether nobody has corrected what was guessed. */
  boolean isAsGuessed() {
    return kind == guess.kind() && mapping.equals(guess.mapping());
  }

  /** Roles that must have a column and have none. */
  List<String> missingRoles() {
    return kind.required().stream()
        .filter(role -> !mapping.columns().containsKey(role))
        .filter(role -> !mapping.constants().containsKey(role))
        .toList();
  }

  ChosenFile withMapping(FileMapping other) {
    return new ChosenFile(preview, kind, other, guess);
  }

  /** Why a role was given the column that it has; none where a person chose it. */
  Optional<RoleGuess> why(String role) {
    String column = mapping.columns().get(role);
    return guess.roles().stream()
        .filter(one -> one.role().equals(role) && one.column().equals(column))
        .findFirst();
  }
}
