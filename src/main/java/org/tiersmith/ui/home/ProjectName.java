package org.tiersmith.ui.home;

import java.nio.file.Path;
import org.tiersmith.service.ProjectSession;

/** What a person calls a project: its file's name without the ending. */
final class ProjectName {
  private ProjectName() {}

  static String of(Path project) {
    String file = String.valueOf(project.getFileName());
    return file.endsWith(ProjectSession.EXTENSION)
        ? file.substring(0, file.length() - ProjectSession.EXTENSION.length())
        : file;
  }
}
