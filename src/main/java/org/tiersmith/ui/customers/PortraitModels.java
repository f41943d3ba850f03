package org.tiersmith.ui.customers;

import static java.util.Arrays.stream;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.Interest;
import org.tiersmith.profile.SegmentPortrait.MonthShare;
import org.tiersmith.profile.text.Keyword;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.CategoryBars;
import org.tiersmith.ui.kit.chart.FactorBars;
import org.tiersmith.ui.kit.chart.HeatGrid;
import org.tiersmith.ui.kit.chart.LineChart;
import org.tiersmith.ui.kit.chart.Series;

/** What the charts of a segment's portrait show; null where nothing is known. */
final class PortraitModels {
  private static final int MOST_BARS = 7;

  private final Texts texts;
  private final Formats formats;

  PortraitModels(Ui ui, Texts texts) {
    this.texts = texts;
    this.formats = ui.formats();
  }

  CategoryBars.@Nullable Model words(List<Keyword> words) {
    return words.isEmpty()
        ? null
        : new CategoryBars.Model(
            words.stream()
                .limit(MOST_BARS)
                .map(w -> new CategoryBars.Row(w.word(), w.weight(), ""))
                .toList());
  }

  /** Shares, with how many times those of all customers they are. */
  CategoryBars.@Nullable Model interests(List<Interest> interests) {
    return interests.isEmpty()
        ? null
        : new CategoryBars.Model(
            interests.stream()
                .limit(MOST_BARS)
                .map(i -> new CategoryBars.Row(i.name(), i.share(), withLift(i)))
                .toList());
  }

  private String withLift(Interest interest) {
    String share = formats.percent(interest.share(), 0);
    return Double.isNaN(interest.lift())
        ? share
        : share + " · " + formats.number(interest.lift(), 1) + "×";
  }

  /** By how many percent their share of a month's orders differs from that of all customers. */
  FactorBars.Model months(List<MonthShare> months) {
    Locale locale = texts.language().locale();
    return new FactorBars.Model(
        months.stream()
            .map(m -> Month.of(m.month()).getDisplayName(TextStyle.NARROW_STANDALONE, locale))
            .toList(),
        months.stream().mapToDouble(PortraitModels::factor).toArray(),
        this::difference);
  }

  /** Their share of orders in the month over that of all customers; 1 where nobody orders. */
  private static double factor(MonthShare month) {
    return month.usual() > 0 ? month.share() / month.usual() : 1;
  }

  private String difference(double factor) {
    long percent = Math.round((factor - 1) * 100);
    return percent == 0 ? "" : formats.signed(percent, formats.number(percent, 0));
  }

  /** How customers spread over tenths of 0 to 1, beside all customers. */
  LineChart.@Nullable Model spread(List<Integer> here, List<Integer> everywhere) {
    if (everywhere.stream().allMatch(count -> count == 0)) {
      return null;
    }
    double[] own = shares(here);
    double[] all = shares(everywhere);
    double most = DoubleStream.concat(stream(own), stream(all)).max().orElse(0);
    return new LineChart.Model(
        new Axis(0, 1, v -> formats.percent(v, 0), ""),
        Axis.around(0, Math.max(most, 0.1), v -> formats.percent(v, 0), ""),
        List.of(
            line("everyone", all, LineChart.Style.REFERENCE),
            line("here", own, LineChart.Style.SOLID)),
        List.of(),
        new LineChart.Reading(v -> formats.percent(v, 0), v -> formats.percent(v, 0)));
  }

  private LineChart.Line line(String name, double[] shares, LineChart.Style style) {
    double[] middles =
        IntStream.range(0, shares.length).mapToDouble(i -> (i + 0.5) / shares.length).toArray();
    return new LineChart.Line(new Series(texts.get(name), middles, shares, false), 0, style);
  }

  private static double[] shares(List<Integer> counts) {
    double all = Math.max(1, counts.stream().mapToInt(Integer::intValue).sum());
    return counts.stream().mapToDouble(count -> count / all).toArray();
  }

  /** How many customers there are of each recency and frequency, the most recent on top. */
  HeatGrid.Model rfm(List<List<Integer>> counts) {
    int most = counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).max().orElse(0);
    List<Integer> scores = IntStream.rangeClosed(1, 5).boxed().toList();
    return new HeatGrid.Model(
        "",
        scores.reversed().stream().map(r -> texts.get("recency", r)).toList(),
        scores.stream().map(f -> texts.get("frequency", f)).toList(),
        scores.reversed().stream()
            .map(r -> scores.stream().map(f -> cell(counts.get(r - 1).get(f - 1), most)).toList())
            .toList());
  }

  private HeatGrid.Cell cell(int customers, int most) {
    return new HeatGrid.Cell(
        most > 0 ? (double) customers / most : 0,
        customers == 0 ? "" : formats.count(customers),
        texts.get("cell-customers", customers));
  }
}
