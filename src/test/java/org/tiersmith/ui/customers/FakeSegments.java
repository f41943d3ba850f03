package org.tiersmith.ui.customers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tiersmith.model.Problem;
import org.tiersmith.model.Text;
import org.tiersmith.profile.ClusterCurve;
import org.tiersmith.profile.Interest;
import org.tiersmith.profile.SegmentHistory;
import org.tiersmith.profile.SegmentMonth;
import org.tiersmith.profile.SegmentMoves;
import org.tiersmith.profile.SegmentOverlap;
import org.tiersmith.profile.SegmentPortrait;
import org.tiersmith.profile.SegmentPortrait.MonthShare;
import org.tiersmith.profile.SegmentScheme;
import org.tiersmith.profile.SegmentSummary;
import org.tiersmith.profile.text.Keyword;
import org.tiersmith.service.CustomerPages;
import org.tiersmith.service.ProjectChange;
import org.tiersmith.task.JobContext;

/** Invented segments. */
final class FakeSegments implements SegmentDesk {
  private static final int CUSTOMERS = 1_200;
  private static final List<String> RFM =
      List.of(
          "Champions", "Loyal Customers", "New Customers", "At Risk", "Can't Lose Them", "沉睡客户");
  private static final List<String> LEVELS = List.of("gold", "silver");
  private static final List<String> GROUPS =
      List.of("frequent, big spenders", "rare, buy at discount", "average");
  private static final List<String> WORDS =
      List.of(
          "coffee", "gooseneck kettle", "手冲咖啡壶", "grinder", "filter paper", "scale", "espresso");

  /** What the risk of staying away means. */
  static final Text CHURN =
      Text.of(
          "churn.told",
          "Nothing bought in the next {0,number,integer} days; AUC {1,number,0.00} on"
              + " {2,number,integer} customers held out (recency alone {3,number,0.00}).",
          60,
          0.81,
          1200,
          0.74);

  private final Consumer<ProjectChange> tell;
  private SegmentScheme chosen = SegmentScheme.RFM;
  private int clusters;
  private boolean damaged;

  FakeSegments(Consumer<ProjectChange> tell) {
    this.tell = tell;
  }

  void damage() {
    damaged = true;
  }

  @Override
  public List<SegmentScheme> schemes() {
    return List.of(SegmentScheme.byColumn("membership"), SegmentScheme.RFM, SegmentScheme.CLUSTER);
  }

  @Override
  public SegmentScheme chosen() {
    return chosen;
  }

  @Override
  public void choose(SegmentScheme scheme) {
    chosen = scheme;
    tell.accept(ProjectChange.SEGMENTATION_CHANGED);
  }

