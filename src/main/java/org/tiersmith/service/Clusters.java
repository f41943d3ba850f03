package org.tiersmith.service;

import org.tiersmith.model.Segmentation;
import org.tiersmith.profile.ClusterCurve;
import org.tiersmith.profile.ClusterSpace;
import org.tiersmith.project.Dataset;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.task.JobContext;

/** The clusters of a dataset, and how many a person wants. Thread-safe. */
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

  ClusterCurve curve(Dataset dataset, JobContext context) {
    ClusterSpace space = space(dataset, context.part(0, 0.5));
    return curves.get(key(dataset), context, c -> space.curve(c.part(0.5, 1)));
  }

  /**
   * Divides the customers.
   *
   * @param wanted how many clusters; 0 for as many as the data suggest
   */
  Segmentation divide(Dataset dataset, int wanted, JobContext context) {
    int clusters = wanted == 0 ? curve(dataset, context.part(0, 0.8)).suggested() : wanted;
    return space(dataset, context).divide(clusters, context.part(0.8, 1));
  }

  private ClusterSpace space(Dataset dataset, JobContext context) {
    return spaces.get(key(dataset), context, c -> made(dataset, c));
  }

  private ClusterSpace made(Dataset dataset, JobContext context) {
    return ClusterSpace.of(
        data.tables(dataset),
        portraits.made(dataset, context.part(0, 0.7)).files().portraits(),
        context.part(0.7, 1));
  }

  private static String key(Dataset dataset) {
    return Long.toString(dataset.id());
  }
}
