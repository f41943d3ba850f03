package org.tiersmith.service;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.profile.ClusterCurve;
import org.tiersmith.profile.ClusterSpace;
import org.tiersmith.profile.Membership;
import org.tiersmith.profile.RuleColumn;
import org.tiersmith.profile.RuleSentence;
import org.tiersmith.profile.RuleTable;
import org.tiersmith.profile.SegmentHistory;
import org.tiersmith.profile.SegmentMoves;
import org.tiersmith.profile.SegmentOverlap;
import org.tiersmith.profile.SegmentRule;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.profile.Segments;
import org.tiersmith.project.ProjectFile;
import org.tiersmith.project.ScoreSet;
import org.tiersmith.task.JobContext;

/**
 * Builds segments and shows what they are like, how they overlap and how they moved. What takes a
 * while is kept for the present data. Not for a window's own thread. Thread-safe.
 */
public final class SegmentUseCase {
  private static final int KEPT = 8;

  private final ProjectFile project;
  private final ImportUseCase data;
  private final ProjectEvents events;
  private final PortraitUseCase portraits;
  private final OpenRules rules;
  private final Clusters clusters;
  private final Divider divider;
  private final Kept<List<SegmentSummary>> summaries = new Kept<>(KEPT);
  private final Kept<SegmentHistory> histories = new Kept<>(KEPT);

  SegmentUseCase(
      ProjectFile project,
      ImportUseCase data,
      ProjectEvents events,
      PortraitUseCase portraits,
      Divider divider) {
    this.project = project;
    this.data = data;
    this.events = events;
    this.portraits = portraits;
    this.rules = divider.rules();
    this.clusters = divider.clusters();
    this.divider = divider;
  }

  /** The segments that a person made; every change is saved and can be undone. */
  public SegmentShelf shelf() {
    return divider.shelf();
  }

  /** The columns on which a rule can be built, with what they hold: the portraits' first. */
  public Collection<RuleColumn> columns(JobContext context) {
    return rules.ask(context, RuleTable::columns);
  }

  /** The commonest texts of a column that start so, for a field that completes what is typed. */
  public List<String> values(String column, String start, int most, JobContext context) {
    return rules.ask(context, table -> table.values(column, start, most, context));
  }

  /** Categories or brands that were bought and start so, the commonest first. */
  public List<String> bought(SegmentRule.Trait trait, String start, int most, JobContext context) {
    return rules.ask(context, table -> table.bought(trait, start, most, context));
  }

  /** How many customers meet a rule; some milliseconds once the table is open. */
  public RuleCount count(SegmentRule rule, JobContext context) {
    return rules.ask(context, table -> count(table, rule, context));
  }

  /** How many customers meet each own segment's rule, in their order. */
  public List<RuleCount> counts(JobContext context) {
    return rules.ask(
        context,
        table ->
            shelf().segments().segments().stream()
                .map(segment -> count(table, segment.rule(), context))
                .toList());
  }

  private static RuleCount count(RuleTable table, SegmentRule rule, JobContext context) {
    List<Text> doubts = table.doubts(rule);
    long found = doubts.isEmpty() ? table.count(rule, context) : 0;
    return new RuleCount(found, table.customerIds().size(), doubts);
  }

  /** A rule as a sentence. */
  public Text sentence(SegmentRule rule) {
    return RuleSentence.of(rule);
  }

  /** How well each number of clusters divides the customers, and which one fits best. */
  public ClusterCurve clusterCurve(JobContext context) {
    return clusters.curve(data.dataset(), context);
  }

  /** How many clusters were asked for; 0 for as many as the data suggest. */
  public int clusters() {
    return clusters.wanted();
  }

  /**
   * Asks for so many clusters, {@value ClusterSpace#FEWEST} to {@value ClusterSpace#MOST}; 0 for as
   * many as the data suggest.
   */
  public void useClusters(int number) {
    clusters.want(number == 0 ? 0 : Math.clamp(number, ClusterSpace.FEWEST, ClusterSpace.MOST));
    events.publish(ProjectChange.SEGMENTATION_CHANGED);
  }

  /** Who is in which segment of a scheme; own segments may share customers. */
  public Membership membership(SegmentScheme scheme, JobContext context) {
    return divider.membership(divider.by(scheme), context);
  }

  /**
   * What each segment of a scheme is like. Segments by rules are shown with all who meet the rule,
   * also those whom an earlier segment takes. What only portraits know is null until these are
   * made.
   */
  public List<SegmentSummary> summaries(SegmentScheme scheme, JobContext context) {
    Division by = divider.by(scheme);
    @Nullable ScoreSet scores = project.scores().latest().orElse(null);
    @Nullable Path made = portraits.ready(by.dataset()).orElse(null);
    String key = by.key() + ":" + (scores == null ? "" : scores.id()) + ":" + (made == null);
    return summaries.get(key, context, c -> summarise(by, scores, made, c));
  }

  private List<SegmentSummary> summarise(
      Division by, @Nullable ScoreSet scores, @Nullable Path made, JobContext context) {
    @Nullable Path pairs = scores == null ? null : project.artifacts().layout(scores.pairs());
    Membership membership = divider.membership(by, context.part(0, 0.5));
    return Segments.summarise(
        data.tables(by.dataset()), membership, made, pairs, context.part(0.5, 1));
  }

  /**
   * Who belongs to a segment; all whom its rule means where rules overlap.
   *
   * @throws Problem where the scheme has no such segment
   */
  public List<String> customers(SegmentScheme scheme, String segment, JobContext context) {
    Membership membership = membership(scheme, context);
    int place = membership.names().indexOf(segment);
    if (place < 0) {
      throw Problem.of("segment.unknown", "There is no segment \"{0}\".", segment);
    }
    List<String> ids = membership.customerIds();
    return membership.members().get(place).stream().mapToObj(ids::get).toList();
  }

  /** All customers, sorted. */
  public List<String> customers(JobContext context) {
    return divider.customers(data.dataset(), context);
  }

  /** How many customers the segments of one scheme share with those of another, or its own. */
  public SegmentOverlap overlap(SegmentScheme rows, SegmentScheme columns, JobContext context) {
    return SegmentOverlap.of(
        membership(rows, context.part(0, 0.5)), membership(columns, context.part(0.5, 1)));
  }

  /**
   * How each segment moved over the last months of the data. Of RFM cells the members are those of
   * each month's end; of other segments, today's members who bought in the month.
   *
   * @param months how many at most
   */
  public SegmentHistory history(SegmentScheme scheme, int months, JobContext context) {
    Division by = divider.by(scheme);
    return histories.get(
        by.key() + ":" + months,
        context,
        c ->
            scheme.equals(SegmentScheme.RFM)
                ? SegmentHistory.ofCells(data.tables(by.dataset()), months, c)
                : SegmentHistory.of(
                    data.tables(by.dataset()), divider.membership(by, c.part(0, 0.5)), months, c));
  }

  /** From which RFM cell customers went to which, between the ends of two days. */
  public SegmentMoves moves(LocalDate from, LocalDate to, JobContext context) {
    return SegmentMoves.of(data.tables(), from, to, context);
  }

  void close() {
    rules.close();
  }
}
