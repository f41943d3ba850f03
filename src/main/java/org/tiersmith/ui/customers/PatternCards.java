package org.tiersmith.ui.customers;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.profile.season.DemandPattern;
import org.tiersmith.profile.season.ForecastErrors;
import org.tiersmith.profile.season.HolidayEffect;
import org.tiersmith.ui.customers.SeasonViewModel.Entry;
import org.tiersmith.ui.kit.Card;
import org.tiersmith.ui.kit.Facts;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.Texts;
import org.tiersmith.ui.kit.Ui;
import org.tiersmith.ui.kit.chart.FactorBars;

/** Weekdays, months, holidays and the forecast's errors, of the category that is looked at. */
final class PatternCards extends HBox {
  private static final int MOST_HOLIDAYS = 4;

  private final SeasonViewModel model;
  private final Ui ui;
  private final Texts texts;
  private final Formats formats;

  PatternCards(SeasonViewModel model, Ui ui, Texts texts) {
    super(12);
    this.model = model;
    this.ui = ui;
    this.texts = texts;
    this.formats = ui.formats();
    setPrefHeight(230);
    setMinHeight(200);
    Card week =
        bars(
            "season.week-pattern",
            "season.no-weekdays",
            DemandPattern::weekdays,
            locale ->
                Arrays.stream(DayOfWeek.values())
                    .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
                    .toList());
    Card year =
        bars(
            "season.year-pattern",
            "season.no-months",
            DemandPattern::months,
            locale ->
                Arrays.stream(Month.values())
                    .map(month -> month.getDisplayName(TextStyle.NARROW_STANDALONE, locale))
                    .toList());
    getChildren().addAll(week, year, trust());
  }

  private Card bars(
      String title,
      String without,
      Function<DemandPattern, List<Double>> factors,
      Function<Locale, List<String>> names) {
    FactorBars bars = new FactorBars();
    bars.setMinHeight(80);
    Label none = Labels.paragraph(texts.bind(without));
    Runnable show =
        () -> {
          Entry entry = model.selectedProperty().get();
          List<Double> values = entry == null ? List.of() : factors.apply(entry.season().pattern());
          none.setVisible(values.isEmpty());
          none.setManaged(values.isEmpty());
          bars.setVisible(!values.isEmpty());
          bars.setManaged(!values.isEmpty());
          bars.show(
              values.isEmpty()
                  ? null
                  : new FactorBars.Model(
                      names.apply(texts.language().locale()),
                      values.stream().mapToDouble(Double::doubleValue).toArray(),
                      v -> formats.number(v, values.size() > 7 ? 1 : 2)));
        };
    model.selectedProperty().subscribe(show);
    ui.language().tongueProperty().subscribe(show);
    show.run();
    return sized(new Card(texts.bind(title), bars, none).growing(bars));
  }

  private static Card sized(Card card) {
    card.setMinWidth(0);
    card.setPrefWidth(280);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private Card trust() {
    Facts facts = new Facts();
    VBox.setVgrow(facts, Priority.ALWAYS);
    Runnable show = () -> show(facts, model.selectedProperty().get());
    model.selectedProperty().subscribe(show);
    ui.language().tongueProperty().subscribe(show);
    show.run();
    return sized(new Card(texts.bind("season.trust"), facts).growing(facts));
  }

  private void show(Facts facts, @Nullable Entry entry) {
    facts.clear();
    if (entry == null) {
      return;
    }
    ForecastErrors errors = entry.season().outlook().errors();
    if (errors != null) {
      facts.fact(texts.bind("season.wmape"), formats.percent(errors.wmape(), 1));
      facts.fact(texts.bind("season.naive-wmape"), formats.percent(errors.naiveWmape(), 1));
      facts.fact(texts.bind("season.mase"), formats.number(errors.mase(), 2));
      facts.fact(texts.bind("season.covered"), formats.percent(errors.covered(), 0));
    }
    List<HolidayEffect> effects =
        entry.season().effects().stream()
            .filter(HolidayEffect::clear)
            .limit(MOST_HOLIDAYS)
            .toList();
    if (!effects.isEmpty()) {
      facts.group(texts.bind("season.holidays"));
      effects.forEach(
          effect ->
              facts.fact(
                  texts.bind("season.plain", ui.language().say(effect.holiday().title())),
                  texts.get("season.effect", formats.number(effect.before(), 2))));
    }
  }
}
