package org.tiersmith.ui.customers;

import java.time.LocalDate;
import java.util.List;
import org.tiersmith.profile.ClusterCurve;
import org.tiersmith.profile.SegmentHistory;
import org.tiersmith.profile.SegmentMoves;
import org.tiersmith.profile.SegmentOverlap;
import org.tiersmith.profile.SegmentPortrait;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.service.ProjectSession;
import org.tiersmith.task.JobContext;

/** What the pages on segments need of a project; called on background threads. */
interface SegmentDesk {
  List<SegmentScheme> schemes();

  SegmentScheme chosen();

  void choose(SegmentScheme scheme);

  List<SegmentSummary> summaries(JobContext context);

  SegmentHistory history(SegmentScheme scheme, int months, JobContext context);

  SegmentPortrait portrait(SegmentScheme scheme, String segment, JobContext context);

  /** All customers, described as if they were one segment. */
  SegmentPortrait everyone(JobContext context);

  SegmentOverlap overlap(SegmentScheme rows, SegmentScheme columns, JobContext context);

  SegmentMoves moves(LocalDate from, LocalDate to, JobContext context);

  ClusterCurve clusterCurve(JobContext context);

  /** How many groups were asked for; 0 for as many as the data suggest. */
  int clusters();

  void useClusters(int number);

  /** The desk of an open project. */
  static SegmentDesk of(ProjectSession session) {
    return new SegmentDesk() {
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
      public List<SegmentSummary> summaries(JobContext context) {
        return session.customers().summaries(context);
      }

      @Override
      public SegmentHistory history(SegmentScheme scheme, int months, JobContext context) {
        return session.segments().history(scheme, months, context);
      }

      @Override
      public SegmentPortrait portrait(SegmentScheme scheme, String segment, JobContext context) {
        List<String> ids = session.segments().customers(scheme, segment, context.part(0, 0.2));
        return session.portraits().segment(ids, context.part(0.2, 1));
      }

      @Override
      public SegmentPortrait everyone(JobContext context) {
        List<String> ids = session.segments().customers(context.part(0, 0.1));
        return session.portraits().segment(ids, context.part(0.1, 1));
      }

      @Override
      public SegmentOverlap overlap(SegmentScheme rows, SegmentScheme columns, JobContext context) {
        return session.segments().overlap(rows, columns, context);
      }

      @Override
      public SegmentMoves moves(LocalDate from, LocalDate to, JobContext context) {
        return session.segments().moves(from, to, context);
      }

      @Override
      public ClusterCurve clusterCurve(JobContext context) {
        return session.segments().clusterCurve(context);
      }

      @Override
      public int clusters() {
        return session.segments().clusters();
      }

      @Override
      public void useClusters(int number) {
        session.segments().useClusters(number);
      }
    };
  }
}
