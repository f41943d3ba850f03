package org.tiersmith.ui.strategy;

import java.util.EnumSet;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tiersmith.strategy.BoundBy;
import org.tiersmith.strategy.Guardrails;
import org.tiersmith.strategy.Scenario;
import org.tiersmith.ui.kit.Labels;
import org.tiersmith.ui.kit.NumberBox;
import org.tiersmith.ui.kit.ValueFormat;

/** The limits that there may be or not: a box to tick, and the number. */
final class Limits {
  private static final int USUAL_PRODUCTS = 5;
  private static final int MOST_PRODUCTS = 10_000;

  private final Live live;
  private final GuardrailPrices prices;

  /** One limit: the highest number and the step, and how it is read and written. */
  private record Limit(
      String id,
      BoundBy effect,
      double max,
      double step,
      Function<Guardrails, @Nullable Number> read,
      DoubleFunction<UnaryOperator<Scenario>> write,
      UnaryOperator<Scenario> lift) {}

  Limits(Live live, GuardrailPrices prices) {
    this.live = live;
    this.prices = prices;
  }

  /** At most so many discounted products a customer. */
  Node perCustomer() {
    return row(
        new Limit(
            "per-customer",
            BoundBy.PER_CUSTOMER,
            MOST_PRODUCTS,
            1,
            Guardrails::perCustomer,
            value -> Edits.perCustomer((int) Math.round(value)),
            Edits.perCustomer(null)),
        () -> USUAL_PRODUCTS);
  }

  /** A highest discount cost in all. */
  Node budget() {
    return row(
        new Limit(
            "total-budget",
            BoundBy.BUDGET,
            1e15,
            100,
            Guardrails::budget,
            Edits::totalBudget,
            Edits.totalBudget(null)),
        this::usualBudget);
  }

  /** What is spent now, in round numbers. */
  private double usualBudget() {
    WhatIf.Answer answer = live.model().answerProperty().get();
    double cost = answer == null ? 0 : answer.current().outcome().all().discountCost();
    double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(cost, 1))) - 1));
    return Math.max(step, Math.round(cost / step) * step);
  }

  private Node row(Limit limit, java.util.function.DoubleSupplier usual) {
    CheckBox tick = new CheckBox();
    tick.textProperty().bind(live.texts().bind(limit.id()));
    tick.setId(limit.id());
    tick.setMinWidth(Region.USE_PREF_SIZE);
    NumberBox box =
        new NumberBox(
            live.texts().bind(limit.id()),
            0,
            limit.max(),
            limit.step(),
            new ValueFormat(1, 0, ""),
            live.ui().formats(),
            live.ui().language());
    box.setId(limit.id() + "-value");
    box.getStyleClass().add("ts-amount");
    box.disableProperty().bind(tick.selectedProperty().not());
    Ticked ticked = new Ticked(live, limit.read(), limit.write(), limit.lift(), usual);
    ticked.tie(tick, box);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(8, tick, gap, box);
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(
        2,
        line,
        Labels.muted(
            live.text(() -> prices.effect(EnumSet.of(limit.effect())), prices.followed())));
  }
}
