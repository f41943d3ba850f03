package org.tiersmith.service;

import org.tiersmith.model.Segmentation;
import org.tiersmith.profile.ClusterCurve;
import org.tiersmith.profile.ClusterSpace;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.task.JobContext;

/** The clusters of the present data, and how many a person wants. Thread-safe. */
final class Clusters {
  private static final String SETTING = "customers.clusters";

  private final ProjectFile project;
  private final ImportUseCase data;
  private final PortraitUseCase portraits;
  private final Kept<ClusterSpace> spaces = new Kept<>(1);
  private final Kept<ClusterCurve> curves = new Kept<>(1);

  Clusters(ProjectFile project, ImportUseCase data, PortraitUseCase portraits) {
    this.project = project;
    this.data = data;
    this.portraits = portraits;
  }

  /** The number that was asked for; 0 for the one that the data suggest. */
  int wanted() {
    return project.settings().get(SETTING).map(Integer::parseInt).orElse(0);
  }

  void want(int clusters) {
    project.settings().put(SETTING, Integer.toString(clusters));
  }

  ClusterCurve curve(JobContext context) {
    ClusterSpace space = space(context.part(0, 0.5));
    return curves.get(dataset(), context, c -> space.curve(c.part(0.5, 1)));
  }

  Segmentation divide(JobContext context) {
    int clusters = wanted() == 0 ? curve(context.part(0, 0.8)).suggested() : wanted();
    return space(context).divide(clusters, context.part(0.8, 1));
  }

  private ClusterSpace space(JobContext context) {
    return spaces.get(
        dataset(),
        context,
        c -> ClusterSpace.of(data.tables(), portraits.path(c.part(0, 0.7)), c.part(0.7, 1)));
  }

  private String dataset() {
    return Long.toString(data.dataset().id());
  }
}