  @Override
  public List<SegmentSummary> summaries(JobContext context) {
    if (damaged) {
      throw Problem.of("test.damaged", "There are no purchases.");
    }
    List<String> names = names(chosen);
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                new SegmentSummary(
                    names.get(i),
                    CUSTOMERS / names.size(),
                    1.0 / names.size(),
                    148_210.5 / (i + 1),
                    32_050.25 / (i + 1),
                    940 / (i + 1),
                    0.125 + 0.02 * i,
                    0.25 + 0.1 * i,
                    0.375,
                    WORDS.subList(i % 3, i % 3 + 4)))
        .toList();
  }

  @Override
  public SegmentHistory history(SegmentScheme scheme, int months, JobContext context) {
    List<YearMonth> last =
        IntStream.range(0, months).mapToObj(i -> YearMonth.of(2025, 4).plusMonths(i)).toList();
    List<String> names = names(scheme);
    return new SegmentHistory(
        last,
        names,
        IntStream.range(0, names.size())
            .mapToObj(
                s ->
                    IntStream.range(0, months)
                        .mapToObj(
                            m ->
                                new SegmentMonth(
                                    120 + 20L * s + (m * (s + 3) * 7) % 45,
                                    9_000 + 900.0 * s + m * 120,
                                    0.05 + 0.02 * s))
                        .toList())
            .toList());
  }

  @Override
  public SegmentPortrait portrait(SegmentScheme scheme, String segment, JobContext context) {
    return described(200, names(scheme).indexOf(segment) + 1);
  }

  @Override
  public SegmentPortrait everyone(JobContext context) {
    return described(CUSTOMERS, 3);
  }

  private static SegmentPortrait described(int customers, int seed) {
    return new SegmentPortrait(
        customers,
        customers - 20,
        customers / (double) CUSTOMERS,
        WORDS.stream().map(w -> new Keyword(w, 12 - w.length() * 0.5)).toList(),
        interests("coffee grinder kettle", "tea matcha 茶具", "camping tent stove"),
        IntStream.range(0, 5)
            .mapToObj(
                r -> IntStream.range(0, 5).mapToObj(f -> (r * 7 + f * 11 * seed) % 23).toList())
            .toList(),
        interests("Coffee makers", "Kitchen", "厨房用品", "Outdoor and camping equipment", "Tea"),
        interests("Brewista", "Hario"),
        IntStream.rangeClosed(1, 12)
            .mapToObj(m -> new MonthShare(m, (m % 4 + 6.5) / 96, 1 / 12.0))
            .toList(),
        tenths(seed),
        tenths(seed + 2),
        tenths(seed + 4),
        CHURN);
  }

  private static List<Interest> interests(String... names) {
    return IntStream.range(0, names.length)
        .mapToObj(i -> new Interest(names[i], 0.4 / (i + 1), 0.2))
        .toList();
  }

  private static List<Integer> tenths(int seed) {
    return IntStream.range(0, 10)
        .mapToObj(i -> (int) Math.round(60 * Math.exp(-Math.pow(i - seed, 2) / 8.0)))
        .toList();
  }

  @Override
  public SegmentOverlap overlap(SegmentScheme rows, SegmentScheme columns, JobContext context) {
    List<String> one = names(rows);
    List<String> other = names(columns);
    return new SegmentOverlap(
        one,
        other,
        one.stream().map(name -> 200L).toList(),
        other.stream().map(name -> (long) CUSTOMERS / other.size()).toList(),
        IntStream.range(0, one.size())
            .mapToObj(
                r ->
                    IntStream.range(0, other.size())
                        .mapToObj(c -> (long) ((r * 37 + c * 61) % 150))
                        .toList())
            .toList());
  }

  @Override
  public SegmentMoves moves(LocalDate from, LocalDate to, JobContext context) {
    return new SegmentMoves(
        from,
        to,
        RFM,
        IntStream.range(0, RFM.size())
            .mapToObj(
                r ->
                    IntStream.range(0, RFM.size())
                        .mapToObj(c -> r == c ? 120L : (long) ((r * 13 + c * 7) % 20))
                        .toList())
            .toList());
  }

  @Override
  public ClusterCurve clusterCurve(JobContext context) {
    return new ClusterCurve(
        IntStream.rangeClosed(2, 12)
            .mapToObj(k -> new ClusterCurve.Point(k, 0.42 - 0.02 * Math.abs(k - 5)))
            .toList(),
        5);
  }

  @Override
  public int clusters() {
    return clusters;
  }

  @Override
  public void useClusters(int number) {
    clusters = number;
    tell.accept(ProjectChange.SEGMENTATION_CHANGED);
  }

  /** All customers, in segments of equal size. */
  static List<CustomerPages.Entry> entries(SegmentScheme scheme) {
    List<String> names = names(scheme);
    return IntStream.range(0, CUSTOMERS)
        .mapToObj(
            i ->
                new CustomerPages.Entry(
                    "C-%05d".formatted(i),
                    names.get(i * 7 % names.size()),
                    i % 9 == 8 ? Double.NaN : 1_284.6 / (1 + i % 40)))
        .toList();
  }

  private static List<String> names(SegmentScheme scheme) {
    return scheme.equals(SegmentScheme.RFM)
        ? RFM
        : scheme.equals(SegmentScheme.CLUSTER) ? GROUPS : LEVELS;
  }
}
