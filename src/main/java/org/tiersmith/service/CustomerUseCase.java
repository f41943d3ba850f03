package org.tiersmith.service;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Segmentation;
import org.tiersmith.profile.CustomerPortrait;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.SegmentSchemes;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.project.Dataset;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.task.JobContext;

/** Divides the customers into segments and shows who they are. Thread-safe. */
public final class CustomerUseCase {
  private static final String CHOSEN = "customers.scheme";

  private final ProjectFile project;
  private final ImportUseCase data;
  private final ProjectEvents events;
  private final PortraitUseCase portraits;
  private final SegmentUseCase segments;
  private final Divider divider;

  /** The schemes that one dataset offers; what-ifs ask for them at every move of a slider. */
  private record Offered(long dataset, List<SegmentScheme> schemes) {}

  private volatile @Nullable Offered offered;

  CustomerUseCase(
      ProjectFile project,
      ImportUseCase data,
      ProjectEvents events,
      PortraitUseCase portraits,
      SegmentUseCase segments,
      Divider divider) {
    this.project = project;
    this.data = data;
    this.events = events;
    this.portraits = portraits;
    this.segments = segments;
    this.divider = divider;
    events.listen(
        change -> {
          if (change == ProjectChange.PORTRAITS_BUILT) {
            offered = null;
          }
        });
  }

  /**
   * The ways in which these customers can be divided; never empty. Topics are among them until
   * portraits have found none, own segments once there are some.
   */
  public List<SegmentScheme> schemes() {
    List<SegmentScheme> schemes = new ArrayList<>(offered());
    if (!segments.shelf().segments().segments().isEmpty()) {
      schemes.add(SegmentScheme.RULES);
    }
    return List.copyOf(schemes);
  }

  private List<SegmentScheme> offered() {
    Dataset dataset = data.dataset();
    Offered now = offered;
    if (now == null || now.dataset() != dataset.id()) {
      List<SegmentScheme> schemes = new ArrayList<>(SegmentSchemes.available(data.tables(dataset)));
      if (portraits
          .present(dataset)
          .map(made -> made.report().topics().topics().isEmpty())
          .orElse(false)) {
        schemes.remove(SegmentScheme.TOPIC);
      }
      now = new Offered(dataset.id(), schemes);
      offered = now;
    }
    return now.schemes();
  }

  /** The scheme in use: the one chosen last, else the first that the data offers. */
  public SegmentScheme chosen() {
    List<SegmentScheme> schemes = schemes();
    String id = project.settings().get(CHOSEN).orElse("");
    return schemes.stream()
        .filter(scheme -> scheme.id().equals(id))
        .findFirst()
        .orElseGet(schemes::getFirst);
  }

  /** Divides the customers by another scheme from now on. */
  public void choose(SegmentScheme scheme) {
    project.settings().put(CHOSEN, scheme.id());
    events.publish(ProjectChange.SEGMENTATION_CHANGED);
  }

  /** As {@link #choose(SegmentScheme)}, by the scheme's id; an unknown one is a {@link Problem}. */
  public void choose(String schemeId) {
    choose(scheme(schemeId));
  }

  /** The scheme of an id; one that does not fit these customers is a {@link Problem}. */
  public SegmentScheme scheme(String schemeId) {
    List<SegmentScheme> schemes = schemes();
    return schemes.stream()
        .filter(scheme -> scheme.id().equals(schemeId))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                    "customers.no-scheme",
                    "These customers can''t be divided by \"{0}\". Ways that fit: {1}.",
                    schemeId,
                    String.join(", ", schemes.stream().map(SegmentScheme::id).toList())));
  }

  /** Each customer's segment under the scheme in use. */
  public Segmentation segmentation() {
    return segmentation(JobContext.detached());
  }

  /** The same, for a job that can be cancelled: some schemes take a while at first. */
  public Segmentation segmentation(JobContext context) {
    return segmentation(division(), context);
  }

  /** Which data, divided how, as it is now. */
  Division division() {
    return divider.by(chosen());
  }

  /** Each customer's segment under a division. */
  Segmentation segmentation(Division by, JobContext context) {
    return divider.segmentation(by, context);
  }

  /** What each segment is like, in the segmentation's order. */
  public List<SegmentSummary> summaries(JobContext context) {
    return segments.summaries(chosen(), context);
  }

  /** One customer. */
  public CustomerPortrait portrait(String customerId) {
    return CustomerPortrait.of(data.tables(), customerId, new TextStore(project, data).current());
  }
}
