package org.tiersmith.service;

import java.util.List;
import org.tiersmith.model.Segmentation;
import org.tiersmith.profile.Membership;
import org.tiersmith.profile.RuleTable;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.Segments;
import org.tiersmith.project.Dataset;
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

  /** The present data, divided by a scheme as it is now. */
  Division by(SegmentScheme scheme) {
    Dataset dataset = data.dataset();
    SegmentShelf.Shelved own = shelf.shelved();
    int wanted = clusters.wanted();
    String how =
        switch (scheme.id()) {
          case RuleTable.SCHEME -> ":" + own.key();
          case "cluster" -> ":" + wanted;
          default -> "";
        };
    return new Division(
        dataset, scheme, own.segments(), wanted, dataset.id() + ":" + scheme.id() + how);
  }

  /** Each customer's one segment. */
  Segmentation segmentation(Division by, JobContext context) {
    return segmentations.get(by.key(), context, c -> divide(by, c));
  }

  /** Who is in which segment; rules may put one customer into several. */
  Membership membership(Division by, JobContext context) {
    if (by.scheme().equals(SegmentScheme.RULES)) {
      return rules.ask(by.dataset(), context, t -> t.membership(by.rules().segments(), context));
    }
    return Membership.of(customers(by.dataset(), context), segmentation(by, context));
  }

  /** All customers of a dataset, sorted. */
  List<String> customers(Dataset dataset, JobContext context) {
    return customers.get(
        Long.toString(dataset.id()), context, c -> Segments.customerIds(data.tables(dataset), c));
  }

  private Segmentation divide(Division by, JobContext context) {
    SegmentScheme scheme = by.scheme();
    return switch (scheme.id()) {
      case RuleTable.SCHEME ->
          rules.ask(by.dataset(), context, t -> t.assign(by.rules().segments(), context));
      case "cluster" -> clusters.divide(by.dataset(), by.clusters(), context);
      case "topic" ->
          Segments.byPortrait(
              portraits.made(by.dataset(), context).files().portraits(),
              "topic",
              scheme.id(),
              context);
      default -> Segments.assign(data.tables(by.dataset()), scheme, context);
    };
  }
}
