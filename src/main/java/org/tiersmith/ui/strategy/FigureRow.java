package org.tiersmith.ui.strategy;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.tiersmith.strategy.Figures;
import org.tiersmith.strategy.Outcome;
import org.tiersmith.strategy.Policy;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.Formats;
import org.tiersmith.ui.kit.KeyFigure;
import org.tiersmith.ui.kit.KeyFigure.Tone;

/** The five figures that a merchandiser asks for, with their change. */
final class FigureRow extends GridPane {
  private static final double TOO_SMALL = 0.0005;

  private final Live live;
  private final Formats formats;

  FigureRow(Live live) {
    this.live = live;
    this.formats = live.ui().formats();
    setHgap(12);
    add("incremental-profit", this::profit, this::profitBeside, this::profitTone);
    add(
        "discount-cost",
        o -> formats.largePrint(o.all().discountCost()),
        this::costBeside,
        (o, c) -> Tone.NEUTRAL);
    add("waste", o -> formats.percent(o.all().wasteShare(), 0), this::wasteBeside, this::wasteTone);
    add("units", this::units, this::unitsBeside, this::unitsTone);
    add(
        "customers-reached",
        o -> formats.count(o.all().customersReached()),
        this::reachBeside,
        (o, c) -> Tone.NEUTRAL);
  }

  private void add(
      String key,
      Function<Outcome, String> value,
      BiFunction<Outcome, @Nullable Figures, String> beside,
      BiFunction<Outcome, @Nullable Figures, Tone> tone) {
    ColumnConstraints fifth = new ColumnConstraints();
    fifth.setPercentWidth(20);
    fifth.setHgrow(Priority.ALWAYS);
    fifth.setFillWidth(true);
    getColumnConstraints().add(fifth);
    KeyFigure figure =
        new KeyFigure(
            live.texts().bind("figure." + key),
            live.text(() -> outcome().map(value).orElse(Formats.UNKNOWN)),
            live.text(() -> outcome().map(o -> beside.apply(o, compared())).orElse(" ")),
            live.value(() -> outcome().map(o -> tone.apply(o, compared())).orElse(Tone.NEUTRAL)));
    figure.setId("figure-" + key);
    figure.setMaxHeight(Double.MAX_VALUE);
    add(figure, getColumnConstraints().size() - 1, 0);
  }

  private Optional<Outcome> outcome() {
    return Optional.ofNullable(live.model().answerProperty().get())
        .map(answer -> answer.current().outcome());
  }

  private @Nullable Figures compared() {
    WhatIf.Answer answer = live.model().answerProperty().get();
    return answer == null || answer.compared() == null ? null : answer.compared().outcome().all();
  }

  private String otherName() {
    WhatIf.Answer answer = live.model().answerProperty().get();
    return answer == null || answer.compared() == null
        ? ""
        : live.scenario(answer.compared().scenario());
  }

  private String profit(Outcome outcome) {
    double profit = outcome.all().incrementalProfit();
    return formats.signed(profit, formats.largePrint(profit));
  }

  private String profitBeside(Outcome outcome, @Nullable Figures other) {
    Figures all = outcome.all();
    if (!all.hasProfit()) {
      return live.texts().get("figure.cost-unknown", all.pairs() - all.costKnown());
    }
    if (other != null) {
      return against(
          formats.signed(
              all.incrementalProfit() - other.incrementalProfit(),
              formats.money(all.incrementalProfit() - other.incrementalProfit())));
    }
    return live.texts()
        .get("figure.against-none", change(all.incrementalProfit() / outcome.baseline().profit()));
  }

  private Tone profitTone(Outcome outcome, @Nullable Figures other) {
    double than = other == null ? 0 : other.incrementalProfit();
    return tone(outcome.all().incrementalProfit() - than);
  }

  private String costBeside(Outcome outcome, @Nullable Figures other) {
    if (live.model().currentProperty().get() instanceof Scenario s
        && s.policy() instanceof Policy.BudgetOptimum budget) {
      return live.texts().get("figure.of-budget", formats.money(budget.budget()));
    }
    Figures all = outcome.all();
    if (other != null && other.discountCost() > 0) {
      return against(change(all.discountCost() / other.discountCost() - 1));
    }
    return live.texts()
        .get("figure.of-revenue", formats.percent(all.discountCost() / all.revenue(), 1));
  }

  private String wasteBeside(Outcome outcome, @Nullable Figures other) {
    return other == null
        ? live.texts().get("figure.waste-money", formats.money(outcome.all().waste()))
        : live.texts().get("figure.with", formats.percent(other.wasteShare(), 0), otherName());
  }

  private Tone wasteTone(Outcome outcome, @Nullable Figures other) {
    return other == null ? Tone.NEUTRAL : tone(other.wasteShare() - outcome.all().wasteShare());
  }

  private String units(Outcome outcome) {
    double units = outcome.all().incrementalUnits();
    return formats.signed(units, formats.number(units, Math.abs(units) < 100 ? 1 : 0));
  }

  private String unitsBeside(Outcome outcome, @Nullable Figures other) {
    return other == null
        ? live.texts()
            .get(
                "figure.against-none",
                change(outcome.all().incrementalUnits() / outcome.baseline().units()))
        : against(change(outcome.all().units() / other.units() - 1));
  }

  private Tone unitsTone(Outcome outcome, @Nullable Figures other) {
    double than = other == null ? outcome.baseline().units() : other.units();
    return tone(outcome.all().units() / than - 1);
  }

  private String reachBeside(Outcome outcome, @Nullable Figures other) {
    return live.texts()
        .get(
            "figure.reach",
            formats.percent(outcome.all().coverage(), 0),
            formats.percent(outcome.all().meanRate(), 1));
  }

  private String against(String change) {
    return live.texts().get("figure.against", change, otherName());
  }

  private String change(double share) {
    return formats.signed(share, formats.percent(share, Math.abs(share) < 0.1 ? 1 : 0));
  }

  private static Tone tone(double better) {
    return better > TOO_SMALL ? Tone.GOOD : better < -TOO_SMALL ? Tone.BAD : Tone.NEUTRAL;
  }
}
