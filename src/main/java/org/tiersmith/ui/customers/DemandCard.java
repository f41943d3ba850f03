package org.tiersmith.ui.customers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tiersmith.profile.season.CategorySeason;
import org.tiersmith.profile.season.Country.Feast;
import org.tiersmith.profile.season.Measure;
import org.tiersmith.profile.season.Outlook;
import org.tiersmith.ui.customers.SeasonViewModel.Entry;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.Axis;
import org.tiersmith.ui.kit.chart.ChartExport;
import org.tiersmith.ui.kit.chart.ForecastChart;
import org.tiersmith.ui.kit.chart.ForecastChart.Band;
import org.tiersmith.ui.kit.chart.ForecastChart.Mark;
import org.tiersmith.ui.kit.chart.Series;

/** The weekly demand of a category: what was, what is to come, and how far to trust it. */
final class DemandCard extends VBox {
  private static final double MONTHS = 12;

  private final SeasonViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final Formats formats;
  private final ForecastChart chart = new ForecastChart();

  DemandCard(SeasonViewModel model, Ui ui, Texts texts) {
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    var title =
        Bindings.createStringBinding(
            () -> {
              Entry entry = model.selectedProperty().get();
              return entry == null ? texts.get("season") : SeasonPage.name(texts, entry);
            },
            model.selectedProperty(),
            ui.language().tongueProperty());
    var notes =
        Bindings.createStringBinding(
            () -> {
              Entry entry = model.selectedProperty().get();
              return entry == null
                  ? ""
                  : entry.notes().stream().map(ui.language()::say).collect(Collectors.joining(" "));
            },
            model.selectedProperty(),
            ui.language().tongueProperty());
    Card card = new Card(title, chart, Labels.paragraph(notes)).growing(chart);
    card.subtitled(texts.bind("season.weekly"));
    card.withActions(ChartExport.offer(ui, chart, title));
    chart.setMinHeight(150);
    VBox.setVgrow(card, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    setPrefHeight(400);
    getChildren().add(card);
    model.selectedProperty().subscribe(this::show);
    ui.language().tongueProperty().subscribe(this::show);
    ui.formats().currencyProperty().subscribe(this::show);
    show();
  }

  private void show() {
    Entry entry = model.selectedProperty().get();
    chart.show(entry == null ? null : drawing(entry.season()));
  }

  private ForecastChart.Model drawing(CategorySeason season) {
    Outlook outlook = season.outlook();
    double[] weeks = at(outlook.weeks().stream().map(Outlook.Known::week).toList());
    Series actual =
        new Series(
            texts.get("season.actual"),
            weeks,
            outlook.weeks().stream().mapToDouble(Outlook.Known::actual).toArray(),
            false);
    Series fitted =
        new Series(
            texts.get("season.fitted"),
            weeks,
            outlook.weeks().stream().mapToDouble(Outlook.Known::fitted).toArray(),
            false);
    Band held = held(outlook);
    Band ahead = ahead(outlook);
    double most =
        DoubleStream.of(max(actual.y()), max(fitted.y()), max(held.high()), max(ahead.high()))
            .max()
            .orElse(1);
    double first = weeks.length == 0 ? 0 : weeks[0];
    double last = Math.max(max(weeks), max(ahead.x()));
    return new ForecastChart.Model(
        new Axis(first, last, v -> month(v).toString(), ""),
        Axis.around(0, most, this::amount, ""),
        actual,
        fitted,
        held,
        ahead,
        season.holidays().stream().map(this::mark).toList(),
        new ForecastChart.Words(
            texts.get(outlook.isNaive() ? "season.naive" : "season.forecast"),
            texts.get("season.interval"),
            texts.get("season.held-out")),
        v -> texts.get("season.week", formats.date(day(v))));
  }

  private Mark mark(Feast feast) {
    return new Mark(at(feast.date()), ui.language().say(feast.holiday().title()));
  }

  private static Band held(Outlook outlook) {
    List<Outlook.HeldOut> weeks = outlook.heldOut();
    return new Band(
        at(weeks.stream().map(Outlook.HeldOut::week).toList()),
        weeks.stream().mapToDouble(Outlook.HeldOut::low).toArray(),
        weeks.stream().mapToDouble(Outlook.HeldOut::forecast).toArray(),
        weeks.stream().mapToDouble(Outlook.HeldOut::high).toArray());
  }

  private static Band ahead(Outlook outlook) {
    List<Outlook.Ahead> weeks = outlook.ahead();
    return new Band(
        at(weeks.stream().map(Outlook.Ahead::week).toList()),
        weeks.stream().mapToDouble(Outlook.Ahead::low).toArray(),
        weeks.stream().mapToDouble(Outlook.Ahead::forecast).toArray(),
        weeks.stream().mapToDouble(Outlook.Ahead::high).toArray());
  }

  private String amount(double value) {
    String compact = formats.compact(value);
    String sign = formats.currencyProperty().get();
    return model.measureProperty().get() == Measure.UNITS || sign.isEmpty()
        ? compact
        : sign + " " + compact;
  }

  private static double max(double[] values) {
    return DoubleStream.of(values).filter(Double::isFinite).max().orElse(0);
  }

  /** Months since the year 0, so that the ticks of the axis lie on the first of months. */
  private static double at(LocalDate day) {
    return day.getYear() * MONTHS
        + day.getMonthValue()
        - 1
        + (day.getDayOfMonth() - 1.0) / day.lengthOfMonth();
  }

  private static double[] at(List<LocalDate> days) {
    return days.stream().mapToDouble(DemandCard::at).toArray();
  }

  private static YearMonth month(double at) {
    int months = (int) Math.floor(at + 1e-6);
    return YearMonth.of(months / (int) MONTHS, months % (int) MONTHS + 1);
  }

  private static LocalDate day(double at) {
    YearMonth month = month(at);
    int day = 1 + (int) ((at - Math.floor(at)) * month.lengthOfMonth());
    return month.atDay(Math.clamp(day, 1, month.lengthOfMonth()));
  }
}
