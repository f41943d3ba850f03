package org.tiersmith.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tiersmith.data.FileFormat;
import org.tiersmith.data.FileGuess;
import org.tiersmith.data.FilePreview;
import org.tiersmith.data.ImportRules;
import org.tiersmith.data.Join;
import org.tiersmith.data.Privacy;
import org.tiersmith.service.FilesLook;
import org.tiersmith.task.JobContext;

/**
 * What was found in files handed in.
 *
 * @param look what the look at them said
 * @param files the tables that they are, each as it was guessed
 * @param atHand looks at files beside them, and at those without a use
 */
record FoundFiles(FilesLook look, List<ChosenFile> files, List<FilePreview> atHand) {

  /** Looks at files, folders and archives. */
  static FoundFiles look(DataDesk desk, List<Path> handedIn, JobContext context) {
    FilesLook look = desk.look(handedIn, context);
    List<Path> there = new ArrayList<>(look.guess().unused());
    for (FileGuess guess : look.guess().files()) {
      guess.mapping().joins().stream()
          .map(Join::file)
          .filter(file -> isUnder(file, handedIn))
          .forEach(there::add);
    }
    List<ChosenFile> files = new ArrayList<>();
    for (FileGuess guess : look.guess().files()) {
      FilePreview preview =
          desk.mapping().preview(guess.mapping().file(), guess.mapping().format(), context);
      files.add(ChosenFile.of(preview, guess, there));
    }
    List<FilePreview> atHand =
        there.stream()
            .distinct()
            .map(file -> desk.mapping().preview(file, FileFormat.GUESSED, context))
            .toList();
    return new FoundFiles(look, files, atHand);
  }

  /** Whether a file was handed in, by itself or within a folder or an archive. */
  private static boolean isUnder(Path file, List<Path> handedIn) {
    Path whole = file.toAbsolutePath();
    return handedIn.stream().anyMatch(path -> whole.startsWith(path.toAbsolutePath()));
  }

  /**
   * A draft with the finds: what a person has corrected there stays. Rules and privacy that are
   * remembered hold where the person has not chosen any.
   */
  DraftState into(DraftState before) {
    List<Path> known = before.paths();
    List<ChosenFile> all = new ArrayList<>(before.files());
    for (ChosenFile found : files) {
      List<ChosenFile> own = all.stream().filter(file -> isPartOf(file, found)).toList();
      if (own.isEmpty()) {
        all.add(found);
      } else {
        ChosenFile grown = grown(own.getFirst(), found, known);
        all.replaceAll(file -> file.equals(own.getFirst()) ? grown : file);
        all.removeAll(own.subList(1, own.size()));
      }
      found
          .mapping()
          .joins()
          .forEach(join -> all.removeIf(file -> file.file().equals(join.file())));
    }
    return new DraftState(all, before.atHand(), rules(before), privacy(before)).withAtHand(atHand);
  }

  private ImportRules rules(DraftState before) {
    return before.rules().equals(ImportRules.DEFAULT) ? look.guess().rules() : before.rules();
  }

  private Privacy privacy(DraftState before) {
    return before.privacy().equals(Privacy.NONE) ? look.guess().privacy() : before.privacy();
  }

  private static boolean isPartOf(ChosenFile file, ChosenFile found) {
    return file.file().equals(found.file()) || found.mapping().more().contains(file.file());
  }

  /** A file that the draft has, with further files behind and beside it. */
  private static ChosenFile grown(ChosenFile own, ChosenFile found, List<Path> known) {
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
}
