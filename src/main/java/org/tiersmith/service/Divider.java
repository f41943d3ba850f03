package org.tiersmith.service;

import java.util.List;
import org.tiersmith.model.Segmentation;
import org.tiersmith.profile.Membership;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.Segments;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.task.JobContext;

/** Divides the customers of the present data, by any scheme, each once. Thread-safe. */
final class Divider {
  private static final int KEPT = 6;

  private final ImportUseCase data;
  private final PortraitUseCase portraits;
  private final OpenRules rules;
  private final SegmentShelf shelf;
  private final Clusters clusters;
  private final Kept<Segmentation> segmentations = new Kept<>(KEPT);
  private final Kept<List<String>> customers = new Kept<>(1);

  Divider(
      ProjectFile project, ImportUseCase data, PortraitUseCase portraits, ProjectEvents events) {
    this.data = data;
    this.portraits = portraits;
    this.rules = new OpenRules(data, portraits);
    this.shelf = new SegmentShelf(project, events);
    this.clusters = new Clusters(project, data, portraits);
  }

  SegmentShelf shelf() {
    return shelf;
  }

  OpenRules rules() {
    return rules;
  }

  Clusters clusters() {
    return clusters;
  }

  /** Equal as long as the division by a scheme is: which data, divided how. */
  String key(SegmentScheme scheme) {
    String how =
        switch (scheme.id()) {
          case "rules" -> ":" + shelf.key();
          case "cluster" -> ":" + clusters.wanted();
          default -> "";
        };
    return data.dataset().id() + ":" + scheme.id() + how;
  }

  /** Each customer's one segment. */
  Segmentation segmentation(SegmentScheme scheme, JobContext context) {
    return segmentations.get(key(scheme), context, c -> divide(scheme, c));
  }

  /** Who is in which segment; rules may put one customer into several. */
  Membership membership(SegmentScheme scheme, JobContext context) {
    if (scheme.equals(SegmentScheme.RULES)) {
      return rules.ask(context, t -> t.membership(shelf.segments().segments(), context));
    }
    return Membership.of(customers(context), segmentation(scheme, context));
  }

  /** All customers, sorted. */
  List<String> customers(JobContext context) {
    return customers.get(
        Long.toString(data.dataset().id()), context, c -> Segments.customerIds(data.tables(), c));
  }

  private Segmentation divide(SegmentScheme scheme, JobContext context) {
    return switch (scheme.id()) {
      case "rules" -> rules.ask(context, t -> t.assign(shelf.segments().segments(), context));
      case "cluster" -> clusters.divide(context);
      case "topic" -> Segments.byPortrait(portraits.path(context), "topic", scheme.id(), context);
      default -> Segments.assign(data.tables(), scheme, context);
    };
  }
}
