package org.tiersmith.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What only a real desktop has: file choosers, questions, a browser. Tests answer themselves. */
public interface Desktop {

  /**
   * A kind of file to choose from.
   *
   * @param name shown, in the person's language
   * @param patterns for example {@code *.csv}
   */
  record FileKind(String name, List<String> patterns) {}

  Optional<Path> chooseFile(String title, FileKind... kinds);

  List<Path> chooseFiles(String title, FileKind... kinds);

  /** Where to write; whoever calls must not ask again before overwriting. */
  Optional<Path> chooseTarget(String title, String proposedName, FileKind... kinds);

  Optional<Path> chooseFolder(String title);

  /** Asks a question with an answer that does something and one that doesn't. */
  boolean confirm(String title, String question, String yes, String no);

  /** Shows a file or folder in the system's file manager. */
  void reveal(Path path);
}
