package org.tiersmith.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Segmentation;
import org.tiersmith.profile.CustomerPortrait;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.SegmentSchemes;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.profile.Segments;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.task.JobContext;

/** Divides the customers into segments and shows who they are. Thread-safe. */
public final class CustomerUseCase {
  private static final String CHOSEN = "customers.scheme";

  private final ProjectFile project;
  private final ImportUseCase data;
  private final ProjectEvents events;

  /** The segmentation in use, valid for one dataset and scheme. */
  private record Current(long dataset, String scheme, Segmentation segmentation) {}

  /** The schemes that one dataset offers; what-ifs ask for them at every move of a slider. */
  private record Offered(long dataset, List<SegmentScheme> schemes) {}

  private @Nullable Offered offered;
  private @Nullable Current current;

  CustomerUseCase(ProjectFile project, ImportUseCase data, ProjectEvents events) {
    this.project = project;
    this.data = data;
    this.events = events;
  }

  /** The ways in which these customers can be divided; never empty. */
  public synchronized List<SegmentScheme> schemes() {
    long dataset = data.dataset().id();
    if (offered == null || offered.dataset() != dataset) {
      offered = new Offered(dataset, SegmentSchemes.available(data.tables()));
    }
    return offered.schemes();
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
    List<SegmentScheme> schemes = schemes();
    choose(
        schemes.stream()
            .filter(scheme -> scheme.id().equals(schemeId))
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.of(
                        "customers.no-scheme",
                        "These customers can''t be divided by \"{0}\". Ways that fit: {1}.",
                        schemeId,
                        String.join(", ", schemes.stream().map(SegmentScheme::id).toList()))));
  }

  /** Each customer's segment under the scheme in use. */
  public synchronized Segmentation segmentation() {
    SegmentScheme scheme = chosen();
    long dataset = data.dataset().id();
    if (current == null || current.dataset() != dataset || !current.scheme().equals(scheme.id())) {
      current =
          new Current(
              dataset, scheme.id(), Segments.assign(data.tables(), scheme, JobContext.detached()));
    }
    return current.segmentation();
  }

  /** Equal as long as {@link #segmentation()} is: which data, divided how. */
  String segmentationKey() {
    return data.dataset().id() + ":" + chosen().id();
  }

  /** What each segment is like, in the segmentation's order. */
  public List<SegmentSummary> summaries(JobContext context) {
    return Segments.summarise(data.tables(), segmentation(), context);
  }

  /** One customer. */
  public CustomerPortrait portrait(String customerId) {
    return CustomerPortrait.of(data.tables(), customerId);
  }
}
