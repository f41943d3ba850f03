package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
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
 * @param asked joins that are remembered with files nobody chose now: a person says whether to use
 *     them
 */
record ChosenFile(
    FilePreview preview, TableKind kind, FileMapping mapping, FileGuess guess, List<Join> asked) {
  ChosenFile {
    asked = List.copyOf(asked);
  }

  /** A file as it was guessed. */
  static ChosenFile of(FilePreview preview, FileGuess guess) {
    return new ChosenFile(
        preview, guess.kind(), plain(guess.kind(), guess.mapping()), guess, List.of());
  }

  /** A file as it is remembered; what would be joined that is not at hand becomes a question. */
  static ChosenFile of(FilePreview preview, FileGuess guess, List<Path> atHand) {
    ChosenFile file = of(preview, guess);
    List<Join> joins = new ArrayList<>(file.mapping.joins());
    joins.removeIf(join -> !atHand.contains(join.file()));
    List<Join> asked = new ArrayList<>(file.mapping.joins());
    asked.removeAll(joins);
    return new ChosenFile(preview, file.kind, file.mapping.withJoins(joins), guess, asked);
  }

  /** The mapping with the aliases of its roles resolved. */
  private static FileMapping plain(TableKind kind, FileMapping mapping) {
    FileMapping plain = mapping;
    for (var bound : mapping.columns().entrySet()) {
      plain =
          plain
              .withRole(bound.getKey(), null)
              .withRole(kind.roleOf(bound.getKey()), bound.getValue());
    }
    for (var fixed : mapping.constants().entrySet()) {
      plain =
          plain
              .withConstant(fixed.getKey(), null)
              .withConstant(kind.roleOf(fixed.getKey()), fixed.getValue());
    }
    return plain;
  }

  Path file() {
    return preview.file();
  }

  String name() {
    return name(file());
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
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
    return new ChosenFile(preview, kind, other, guess, asked);
  }

  /** The file looked at once more. */
  ChosenFile withPreview(FilePreview other) {
    return new ChosenFile(other, kind, mapping, guess, asked);
  }

  /** The file with a question answered; a join that is used takes its old place. */
  ChosenFile answered(Join join, boolean use) {
    List<Join> left = new ArrayList<>(asked);
    left.remove(join);
    List<Join> joins = new ArrayList<>(mapping.joins());
    if (use) {
      List<Join> order = guess.mapping().joins();
      long before =
          joins.stream()
              .filter(other -> order.contains(other) && order.indexOf(other) < order.indexOf(join))
              .count();
      joins.add((int) before, join);
    }
    return new ChosenFile(preview, kind, mapping.withJoins(joins), guess, left);
  }

  /** Why a role was given the column that it has; none where a person chose it. */
  Optional<RoleGuess> why(String role) {
    String column = mapping.columns().get(role);
    return guess.roles().stream()
        .filter(one -> one.role().equals(role) && one.column().equals(column))
        .findFirst();
  }
}
