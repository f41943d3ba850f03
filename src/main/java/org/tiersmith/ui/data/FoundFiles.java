package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.Join;
import org.tiersmith.service.FilesLook;
import org.tiersmith.task.JobContext;

/**
 * What was found in files handed in.
 *
 * @param look what the look at them said
 * @param files the tables that they are, each as it was guessed
 */
record FoundFiles(FilesLook look, List<ChosenFile> files) {

  /** Looks at files, folders and archives. */
  static FoundFiles look(DataDesk desk, List<Path> handedIn, JobContext context) {
    FilesLook look = desk.look(handedIn, context);
    List<ChosenFile> files = new ArrayList<>();
    for (FileGuess guess : look.guess().files()) {
      files.add(ChosenFile.of(desk.preview(guess.mapping().file(), context), guess));
    }
    return new FoundFiles(look, files);
  }

  /** Brings the finds into a draft: what a person has corrected there stays. */
  void into(ImportDraft draft) {
    Set<Path> known = new HashSet<>();
    draft.files().forEach(file -> known.addAll(file.allFiles()));
    for (ChosenFile found : files) {
      List<ChosenFile> own = draft.files().stream().filter(file -> isPartOf(file, found)).toList();
      if (own.isEmpty()) {
        draft.files().add(found);
      } else {
        draft.replace(own.getFirst(), grown(own.getFirst(), found, known));
        own.stream().skip(1).forEach(draft::remove);
      }
      found.mapping().joins().forEach(join -> removeAlone(draft, join.file()));
    }
  }

  private static boolean isPartOf(ChosenFile file, ChosenFile found) {
    return file.file().equals(found.file()) || found.mapping().more().contains(file.file());
  }

  /** A file that the draft has, with further files behind and beside it. */
  private static ChosenFile grown(ChosenFile own, ChosenFile found, Set<Path> known) {
    if (own.isAsGuessed()) {
      return found;
    }
    List<Path> more =
        Stream.concat(Stream.of(found.file()), found.mapping().more().stream())
            .filter(path -> !path.equals(own.file()))
            .toList();
    List<Join> joins = new ArrayList<>(own.mapping().joins());
    if (own.kind() == found.kind()) {
      found.mapping().joins().stream()
          .filter(join -> !known.contains(join.file()))
          .forEach(joins::add);
    }
    return own.withMapping(own.mapping().withMore(more).withJoins(joins));
  }

  /** A file that stands beside another now is no table of its own any more. */
  private static void removeAlone(ImportDraft draft, Path joined) {
    draft.files().stream()
        .filter(file -> file.file().equals(joined))
        .toList()
        .forEach(draft::remove);
  }
}
