package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.Privacy;
import org.tiersmith.data.RoleMapping;
import org.tiersmith.data.TableKind;

/**
 * All that a person can change of an import.
 *
 * @param files the tables
 * @param atHand looks at other files: joined ones, ones that follow, and those without a use
 */
record DraftState(
    List<ChosenFile> files, List<FilePreview> atHand, ImportRules rules, Privacy privacy) {
  static final DraftState NOTHING =
      new DraftState(List.of(), List.of(), ImportRules.DEFAULT, Privacy.NONE);

  /** Why the files can't be imported yet. */
  enum Why {
    /** Two files are said to hold the same kind of rows. */
    TWICE,
    NO_EVENTS,
    /** A role without which no row can be used has no column. */
    ROLE_MISSING,
    /** A remembered join waits for a person's answer. */
    JOIN_ASKED,
    /** Nothing says which rows of a joined file belong to which. */
    JOIN_WITHOUT_COLUMNS
  }

  /** What keeps the files from being imported, and the file concerned if there is one. */
  record Obstacle(Why why, @Nullable ChosenFile file) {}

  DraftState {
    files = List.copyOf(files);
    atHand = List.copyOf(atHand);
  }

  boolean isEmpty() {
    return files.isEmpty() && atHand.isEmpty();
  }

  /** The state without a file that has no use. */
  DraftState without(Path unused) {
    List<FilePreview> others = atHand.stream().filter(look -> !look.file().equals(unused)).toList();
    return new DraftState(files, others, rules, privacy);
  }

  DraftState with(List<ChosenFile> others) {
    return new DraftState(others, atHand, rules, privacy);
  }

  /** The state with looks at further files; a file is looked at once. */
  DraftState withAtHand(List<FilePreview> more) {
    List<FilePreview> all = new ArrayList<>(atHand);
    all.removeIf(one -> more.stream().anyMatch(other -> other.file().equals(one.file())));
    all.addAll(more);
    return new DraftState(files, all, rules, privacy);
  }

  DraftState with(ImportRules others) {
    return new DraftState(files, atHand, others, privacy);
  }

  DraftState with(Privacy other) {
    return new DraftState(files, atHand, rules, other);
  }

  /** All files that are known. */
  List<Path> paths() {
    return Stream.concat(
            files.stream()
                .flatMap(
                    file -> Stream.concat(Stream.of(file.file()), file.mapping().more().stream())),
            atHand.stream().map(FilePreview::file))
        .distinct()
        .toList();
  }

  boolean has(Path file) {
    return paths().contains(file);
  }

  /** The state with one more table. */
  DraftState and(ChosenFile file) {
    List<ChosenFile> all = new ArrayList<>(files);
    all.add(file);
    return with(all);
  }

  /** Whether nothing makes use of a file. */
  boolean isUnused(Path file) {
    return files.stream().noneMatch(own -> own.allFiles().contains(file));
  }

  /** Files at hand that nothing makes use of. */
  List<FilePreview> unused() {
    return atHand.stream().filter(look -> isUnused(look.file())).toList();
  }

  /** The kinds of rows that some file is already said to hold. */
  Set<TableKind> taken() {
    return files.stream()
        .map(ChosenFile::kind)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TableKind.class)));
  }

  /** Nothing when the files can be imported. */
  Optional<Obstacle> obstacle() {
    for (ChosenFile file : files) {
      if (files.stream().filter(other -> other.kind() == file.kind()).count() > 1) {
        return Optional.of(new Obstacle(Why.TWICE, file));
      }
    }
    if (!taken().contains(TableKind.EVENTS)) {
      return Optional.of(new Obstacle(Why.NO_EVENTS, null));
    }
    return files.stream().flatMap(file -> obstacle(file).stream()).findFirst();
  }

  private static Optional<Obstacle> obstacle(ChosenFile file) {
    if (!file.asked().isEmpty()) {
      return Optional.of(new Obstacle(Why.JOIN_ASKED, file));
    }
    if (file.mapping().joins().stream().anyMatch(join -> join.on().isEmpty())) {
      return Optional.of(new Obstacle(Why.JOIN_WITHOUT_COLUMNS, file));
    }
    return file.missingRoles().isEmpty()
        ? Optional.empty()
        : Optional.of(new Obstacle(Why.ROLE_MISSING, file));
  }

  RoleMapping mapping() {
    RoleMapping mapping = RoleMapping.of(null, null, null).with(rules).with(privacy);
    for (ChosenFile file : files) {
      mapping = mapping.with(file.kind(), file.mapping());
    }
    return mapping;
  }
}
