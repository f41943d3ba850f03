package org.tiersmith.profile;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tiersmith.data.Duck;
import org.tiersmith.data.Row;
import org.tiersmith.data.Tables;
import org.tiersmith.profile.churn.ChurnModel;
import org.tiersmith.profile.churn.RiskModel;
import org.tiersmith.profile.text.Keyword;
import org.tiersmith.profile.text.TopicModel;

/** Reads what was worked out of one customer. */
final class TraitsReader {
  private static final int INTERESTS = 8;

  private final Duck duck;
  private final Tables tables;
  private final PortraitReport report;
  private final String id;

  TraitsReader(Duck duck, Tables tables, PortraitReport report, String id) {
    this.duck = duck;
    this.tables = tables;
    this.report = report;
    this.id = id;
  }

  CustomerTraits read(PortraitFiles files) {
    PurchaseTables.createOf(duck, tables, id);
    Said said = said(files.tastes());
    return duck
        .list(
            "SELECT r, f, m, rfm, recency_days, basket, price_level, discount_affinity,"
                + " mean_discount, churn_risk, season, season_strength FROM "
                + Duck.parquet(files.portraits())
                + " WHERE customer_id = "
                + Duck.text(id),
            Numbers::new)
        .stream()
        .map(numbers -> traits(numbers, said))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such customer: " + id));
  }

  /** What the texts say. */
  private record Said(List<Keyword> keywords, List<Interest> topics) {}

  /** A row of the portraits, kept beyond its query. */
  private static final class Numbers {
    private final CustomerTraits.@Nullable Scores scores;
    private final String segment;
    private final @Nullable Long recencyDays;
    private final @Nullable Double[] values = new Double[12];
    private final @Nullable String season;

    private Numbers(Row row) {
      boolean bought = row.text(0) != null;
      scores =
          bought
              ? new CustomerTraits.Scores(
                  (int) row.whole(0), (int) row.whole(1), (int) row.whole(2))
              : null;
      segment = row.words(3);
      recencyDays = bought ? row.whole(4) : null;
      for (int column : new int[] {5, 6, 7, 8, 9, 11}) {
        double value = row.number(column);
        values[column] = Double.isNaN(value) ? null : value;
      }
      season = row.text(10);
    }
  }

  private CustomerTraits traits(Numbers of, Said said) {
    return new CustomerTraits(
        of.scores,
        of.segment,
        of.recencyDays,
        of.values[5],
        of.values[6],
        of.values[7],
        of.values[8],
        of.values[9],
        report.churn().told(),
        reasons(of),
        of.season,
        of.values[11],
        said.keywords(),
        said.topics(),
        interests("category", report.habits().categories()),
        interests("brand", report.habits().brands()),
        seasons(),
        timeline());
  }

  private List<RiskModel.Reason> reasons(Numbers of) {
    return of.values[9] == null ? List.of() : ChurnModel.reasons(duck, report.churn(), id);
  }

  private List<Interest> interests(String what, Map<String, Double> usual) {
    return duck.list(
        String.format(
            "SELECT %1$s, count(*) / sum(count(*)) OVER () AS share FROM %2$s WHERE %1$s IS NOT"
                + " NULL GROUP BY %1$s ORDER BY share DESC, %1$s LIMIT %3$d",
            what, duck.whole("SELECT count(*) FROM bought") > 0 ? "bought" : "looked", INTERESTS),
        row -> new Interest(row.words(0), row.number(1), usual.getOrDefault(row.words(0), 0.0)));
  }

  private List<Interest> seasons() {
    List<Interest> seasons = new ArrayList<>();
    double[] counts = new double[SeasonPattern.NAMES.size()];
    duck.each(
        "SELECT "
            + SeasonPattern.SEASON_OF_DAY
            + " AS season, count(DISTINCT day) FROM bought GROUP BY season",
        row -> counts[(int) row.whole(0)] = row.whole(1));
    double all = Arrays.stream(counts).sum();
    for (int season = 0; all > 0 && season < counts.length; season++) {
      String name = SeasonPattern.NAMES.get(season);
      double usual = report.habits().seasons().getOrDefault(name, 0.0);
      seasons.add(new Interest(name, counts[season] / all, usual));
    }
    return List.copyOf(seasons);
  }

  private List<CustomerTraits.Doings> timeline() {
    return duck.list(
        "SELECT strftime(\"timestamp\", '%Y-%m') AS month, kind, count(*), coalesce(sum(paid), 0)"
            + " FROM own GROUP BY month, kind ORDER BY month, kind",
        row ->
            new CustomerTraits.Doings(
                YearMonth.parse(row.words(0)), row.words(1), row.whole(2), row.number(3)));
  }

  private Said said(Path tastes) {
    return duck
        .list(
            "SELECT array_to_string(words, chr(9)), array_to_string(weights, chr(9)),"
                + " array_to_string(topics, chr(9)) FROM "
                + Duck.parquet(tastes)
                + " WHERE customer_id = "
                + Duck.text(id),
            row -> new Said(keywords(row), topics(row.text(2))))
        .stream()
        .findFirst()
        .orElse(new Said(List.of(), List.of()));
  }

  private static List<Keyword> keywords(Row row) {
    String words = row.text(0);
    if (words == null) {
      return List.of();
    }
    String[] word = words.split("\t", -1);
    double[] weight = numbers(row.words(1));
    List<Keyword> keywords = new ArrayList<>();
    for (int i = 0; i < word.length; i++) {
      keywords.add(new Keyword(word[i], weight[i]));
    }
    return List.copyOf(keywords);
  }

  private List<Interest> topics(@Nullable String shares) {
    if (shares == null) {
      return List.of();
    }
    double[] share = numbers(shares);
    List<Interest> topics = new ArrayList<>();
    for (int k = 0; k < share.length; k++) {
      TopicModel.Topic topic = report.topics().topics().get(k);
      topics.add(new Interest(topic.label(), share[k], topic.share()));
    }
    topics.sort(Comparator.comparingDouble(topic -> -topic.share()));
    return List.copyOf(topics);
  }

  private static double[] numbers(String tabbed) {
    return Arrays.stream(tabbed.split("\t", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
