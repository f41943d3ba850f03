package org.tiersmith.ui.customers;

import java.util.List;
import java.util.function.Consumer;
import org.tiersmith.model.Segmentation;
import org.tiersmith.profile.CustomerPortrait;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.task.JobContext;

/** What the customers screen needs of a project; called on background threads. */
interface CustomerDesk {

  /** Whether there is data at all. */
  boolean hasData();

  List<SegmentScheme> schemes();

  SegmentScheme chosen();

  void choose(SegmentScheme scheme);

  Segmentation segmentation();

  List<SegmentSummary> summaries(JobContext context);

  CustomerPortrait portrait(String customerId);

  /** Calls the listener on each change of the project, on any thread; run the result to stop. */
  Runnable listen(Consumer<ProjectChange> listener);

  /** The desk of an open project. */
  static CustomerDesk of(ProjectSession session) {
    return new CustomerDesk() {
      @Override
      public boolean hasData() {
        return session.data().current().isPresent();
      }

      @Override
      public List<SegmentScheme> schemes() {
        return session.customers().schemes();
      }

      @Override
      public SegmentScheme chosen() {
        return session.customers().chosen();
      }

      @Override
      public void choose(SegmentScheme scheme) {
        session.customers().choose(scheme);
      }

      @Override
      public Segmentation segmentation() {
        return session.customers().segmentation();
      }

      @Override
      public List<SegmentSummary> summaries(JobContext context) {
        return session.customers().summaries(context);
      }

      @Override
      public CustomerPortrait portrait(String customerId) {
        return session.customers().portrait(customerId);
      }

      @Override
      public Runnable listen(Consumer<ProjectChange> listener) {
        return session.events().listen(listener);
      }
    };
  }
}
