package org.tiersmith.ui.home;

import java.nio.file.Path;
import java.util.List;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.service.UserFolders;
import org.tiersmith.service.Workbench;

/**
 * Where projects come from.
 *
 * @param <P> an open project
 */
public interface Projects<P> {

  /** Projects opened lately, the latest first. */
  List<Path> recent();

  /** Takes a project off the list of recent ones; its file stays. */
  void forget(Path project);

  /** Opens an existing project; called on a background thread. */
  P open(Path file);

  /** Makes a new project; called on a background thread. */
  P create(Path file);

  /** Opens the sample project, or makes it when there is none; called on a background thread. */
  P sample(String language);

  /** The folder that is proposed for new projects. */
  Path folder();

  /** The projects of the program. */
  static Projects<ProjectSession> of(Workbench workbench) {
    return new Projects<>() {
      @Override
      public List<Path> recent() {
        return workbench.preferences().recentProjects();
      }

      @Override
      public void forget(Path project) {
        workbench.preferences().forget(project);
      }

      @Override
      public ProjectSession open(Path file) {
        return workbench.open(file);
      }

      @Override
      public ProjectSession create(Path file) {
        return workbench.create(file);
      }

      @Override
      public ProjectSession sample(String language) {
        return workbench.openOrCreate(workbench.samplePath(language));
      }

      @Override
      public Path folder() {
        return UserFolders.projects();
      }
    };
  }
}
